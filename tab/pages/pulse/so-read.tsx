import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { dateIn } from '../../../cards/kit/dates.ts'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import { noonOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'
import type { Noted, Step } from './steps.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  decision: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  words: { whiteSpace: 'pre-line' },
  small: { color: tokens.colorNeutralForeground2 },
})

/** `12 januari` as it was typed; a day that was noted before comes as `2027-01-12`. */
export const asTyped = (language: 'nl' | 'en', day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? dateIn(language, noonOf(day)) : day

interface Given {
  given: Noted
  steps: readonly Step[]
  /** The step that is open. */
  at: number
}

/** The words as the block will read them, while they are written. A name and a day are there once they are whole. */
export function SoRead({ given, steps, at }: Given) {
  const styles = useStyles()
  const { language } = useSession()
  const words = useWords(pulseWords)
  const response = responseCardWords(language)
  const { decision, reason } = given
  const says = response.says[decision as keyof typeof response.says]
  const asks = decision === 'doorgeven' ? response.asksOver : response.asksOwner
  const isWhole = (step: Step) => steps.indexOf(step) >= 0 && steps.indexOf(step) < at && given[step] !== ''
  const after = [
    ...(isWhole('owner') ? [asks(given.owner)] : []),
    ...(isWhole('hears') ? [response.more(asTyped(language, given.hears))] : []),
  ]
  return (
    <Panel title={words.soRead}>
      <div className={styles.box}>
        {says || reason ? (
          <Text className={styles.words}>
            {says && <span className={styles.decision}>{says} </span>}
            {reason}
          </Text>
        ) : (
          <Text className={styles.small}>{words.soReadNone}</Text>
        )}
        {after.map((line) => (
          <Text key={line} size={200} className={styles.small}>
            {line}
          </Text>
        ))}
      </div>
    </Panel>
  )
}
