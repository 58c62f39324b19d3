import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { intentionWords } from '../../../cards/intentions/words.ts'
import {
  BARRIERS,
  type Barrier,
  type CheckSent,
  INTENTION_LIMIT,
  type IntentionShown,
  KEEPER_LIMIT,
  RESULTS,
  type Result,
} from '../../../services/intentions/schema.ts'
import type { LineShown } from '../../../services/running/schema.ts'
import { useSession, useWords } from '../../session.ts'
import { intentionPageWords } from '../../words/intentions.ts'

const useStyles = makeStyles({
  entry: { display: 'grid', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Given extends Pick<Required<LineShown>, 'intention'> {
  text: string
  /** It is answered, and what could be said beside it was. */
  done(): void
}

/** An intention of which it is time to say how it went: answered here, with what can be said beside it. */
export default function IntentionAnswer({ intention: { id, after }, text, done }: Given) {
  const styles = useStyles()
  const words = useWords(intentionPageWords)
  const { api, language } = useSession()
  const { results, kind } = intentionWords(language)
  const [said, setSaid] = useState<Result>()
  const [hasFailed, setFailed] = useState(false)

  async function send(sent: Omit<CheckSent, 'after'>): Promise<boolean> {
    const wasKept = await api.post<IntentionShown>(`/api/me/intentions/${id}/check`, { after, ...sent }).then(
      () => true,
      () => false,
    )
    setFailed(!wasKept)
    return wasKept
  }

  return (
    <div className={styles.entry}>
      {said ? (
        <Beside result={said} kind={kind[said]} send={send} done={done} />
      ) : (
        <div className={styles.buttons}>
          {RESULTS.map((result) => (
            <Button
              key={result}
              aria-label={words.named(results[result], text)}
              onClick={async () => {
                if (await send({ result })) setSaid(result)
              }}
            >
              {results[result]}
            </Button>
          ))}
        </div>
      )}
      <div role="alert">{hasFailed && <Text>{words.notKept}</Text>}</div>
    </div>
  )
}

interface BesideGiven {
  result: Result
  kind: string
  send(sent: Omit<CheckSent, 'after'>): Promise<boolean>
  done(): void
}

/** Kept; and what can be said beside it, which may stay empty. */
function Beside({ result, kind, send, done }: BesideGiven) {
  const styles = useStyles()
  const words = useWords(intentionPageWords)
  const { language } = useSession()
  const { inTheWay, pick, barriers, practice: asksHow, keeper: asksWho, results } = intentionWords(language)
  const [barrier, setBarrier] = useState<Barrier | ''>('')
  const [practice, setPractice] = useState('')
  const [keeper, setKeeper] = useState('')
  const end = async () => {
    const nothing = !barrier && !practice.trim()
    if (nothing || (await send({ result, barriers: barrier ? [barrier] : [], practice, keeper }))) done()
  }
  return (
    <>
      <Text role="status">
        <strong>{results[result]}.</strong> {kind} {words.kept}
      </Text>
      {(result === 'deels' || result === 'terug') && (
        <Field label={inTheWay}>
          <Select value={barrier} onChange={(_, { value }) => setBarrier(BARRIERS.find((one) => one === value) ?? '')}>
            <option value="">{pick}</option>
            {BARRIERS.map((one) => (
              <option key={one} value={one}>
                {barriers[one]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {result === 'toegepast' && (
        <>
          <Field label={asksHow}>
            <Input value={practice} maxLength={INTENTION_LIMIT} onChange={(_, { value }) => setPractice(value)} />
          </Field>
          <Field label={asksWho}>
            <Input value={keeper} maxLength={KEEPER_LIMIT} onChange={(_, { value }) => setKeeper(value)} />
          </Field>
        </>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => void end()}>
          {words.done}
        </Button>
      </div>
    </>
  )
}
