import { Button, Field, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useCallback } from 'react'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import { ANSWER_LIMIT, type QuestionShown, SHARING, type Sharing } from '../../../services/reflection/schema.ts'
import { useLoaded } from '../../kit/loaded.ts'
import { Failed } from '../../kit/states.tsx'
import { Unfolding } from '../../kit/unfolding.tsx'
import { useSession, useWords } from '../../session.ts'
import { runningWords } from '../../words/running.ts'
import { Consent } from '../my-learning/consent.tsx'
import { type Answering, type Draft, useAnswering, type Waiting } from './answering.ts'
import { Help } from './help.tsx'
import { Receipt } from './receipt.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  choice: { flex: '1 1 200px', minWidth: 0 },
  select: { width: '100%', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
})

/** The question of the week, answered where it stands. */
export default function Question() {
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<QuestionShown>('/api/me/question'), [api]))
  if (loaded.kind === 'failed') return <Failed again={loaded.again} />
  if (loaded.kind === 'loading' || loaded.value.kind === 'none') return null
  return <Answer waiting={loaded.value} />
}

function Answer({ waiting }: { waiting: Waiting }) {
  const styles = useStyles()
  const answering = useAnswering(waiting)
  const { state } = answering
  if (state.kind === 'saved' || state.kind === 'skipped') return <Receipt of={state} />
  if (state.kind === 'distress')
    return (
      <Help
        adviser={state.adviser}
        isBusy={answering.isBusy}
        keep={() => answering.save({ ...state.isFor, sharing: 'self' }, true)}
        goOn={() => answering.save(state.isFor, true)}
        back={answering.back}
      />
    )
  if (state.kind === 'asks-consent')
    return (
      <div className={styles.form}>
        <Problems of={answering} />
        <Consent asked={state} agree={() => answering.agree(state)} decline={answering.decline} />
      </div>
    )
  return <Form waiting={waiting} answering={answering} />
}

function Form({ waiting, answering }: { waiting: Waiting; answering: Answering }) {
  const styles = useStyles()
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  const { draft, write, problem, isBusy, save, skip } = answering
  const mistakes = { empty: reflection.answerError, 'too-long': reflection.tooLong(ANSWER_LIMIT) }
  const mistake = problem === 'empty' || problem === 'too-long' ? mistakes[problem] : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    save(draft)
  }
  return (
    <form onSubmit={send} className={styles.form}>
      {waiting.left && <Text>{reflection.unsaved}</Text>}
      <Field label={reflection.answer} {...(mistake && { validationMessage: mistake })}>
        <Textarea
          resize="vertical"
          rows={3}
          placeholder={waiting.example}
          value={draft.text}
          onChange={(_, { value }) => write({ ...draft, text: value })}
        />
      </Field>
      <Choices waiting={waiting} draft={draft} write={write} />
      <Problems of={answering} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {reflection.save}
        </Button>
        <Button onClick={skip} disabledFocusable={isBusy}>
          {reflection.skip}
        </Button>
      </div>
      <WhoReads waiting={waiting} />
    </form>
  )
}

interface ChoicesGiven {
  waiting: Waiting
  draft: Draft
  write(draft: Draft): void
}

/** How it was learned, which may stay open, and who may read it. */
function Choices({ waiting, draft, write }: ChoicesGiven) {
  const styles = useStyles()
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  return (
    <div className={styles.choices}>
      <Field label={reflection.how} className={styles.choice}>
        <Select
          className={styles.select}
          value={draft.how}
          onChange={(_, { value }) => write({ ...draft, how: value as Draft['how'] })}
        >
          <option value="">{reflection.noHow}</option>
          {Object.entries(reflection.hows).map(([how, title]) => (
            <option key={how} value={how}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {waiting.journalOnly ? (
        <Text>{reflection.journalOnly}</Text>
      ) : (
        <Field label={reflection.sharing} className={styles.choice}>
          <Select
            className={styles.select}
            value={draft.sharing}
            onChange={(_, { value }) => write({ ...draft, sharing: value as Sharing })}
          >
            {SHARING.map((one) => (
              <option key={one} value={one}>
                {reflection.sharings[one]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  )
}

/** The same words as under *Wie leest wat?* on the card. */
function WhoReads({ waiting: { why, journalOnly, counted } }: { waiting: Waiting }) {
  const styles = useStyles()
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  const line = counted === 'counted' || counted === 'late' ? counted : 'other'
  if (journalOnly) return null
  return (
    <>
      <Text size={200} className={styles.small}>
        {reflection.counted[line]}
      </Text>
      <Unfolding title={reflection.whoReads}>
        {reflection.whyPoints.map(([who, what]) => (
          <Text block key={who}>
            <strong>{who}</strong> {what}
          </Text>
        ))}
        {why && (
          <Text block>
            <strong>{reflection.whyThis}</strong> {why}
          </Text>
        )}
      </Unfolding>
    </>
  )
}

function Problems({ of: { problem } }: { of: Answering }) {
  const styles = useStyles()
  const words = useWords(runningWords)
  if (problem !== 'failed' && problem !== 'second') return null
  return (
    <Text role="alert" className={styles.error}>
      {problem === 'second' ? words.question.second : words.question.notSaved}
    </Text>
  )
}
