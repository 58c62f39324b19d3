import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { atStart } from '../../../cards/kit/card.ts'
import { wayIn } from '../../../cards/pulse/figures.ts'
import type { PulseShown } from '../../../services/pulse/reading/shown-schema.ts'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'

type Figures = Extract<PulseShown, { kind: 'pulse' }>['figures']

/** R6: three words from a base of eighteen on, two below it. Each is one step, whatever the base. */
const SCALES = [
  ['weinig', 'ongeveer de helft', 'de meesten'],
  ['minder dan de helft', 'de helft of meer'],
] as const
type Word = (typeof SCALES)[number][number]

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM, listStyleType: 'none', margin: 0, padding: 0 },
  names: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  word: { fontWeight: tokens.fontWeightSemibold },
  steps: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: '1fr', gap: '4px', marginTop: '4px' },
  step: {
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  lit: {
    backgroundColor: 'var(--accent)',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  note: { display: 'block', marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
})

const scaleOf = (shown: string) => SCALES.find((scale) => scale.some((word) => word === shown))

/** What can be drawn as a scale: ways of learning that have a word. */
export const scaled = (figures: Figures) =>
  figures.filter(({ item, shown }) => item.startsWith('hoe: ') && scaleOf(shown) !== undefined)

/** A word for each way of learning, and where it lies between the others. It tells the word and nothing more. */
export function WordScale({ figures }: { figures: Figures }) {
  const styles = useStyles()
  const { language } = useSession()
  const words = useWords(pulseWords)
  return (
    <>
      <ul className={styles.all}>
        {scaled(figures).map(({ item, shown }) => (
          <li key={item}>
            <div className={styles.names}>
              <span>{atStart(wayIn(language, item.slice(5)))}</span>{' '}
              <span className={styles.word}>{words.scale[shown as Word]}</span>
            </div>
            <div aria-hidden className={styles.steps}>
              {scaleOf(shown)?.map((word) => (
                <div key={word} className={mergeClasses(styles.step, word === shown && styles.lit)} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.note}>
        {words.scaleNote}
      </Text>
    </>
  )
}
