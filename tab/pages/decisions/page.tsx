import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DecisionsShown } from '../../../services/pulse/reading/shown-schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Columns, Head, Panel } from '../../kit/layout.tsx'
import { Lines } from '../../kit/lines.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { decisionWords } from '../../words/decisions.ts'
import { Point } from './point.tsx'

const useStyles = makeStyles({
  sent: { color: tokens.colorNeutralForeground2 },
  points: { display: 'grid', gap: '20px', listStyleType: 'none', margin: '16px 0 0', padding: 0 },
  print: { marginTop: tokens.spacingVerticalL },
  // On paper there is one decision and nothing else.
  offPaper: { '@media print': { display: 'none' } },
})

/** What was decided about what people said, read back by everybody it was for. */
export default function Decisions() {
  const words = useWords(decisionWords)
  const styles = useStyles()
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<DecisionsShown>('/api/me/decisions'), [api]))
  const [printed, choose] = useState<string>()
  const print = (id: string) => {
    // The others are off the paper before it is asked for.
    flushSync(() => choose(id))
    window.print()
  }
  return (
    <>
      <Head title={words.title} under={words.under} />
      <Fetched from={loaded}>
        {({ decisions }) => (
          <>
            <Columns aside={<Beside />}>
              {decisions.length === 0 ? (
                <Panel title={words.none}>
                  <Text>{words.noneText}</Text>
                </Panel>
              ) : (
                decisions.map((one) => (
                  <div key={one.id} className={(printed ?? decisions[0]?.id) === one.id ? undefined : styles.offPaper}>
                    <Decision decision={one} print={() => print(one.id)} />
                  </div>
                ))
              )}
            </Columns>
          </>
        )}
      </Fetched>
    </>
  )
}

function Decision({
  decision: { from, to, by, sent, altered, points },
  print,
}: {
  decision: DecisionsShown['decisions'][number]
  print(): void
}) {
  const styles = useStyles()
  const words = useWords(decisionWords)
  const { language } = useSession()
  return (
    <Panel title={words.period(dayOf(language, from), dayOf(language, to))}>
      <Text className={styles.sent}>{words.sent(by, dayOf(language, sent))}</Text>
      <ul className={styles.points}>
        {points.map((one) => (
          <Point key={`${one.point.kind} ${one.point.words}`} of={one} altered={altered} />
        ))}
      </ul>
      <div className={mergeClasses(styles.print, styles.offPaper)}>
        <Button onClick={print} aria-label={words.printNamed(dayOf(language, from), dayOf(language, to))}>
          {words.printAct}
        </Button>
      </div>
    </Panel>
  )
}

function Beside() {
  const styles = useStyles()
  const words = useWords(decisionWords)
  return (
    <div className={styles.offPaper}>
      <Panel title={words.how}>
        <Lines lines={words.howText} />
      </Panel>
    </div>
  )
}
