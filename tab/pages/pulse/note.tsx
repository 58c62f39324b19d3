import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { dateIn } from '../../../cards/kit/dates.ts'
import { pointIn } from '../../../cards/pulse/decision.ts'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import type { ResponseShown } from '../../../services/pulse/reading/shown-schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { Failed } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL },
  small: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
  button: { justifySelf: 'start' },
})

interface Given {
  block: string
  asks: Extract<ResponseShown, { kind: 'asks' }>
  note(body: object): Promise<void>
}

/** What is said to all quotes together, and no decision. */
const isReplyTo = ({ point, promised }: Given['asks']) => point.kind === 'words' && !promised

/** What is said to all quotes together; or one point, and what is decided about it: the fields of card 07. */
export function Note({ block, asks, note }: Given) {
  const styles = useStyles()
  const words = useWords(pulseWords)
  const { language } = useSession()
  const response = responseCardWords(language)
  const { point, place, number, of, due, promised, noted, problem } = asks
  const isReply = isReplyTo(asks)
  const [given, give] = useState({ decision: '', reason: '', owner: '', hears: '', ...noted })
  const [isFailed, setFailed] = useState(false)
  const send = () => {
    setFailed(false)
    note({ point: String(place), ...given }).catch(() => setFailed(true))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <Panel title={words.turn}>
      <form className={styles.form} onSubmit={submit}>
        <div>
          <Text block size={200} className={styles.small}>
            {isReply ? words.theirWords(dateIn(language, due)) : words.place(number, of, dateIn(language, due))}
          </Text>
          <Text block weight="semibold">
            {pointIn(language, point, 'points')}
          </Text>
        </div>
        {isReply && <Text>{response.reply.together}</Text>}
        <Text>{response.everybody(block)}</Text>
        {promised && (
          <Text>
            {response.says[promised.decision]} {promised.reason}
          </Text>
        )}
        {problem && (
          <Text role="alert" className={styles.error}>
            {isReply && (problem === 'no-reason' || problem === 'thanks-alone')
              ? response.reply.error
              : response.problems[problem as keyof typeof response.problems]}
          </Text>
        )}
        <Fields asks={asks} given={given} give={give} />
        {isFailed && <Failed again={send} />}
        <Button type="submit" appearance="primary" className={styles.button}>
          {response.next}
        </Button>
      </form>
    </Panel>
  )
}

type Noted = Record<'decision' | 'reason' | 'owner' | 'hears', string>

function Fields({ asks, given, give }: { asks: Given['asks']; given: Noted; give(given: Noted): void }) {
  const { language } = useSession()
  const response = responseCardWords(language)
  const { offered, promised } = asks
  const isReply = isReplyTo(asks)
  const told = promised
    ? response.outcome
    : isReply
      ? { ...response, reason: response.reply.field, reasonPlaceholder: response.reply.placeholder }
      : response
  return (
    <>
      {!isReply && (
        <Field label={told.decision}>
          <RadioGroup value={given.decision} onChange={(_, { value }) => give({ ...given, decision: value })}>
            {offered.map((kind) => (
              <Radio key={kind} value={kind} label={response.decisions[kind]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={told.reason}>
        <Textarea
          rows={4}
          placeholder={told.reasonPlaceholder}
          value={given.reason}
          onChange={(_, { value }) => give({ ...given, reason: value })}
        />
      </Field>
      {!promised && !isReply && (
        <Field label={response.owner}>
          <Input
            placeholder={response.ownerPlaceholder}
            value={given.owner}
            onChange={(_, { value }) => give({ ...given, owner: value })}
          />
        </Field>
      )}
      {!isReply && (
        <Field label={told.hears}>
          <Input
            placeholder={response.hearsPlaceholder}
            value={given.hears}
            onChange={(_, { value }) => give({ ...given, hears: value })}
          />
        </Field>
      )}
    </>
  )
}
