import { Button, Field, Input, makeStyles, Select, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { barrierWords } from '../../../cards/barriers/words.ts'
import {
  BARRIER_KINDS,
  BARRIER_LIMIT,
  type BarrierKind,
  type BarrierShown,
  type RaisedShown,
} from '../../../services/barriers/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { barrierPageWords } from '../../words/barriers.ts'
import { Barriers } from './barriers.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '640px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

interface Given {
  done(): void
  joins(one: BarrierShown): Promise<void>
  cancel(): void
}

/** What somebody puts on the list, in place: who reads it is said before, and what is like it is offered to join. */
export function Raise({ done, joins, cancel }: Given) {
  const styles = useStyles()
  const { api, language } = useSession()
  const words = useWords(barrierPageWords)
  const card = barrierWords(language)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<BarrierKind>('in-de-weg')
  const [who, setWho] = useState('')
  const [answer, setAnswer] = useState<RaisedShown | 'failed'>()
  const isOf = answer !== undefined && answer !== 'failed'
  const similar = isOf && answer.kind === 'similar' ? (answer.similar ?? []) : []

  async function put() {
    const sent = { text, kind, who, seen: similar.length > 0 }
    const raised = await api.post<RaisedShown>('/api/me/barriers', sent).catch(() => 'failed' as const)
    if (raised !== 'failed' && raised.kind === 'raised') done()
    else setAnswer(raised)
  }

  const problem = answer === 'failed' ? words.failed : answer?.problem && card.problems[answer.problem]
  return (
    <Panel title={card.raiseTitle}>
      <div className={styles.form}>
        <Field label={card.field} {...(problem && { validationMessage: problem })}>
          <Textarea
            autoFocus
            value={text}
            maxLength={BARRIER_LIMIT}
            placeholder={card.example}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <Field label={card.kind}>
          <Select value={kind} onChange={(_, { value }) => setKind(value as BarrierKind)}>
            {BARRIER_KINDS.map((one) => (
              <option key={one} value={one}>
                {card.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={card.who}>
          <Input value={who} maxLength={200} placeholder={card.whoExample} onChange={(_, { value }) => setWho(value)} />
        </Field>
        {similar.length > 0 && (
          <div role="status">
            <Text weight="semibold">{card.like}</Text>
            <Barriers all={similar} joins={joins} />
            <Text size={200}>{card.joinNote}</Text>
          </div>
        )}
        <Text size={200}>{card.raiseNote}</Text>
        <div className={styles.acts}>
          <Button appearance="primary" onClick={() => void put()}>
            {similar.length > 0 ? card.putAnyway : card.put}
          </Button>
          <Button onClick={cancel}>{words.cancel}</Button>
        </div>
      </div>
    </Panel>
  )
}
