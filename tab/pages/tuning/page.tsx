import { Button, makeStyles } from '@fluentui/react-components'
import { startTransition, useCallback, useState } from 'react'
import type { PromptShown, PromptsShown } from '../../../services/prompts/schema.ts'
import { Columns, Head } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Segments } from '../../kit/segments.tsx'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import { Calendar } from './calendar/page.tsx'
import { Editor } from './editor.tsx'
import { Log } from './log.tsx'
import { NewQuestion } from './new-question.tsx'
import { Proposals } from './proposals.tsx'
import { Questions } from './questions.tsx'

type View = 'questions' | 'calendar'

const useStyles = makeStyles({ views: { marginBottom: '24px' } })

/** HR words the questions, one of them at a time, and decides when they go out. */
export default function Tuning() {
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<PromptsShown>('/api/hr/prompts'), [api]))
  return (
    <Fetched from={loaded}>
      {(shown) => (
        <Shown
          shown={shown}
          changed={(prompt) => loaded.kind === 'done' && loaded.set(withPrompt(shown, prompt))}
          again={() => loaded.kind === 'done' && loaded.again()}
        />
      )}
    </Fetched>
  )
}

const withPrompt = (shown: PromptsShown, prompt: PromptShown): PromptsShown => {
  const isKnown = shown.prompts.some(({ id }) => id === prompt.id)
  const prompts = isKnown
    ? shown.prompts.map((one) => (one.id === prompt.id ? prompt : one))
    : [...shown.prompts, prompt]
  // A question of one's own of which the only draft was thrown away is no more.
  return { ...shown, prompts: prompts.filter(({ versions }) => versions.length > 0) }
}

interface Given {
  shown: PromptsShown
  changed(prompt: PromptShown): void
  again(): void
}

function Shown({ shown, changed, again }: Given) {
  const words = useWords(tuningWords)
  const styles = useStyles()
  const [open, setOpen] = useState<string>()
  const [view, setView] = useState<View>('questions')
  // The press is seen at once; what it opens is much to draw.
  const show = (id: string) => startTransition(() => setOpen(id))
  const prompt = shown.prompts.find(({ id }) => id === open)
  const close = () => {
    setOpen(undefined)
    // What comes next may be otherwise now.
    again()
  }
  if (prompt) return <Editor key={prompt.id} prompt={prompt} shown={shown} changed={changed} back={close} />
  if (open === NEW)
    return (
      <NewQuestion
        back={close}
        added={(added) => {
          changed(added)
          setOpen(added.id)
        }}
      />
    )
  return (
    <>
      <Head title={words.title} under={words.under}>
        {view === 'questions' && (
          <Button appearance="primary" onClick={() => show(NEW)}>
            {words.add}
          </Button>
        )}
      </Head>
      <div className={styles.views}>
        <Segments<View>
          name={words.viewsName}
          of={['questions', 'calendar']}
          named={words.views}
          chosen={view}
          choose={setView}
          size="medium"
        />
      </div>
      {view === 'questions' ? (
        <Columns
          aside={
            <>
              <Proposals />
              <Log title={words.log} from="/api/hr/steps" />
            </>
          }
        >
          <Questions prompts={shown.prompts} open={show} />
        </Columns>
      ) : (
        <Calendar prompts={shown.prompts} />
      )}
    </>
  )
}

/** No question is called so: a name has letters. */
const NEW = '+'
