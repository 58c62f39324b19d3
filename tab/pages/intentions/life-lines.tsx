import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { IntentionShown, IntentionsShown } from '../../../services/intentions/schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { Lines } from '../../kit/lines.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { intentionPageWords } from '../../words/intentions.ts'
import { Loop } from './loop.tsx'
import { stepsOf } from './story.ts'

const useStyles = makeStyles({
  line: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'center' },
  own: { fontWeight: tokens.fontWeightSemibold, textAlign: 'center', overflowWrap: 'anywhere' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: { padding: '4px 8px 4px 0', verticalAlign: 'top', fontWeight: tokens.fontWeightRegular },
  subtle: { color: tokens.colorNeutralForeground2 },
})

/** What somebody does with what they learned: the way of the newest, and all that they do differently now. */
export function LifeLines() {
  const words = useWords(intentionPageWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<IntentionsShown>('/api/me/intentions'), [api]))
  return (
    <Fetched from={loaded}>
      {({ intentions: [newest, ...others] }) => (
        <>
          <Panel title={words.line}>{newest ? <LifeLine intention={newest} /> : <Text>{words.none}</Text>}</Panel>
          <Panel title={words.doing}>
            <Doing all={newest ? [newest, ...others] : []} />
          </Panel>
        </>
      )}
    </Fetched>
  )
}

function LifeLine({ intention }: { intention: IntentionShown }) {
  const styles = useStyles()
  const words = useWords(intentionPageWords)
  const { language } = useSession()
  const [asTable, setAsTable] = useState(false)
  const steps = stepsOf(words, intention)
  const when = (at: string | undefined) => (at ? dayOf(language, at) : words.later)
  const story = words.story(intention.text, steps.map(({ at, what }) => `${when(at)} ${what}`).join(', '))
  return (
    <div className={styles.line}>
      <Text className={styles.own}>{intention.text}</Text>
      {asTable ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.cell}>{words.when}</th>
              <th className={styles.cell}>{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ at, what }) => (
              <tr key={`${at} ${what}`}>
                <th scope="row" className={styles.cell}>
                  {when(at)}
                </th>
                <td className={styles.cell}>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Loop steps={steps} name={story} />
      )}
      <Button onClick={() => setAsTable(!asTable)}>{asTable ? words.asPicture : words.asTable}</Button>
      <Text size={200} className={styles.subtle}>
        {words.only}
      </Text>
    </div>
  )
}

/** How somebody works now, in their own words. */
function Doing({ all }: { all: readonly IntentionShown[] }) {
  const words = useWords(intentionPageWords)
  const lines = all
    .filter(({ checks }) => checks.at(-1)?.result === 'toegepast')
    .map(({ text, practice }) =>
      [practice?.text ?? text, practice?.keeper && words.keeper(practice.keeper)].filter(Boolean).join(' · '),
    )
  return lines.length > 0 ? <Lines lines={[...new Set(lines)]} /> : <Text>{words.doingNone}</Text>
}
