import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type PromptShown, type PromptsShown, Words } from '../../../services/prompts/schema.ts'
import { Back, Columns, Head, Panel, Quote } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import { type Editing, isSame, useEditing } from './editing.ts'
import { Figures } from './figures.tsx'
import { Form } from './form.tsx'
import { Preview } from './preview.tsx'
import { Versions } from './versions.tsx'
import { Who } from './who.tsx'
import { draftOf, EMPTY, inUse, isOwn, numberOf, titleOf, wordsOf } from './words-of.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  lines: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  error: { color: tokens.colorPaletteRedForeground1 },
  wide: { width: '100%' },
})

interface Given {
  prompt: PromptShown
  shown: PromptsShown
  changed(prompt: PromptShown): void
  back(): void
}

/** One question: its words in both languages, for whom it is, why it changes, and how it will look. */
export function Editor({ prompt, shown, changed, back }: Given) {
  const words = useWords(tuningWords)
  const { drafts, language } = useSession()
  const key = `prompt ${prompt.id}`
  const kept = draftOf(prompt) ?? inUse(prompt) ?? prompt.versions.at(-1)
  const [typed, setTyped] = useState<Words>(() => (drafts.get(key) as Words) ?? (kept ? wordsOf(kept) : EMPTY))
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const editing = useEditing(prompt, changed)
  const isChanged = !kept || !isSame(kept, typed)
  useUnsaved(isChanged)
  useEffect(() => void (isChanged ? drafts.set(key, typed) : drafts.delete(key)), [drafts, key, typed, isChanged])

  /** What the works council reads is written first. */
  const because = (act: (why: string) => void) => {
    setMissing(!why.trim())
    if (why.trim()) act(why.trim())
  }
  const publish = () =>
    because(async (reason) => {
      if (await editing.publish(words.publishedNow, typed, reason)) setWhy('')
    })

  const used = inUse(prompt)
  const name = used && (isOwn(used) ? words.version(numberOf(used)) : words.standard)
  return (
    <>
      <Back to={back}>{words.back}</Back>
      <Head title={titleOf(prompt, language)} under={name ? words.inUse(name) : words.notInUse}>
        <Steps
          editing={editing}
          typed={typed}
          isChanged={isChanged}
          hasDraft={draftOf(prompt) !== undefined}
          publish={publish}
        />
      </Head>
      <Columns aside={<Preview words={typed} journalOnly={prompt.journalOnly} />}>
        <Trouble editing={editing} now={kept?.[language].question} />
        <Form words={typed} changed={setTyped} />
        <Panel title={words.reason}>
          <Field label={words.reasonText} {...(isMissing && !why.trim() && { validationMessage: words.reasonMissing })}>
            <Input value={why} maxLength={300} onChange={(_, { value }) => setWhy(value)} />
          </Field>
        </Panel>
        <Who prompt={prompt} shown={shown} editing={editing} because={because} />
        {used && <Figures key={prompt.revision} prompt={prompt} editing={editing} because={because} />}
        <Versions prompt={prompt} takeOver={setTyped} editing={editing} because={because} />
      </Columns>
    </>
  )
}

interface StepsGiven {
  editing: Editing
  typed: Words
  isChanged: boolean
  hasDraft: boolean
  publish(): void
}

/** What can be done with the words that are typed. */
function Steps({ editing, typed, isChanged, hasDraft, publish }: StepsGiven) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const isRight = Words.safeParse(typed).success
  return (
    <div className={styles.buttons}>
      <Button
        appearance="primary"
        disabledFocusable={editing.isBusy || !isRight || (!isChanged && !hasDraft)}
        onClick={publish}
      >
        {words.publish}
      </Button>
      <Button disabledFocusable={editing.isBusy || !isRight} onClick={() => void editing.tryOut(words.sent, typed)}>
        {words.try}
      </Button>
      <Button
        disabledFocusable={editing.isBusy || !isRight || !isChanged}
        onClick={() => void editing.save(words.saved, typed)}
      >
        {editing.problem === 'meanwhile' ? words.anyway : words.save}
      </Button>
    </div>
  )
}

/** What went wrong, with what somebody else wrote meanwhile. */
function Trouble({ editing: { problem }, now }: { editing: Editing; now: string | undefined }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  if (!problem) return null
  const told = { meanwhile: words.meanwhile, 'not-now': words.notNow, failed: words.failed }[problem]
  return (
    <div role="alert" className={styles.lines}>
      <Text className={styles.error}>{told}</Text>
      {problem === 'meanwhile' && now && (
        <>
          <Text>{words.meanwhileNow}</Text>
          <Quote>{now}</Quote>
        </>
      )}
    </div>
  )
}

/** A person who closes the page is asked first. Another page of the tab keeps what was typed. */
function useUnsaved(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
