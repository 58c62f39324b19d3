import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useEffect, useState } from 'react'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import { ANSWER_LIMIT, type MomentShown, SHARING, type Sharing } from '../../../services/reflection/schema.ts'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'
import { Consent } from './consent.tsx'
import { type Draft, useSaving } from './saving.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
})

interface Given {
  /** Absent for one that is begun here. */
  moment?: MomentShown
  done(moment: MomentShown): void
  back(): void
}

/** A moment being written or changed. What was typed stays until it is saved or given up, also on another page. */
export default function Editor({ moment, done, back }: Given) {
  const { drafts } = useSession()
  const id = moment?.id ?? 'new'
  const [draft, setDraft] = useState<Draft>(() => (drafts.get(id) as Draft) ?? begun(moment))
  const saving = useSaving(moment, (kept) => {
    drafts.delete(id)
    done(kept)
  })
  useEffect(() => void drafts.set(id, draft), [drafts, id, draft])
  const leave = () => {
    drafts.delete(id)
    back()
  }

  if (saving.asked) return <Consent asked={saving.asked} agree={saving.agree} decline={saving.decline} />
  return <Form moment={moment} draft={draft} setDraft={setDraft} saving={saving} back={leave} />
}

const begun = (moment?: MomentShown): Draft => ({
  text: moment?.text ?? '',
  how: moment?.how ?? '',
  sharing: moment?.sharing ?? 'self',
})

interface FormGiven {
  moment: MomentShown | undefined
  draft: Draft
  setDraft(draft: Draft): void
  saving: ReturnType<typeof useSaving>
  back(): void
}

function Form({ moment, draft, setDraft, saving, back }: FormGiven) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  const { problem } = saving
  const mistakes = { empty: words.empties, 'too-long': words.tooLong(ANSWER_LIMIT) }
  const mistake = problem === 'empty' || problem === 'too-long' ? mistakes[problem] : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    saving.save(draft)
  }
  return (
    <form onSubmit={send} className={styles.form}>
      <Field label={moment?.question?.[language] ?? reflection.own} {...(mistake && { validationMessage: mistake })}>
        <Textarea
          autoFocus
          resize="vertical"
          rows={5}
          value={draft.text}
          onChange={(_, { value }) => setDraft({ ...draft, text: value })}
        />
      </Field>
      <Field label={words.how}>
        <Select value={draft.how} onChange={(_, { value }) => setDraft({ ...draft, how: value as Draft['how'] })}>
          <option value="">{reflection.noHow}</option>
          {Object.entries(reflection.hows).map(([how, title]) => (
            <option key={how} value={how}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {moment?.journalOnly ? (
        <Text>{reflection.journalOnly}</Text>
      ) : (
        <Readers sharing={draft.sharing} choose={(sharing) => setDraft({ ...draft, sharing })} />
      )}
      <Text size={200} className={styles.small}>
        {reflection.note}
      </Text>
      {problem === 'failed' && (
        <Text role="alert" className={styles.error}>
          {words.notSaved}
        </Text>
      )}
      {saving.now && <Meanwhile now={saving.now} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={saving.isBusy}>
          {saving.now ? words.overwrite : reflection.save}
        </Button>
        <Button onClick={back}>{words.back}</Button>
      </div>
    </form>
  )
}

/** Who may read it. */
function Readers({ sharing, choose }: { sharing: Sharing; choose(sharing: Sharing): void }) {
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  return (
    <Field label={reflection.sharing}>
      <RadioGroup value={sharing} onChange={(_, { value }) => choose(value as Sharing)}>
        {SHARING.map((one) => (
          <Radio key={one} value={one} label={reflection.sharings[one]} />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** The same moment as somebody, most likely they themself, left it on another screen. */
function Meanwhile({ now }: { now: MomentShown }) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  return (
    <div role="alert" className={styles.form}>
      <Text weight="semibold">{words.meanwhile}</Text>
      <Text>
        {words.meanwhileNow} “{now.text}”
      </Text>
    </div>
  )
}
