import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { namedIn } from '../../../cards/pulse/figures.ts'
import { nextLine, sinceLine } from '../../../cards/pulse/rotation.ts'
import { pulseWords as pulseCardWords } from '../../../cards/pulse/words.ts'
import type { PulseShown } from '../../../services/pulse/reading/shown-schema.ts'
import type { ToldList } from '../../../services/pulse/rules/lists.ts'
import { Panel, Quote } from '../../kit/layout.tsx'
import { useSession } from '../../session.ts'
import { Organisation } from './organisation.tsx'
import { scaled, WordScale } from './word-scale.tsx'

export type Pulse = Extract<PulseShown, { kind: 'pulse' }>

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, listStyleType: 'none', margin: 0, padding: 0 },
  block: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
})

/** Literal words first, of nobody in particular; then the rest, in words and never in numbers. */
export function Said({ pulse: { block, quotes, rests, figures, rotation, organisation } }: { pulse: Pulse }) {
  const styles = useStyles()
  const { language } = useSession()
  const words = pulseCardWords(language)
  const { theirs } = words
  const { needs, topics } = namedIn(language, figures)
  const isTold = (list: ToldList) => !rotation?.list || rotation.list === list
  return (
    <>
      <h2 className={styles.block}>{words.title(block)}</h2>
      <Panel title={theirs.own}>
        {quotes.length > 0 ? (
          <div className={styles.list}>
            {quotes.map((words) => (
              <Quote key={words}>{words}</Quote>
            ))}
          </div>
        ) : (
          <Text>{words.nothing}</Text>
        )}
        {rests && <Text className={styles.note}>{words.rests}</Text>}
      </Panel>
      {isTold('needs') && <Lines title={theirs.needs} lines={needs} />}
      {isTold('topics') && <Lines title={theirs.topics} lines={topics} />}
      {isTold('how') &&
        (scaled(figures).length > 0 ? (
          <Panel title={theirs.hows}>
            <WordScale figures={figures} />
          </Panel>
        ) : (
          <Lines title={theirs.hows} lines={[]} />
        ))}
      {rotation && (
        <Text className={styles.note}>
          {sinceLine(language, rotation)} {nextLine(language, rotation, 'theirs')}
        </Text>
      )}
      <Text className={styles.note}>{words.note}</Text>
      <Organisation of={organisation} />
    </>
  )
}

/** Every list ends the same way when there is nothing in it, whatever the reason. */
function Lines({ title, lines }: { title: string; lines: string[] }) {
  const styles = useStyles()
  const { language } = useSession()
  return (
    <Panel title={title}>
      {lines.length === 0 ? (
        <Text>{pulseCardWords(language).nothing}</Text>
      ) : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
