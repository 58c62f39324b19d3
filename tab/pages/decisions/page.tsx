import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
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
  print: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
})

/** What was decided about what people said, read back by everybody it was for. */
export default function Decisions() {
  const words = useWords(decisionWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<DecisionsShown>('/api/me/decisions'), [api]))
  return (
    <>
      <Head title={words.title} under={words.under} />
      <Fetched from={loaded}>
        {({ decisions }) => (
          <>
            <Columns aside={<Beside canPrint={decisions.length > 0} />}>
              {decisions.length === 0 ? (
                <Panel title={words.none}>
                  <Text>{words.noneText}</Text>
                </Panel>
              ) : (
                decisions.map((one) => <Decision key={one.id} decision={one} />)
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
}: {
  decision: DecisionsShown['decisions'][number]
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
    </Panel>
  )
}

function Beside({ canPrint }: { canPrint: boolean }) {
  const styles = useStyles()
  const words = useWords(decisionWords)
  return (
    <>
      <Panel title={words.how}>
        <Lines lines={words.howText} />
      </Panel>
      {canPrint && (
        <Panel title={words.print}>
          <div className={styles.print}>
            <Text>{words.printText}</Text>
            <Button onClick={() => window.print()}>{words.printAct}</Button>
          </div>
        </Panel>
      )}
    </>
  )
}
