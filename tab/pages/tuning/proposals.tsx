import { Button, Field, makeStyles, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useCallback, useState } from 'react'
import { facts } from '../../../cards/kit/dates.ts'
import { proposalWords as proposalCardWords } from '../../../cards/prompts/words.ts'
import { type ProposalsShown, REASON_LIMIT } from '../../../services/prompts/schema.ts'
import { Refusal } from '../../api.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel, Quote } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'

type Proposal = ProposalsShown['proposals'][number]

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXL },
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  wide: { width: '100%' },
  small: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
})

/** What colleagues would like to be asked: each gets an answer, with a reason. */
export function Proposals() {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { api, say } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<ProposalsShown>('/api/hr/proposals'), [api]))
  const answered = (id: string) => {
    say(words.answered)
    if (loaded.kind === 'done') loaded.set({ proposals: loaded.value.proposals.filter((one) => one.id !== id) })
  }
  return (
    <Panel title={words.proposals}>
      <Fetched from={loaded}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <Text>{words.noProposals}</Text>
          ) : (
            <ul className={styles.list}>
              {proposals.map((proposal) => (
                <li key={proposal.id}>
                  <Answer proposal={proposal} answered={() => answered(proposal.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
    </Panel>
  )
}

function Answer({ proposal: { id, question, by, team, due }, answered }: { proposal: Proposal; answered(): void }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { api, language } = useSession()
  const [isTaken, setTaken] = useState(true)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'missing' | 'personal' | 'failed'>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!reason.trim()) return setProblem('missing')
    setProblem(undefined)
    await api
      .post(`/api/hr/proposals/${encodeURIComponent(id)}/answer`, { isTaken, reason })
      .then(answered, (error: unknown) =>
        setProblem(error instanceof Refusal && error.code === 'personal' ? 'personal' : 'failed'),
      )
  }
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <Quote>{question}</Quote>
      <Text size={200} className={styles.small}>
        {facts(by, team, words.answerBefore(dayOf(language, due)))}
      </Text>
      <Field label={words.decision}>
        <RadioGroup value={isTaken ? 'taken' : 'declined'} onChange={(_, { value }) => setTaken(value === 'taken')}>
          <Radio value="taken" label={words.take} />
          <Radio value="declined" label={words.decline} />
        </RadioGroup>
      </Field>
      <Field
        className={styles.wide}
        label={words.answerWhy}
        {...(problem === 'missing' && { validationMessage: words.reasonMissing })}
        {...(problem === 'personal' && { validationMessage: proposalCardWords(language).problems.personal })}
      >
        <Textarea
          resize="vertical"
          maxLength={REASON_LIMIT}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      {problem === 'failed' && (
        <Text role="alert" className={styles.error}>
          {words.failed}
        </Text>
      )}
      <Button type="submit" aria-label={words.answerOf(question)}>
        {words.answer}
      </Button>
    </form>
  )
}
