import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type NewPrompt, type PromptShown, Words } from '../../../services/prompts/schema.ts'
import { Refusal } from '../../api.ts'
import { Back, Columns, Head, Panel } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import { Form } from './form.tsx'
import { Preview } from './preview.tsx'
import { EMPTY } from './words-of.ts'

const KEY = 'prompt +'
const NAME_LIMIT = 40

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalM },
  error: { color: tokens.colorPaletteRedForeground1 },
})

/** A question of the municipality's own. It is a draft at first: nobody gets it yet. */
export function NewQuestion({ added, back }: { added(prompt: PromptShown): void; back(): void }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { drafts } = useSession()
  const [typed, setTyped] = useState<Words>(() => (drafts.get(KEY) as Words) ?? EMPTY)
  const [audience, setAudience] = useState<NewPrompt['audience']>('everyone')
  const [journalOnly, setJournalOnly] = useState(false)
  const { isBusy, problem, save } = useSaving(added)
  const mayBeSaved = Words.safeParse(typed).success && !isBusy
  const type = (given: Words) => {
    drafts.set(KEY, given)
    setTyped(given)
  }

  return (
    <>
      <Back to={back}>{words.back}</Back>
      <Head title={words.newTitle}>
        <Button
          appearance="primary"
          disabledFocusable={!mayBeSaved}
          onClick={() => mayBeSaved && void save({ audience, journalOnly, words: typed })}
        >
          {words.save}
        </Button>
      </Head>
      <Columns aside={<Preview words={typed} journalOnly={journalOnly} />}>
        {problem && (
          <Text role="alert" className={styles.error}>
            {words[problem]}
          </Text>
        )}
        <Form words={typed} changed={type} />
        <Panel title={words.who}>
          <div className={styles.lines}>
            <Field label={words.audience}>
              <RadioGroup value={audience} onChange={(_, { value }) => setAudience(value as NewPrompt['audience'])}>
                {(['everyone', 'managers'] as const).map((one) => (
                  <Radio key={one} value={one} label={words.audiences[one]} />
                ))}
              </RadioGroup>
            </Field>
            <Checkbox
              label={words.onlyJournal}
              checked={journalOnly}
              onChange={(_, { checked }) => setJournalOnly(checked === true)}
            />
          </div>
        </Panel>
      </Columns>
    </>
  )
}

/** What was typed stays until the question is there. */
function useSaving(added: (prompt: PromptShown) => void) {
  const { api, drafts, say } = useSession()
  const words = useWords(tuningWords)
  const [problem, setProblem] = useState<'taken' | 'failed'>()
  const [isBusy, setBusy] = useState(false)

  const save = async (given: Omit<NewPrompt, 'id'>) => {
    setProblem(undefined)
    setBusy(true)
    const body: NewPrompt = { id: nameOf(given.words.nl.question), ...given }
    try {
      const prompt = await api.post<PromptShown>('/api/hr/prompts', body)
      drafts.delete(KEY)
      say(words.saved)
      added(prompt)
    } catch (error) {
      setProblem(error instanceof Refusal && error.status === 409 ? 'taken' : 'failed')
      setBusy(false)
    }
  }

  return { isBusy, problem, save }
}

/** A name for the question, of its own letters. */
const nameOf = (question: string) =>
  question
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\s]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, NAME_LIMIT)
    .replace(/-+$/, '')
