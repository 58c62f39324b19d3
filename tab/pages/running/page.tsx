import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { LineShown, RunningShown } from '../../../services/running/schema.ts'
import { later } from '../../kit/later.tsx'
import { Columns, Head, Panel } from '../../kit/layout.tsx'
import { Lines } from '../../kit/lines.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Row, Rows } from '../../kit/rows.tsx'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { runningWords } from '../../words/running.ts'

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground2 },
})

/** What it takes to answer: the rest of the page does not wait for it. */
const { Later: Question } = later(() => import('./question.tsx'))
const { Later: IntentionAnswer } = later(() => import('../intentions/answer.tsx'))

/** What waits for somebody, and what they wait for: each with who has it and until when. */
export default function Running() {
  const words = useWords(runningWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<RunningShown>('/api/me/running'), [api]))
  return (
    <>
      <Head title={words.title} under={words.under} />
      <Fetched from={loaded}>
        {({ yours, others }) => (
          <>
            <Columns aside={<Beside />}>
              <Panel title={words.yours}>
                <List lines={yours} none={words.yoursNone} again={() => loaded.kind === 'done' && loaded.again()} />
              </Panel>
              <Panel title={words.others}>
                <List lines={others} none={words.othersNone} again={() => {}} />
              </Panel>
            </Columns>
          </>
        )}
      </Fetched>
    </>
  )
}

function List({ lines, none, again }: { lines: readonly LineShown[]; none: string; again(): void }) {
  const styles = useStyles()
  const words = useWords(runningWords)
  if (lines.length === 0) return <Text className={styles.none}>{none}</Text>
  return (
    <Rows>
      {lines.map(({ holder, what, about, until, page, here, intention }) => (
        <Row
          key={`${holder} ${what} ${about} ${until}`}
          day={until}
          title={[holder, what].filter(Boolean).join(' ')}
          under={about}
          {...(page &&
            !here &&
            !intention && { to: `#/${page}`, act: words.open, actNamed: words.openNamed(`${what}, ${about}`) })}
        >
          {here && <Question />}
          {intention && <IntentionAnswer intention={intention} text={about} done={again} />}
        </Row>
      ))}
    </Rows>
  )
}

function Beside() {
  const words = useWords(runningWords)
  return (
    <>
      <Panel title={words.always}>
        <Rows>
          <Row
            title={words.write}
            under={words.writeText}
            to="#/mijn-leren"
            act={words.open}
            actNamed={words.openNamed(words.write)}
          />
          <Row
            title={words.look}
            under={words.lookText}
            to="#/kennisbank"
            act={words.open}
            actNamed={words.openNamed(words.look)}
          />
          <Row title={words.ask} under={words.askText} />
        </Rows>
      </Panel>
      <Panel title={words.how}>
        <Lines lines={words.howText} />
      </Panel>
    </>
  )
}
