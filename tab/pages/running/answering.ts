import { useEffect, useRef, useState } from 'react'
import type {
  LeftShown,
  MomentShown,
  NewMoment,
  QuestionAnswer,
  QuestionAnswered,
  QuestionShown,
} from '../../../services/reflection/schema.ts'
import { Refusal } from '../../api.ts'
import { useSession } from '../../session.ts'

export type Waiting = Extract<QuestionShown, { kind: 'waits' }>

/** What somebody typed and chose, whether or not it is saved yet. */
export type Draft = Pick<NewMoment, 'text' | 'how' | 'sharing'>

export type Problem = 'empty' | 'too-long' | 'second' | 'failed'

/** What the question is now: to be answered, asked about once more, or over. */
export type State =
  | { kind: 'open' }
  | { kind: 'distress'; adviser?: string | undefined; isFor: Draft }
  | Extract<QuestionAnswered, { kind: 'asks-consent' }>
  | { kind: 'saved'; sharing: MomentShown['sharing']; pointer?: { named?: string | undefined } | undefined }
  | { kind: 'skipped' }

const problemOf = (error: unknown): Problem => {
  if (!(error instanceof Refusal)) return 'failed'
  if (error.status === 409) return 'second'
  return error.code === 'empty' || error.code === 'too-long' ? error.code : 'failed'
}

/** What the service keeps beside the question: these words, known by this mark. */
interface Left {
  text: string
  mark: string | undefined
}

/**
 * The draft stays in this window while somebody looks at another page, and is kept by the service when they go away: then
 * the card in the chat has it too.
 */
function useDraft({ id, left }: Waiting) {
  const { api, drafts } = useSession()
  const [key, leftKey] = [`question-${id}`, `question-left-${id}`]
  const [draft, setDraft] = useState<Draft>(
    () =>
      (drafts.get(key) as Draft | undefined) ?? {
        text: left?.text ?? '',
        how: left?.how ?? '',
        sharing: left?.sharing ?? 'self',
      },
  )
  // One object however often the page is left: what is kept may be told only when somebody is back already.
  const [kept] = useState<Left>(
    () => (drafts.get(leftKey) as Left | undefined) ?? { text: left?.text ?? '', mark: undefined },
  )
  kept.mark ??= left?.draft
  /** The words for which somebody saw who can help, and those of which they said that these are about their work. */
  const [tender] = useState<{ seen?: string; calm?: string }>({})
  const latest = useRef(draft)
  latest.current = draft

  const sent = (given: Draft) => ({
    ...given,
    ...(kept.mark && { draft: kept.mark }),
    isCalm: given.text === tender.calm,
  })
  const write = (given: Draft) => {
    setDraft(given)
    drafts.set(key, given)
  }
  const end = () => {
    for (const one of [key, leftKey]) drafts.delete(one)
    kept.text = latest.current.text
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is left
  useEffect(() => {
    const leave = () => {
      const { text } = latest.current
      if (text.trim() === '' || text === kept.text) return
      if (text === tender.seen && text !== tender.calm) return
      const before = kept.text
      kept.text = text
      drafts.set(leftKey, kept)
      api.post<LeftShown>(`/api/me/question/${id}/leave`, sent(latest.current), 'last').then(
        ({ draft: now }) => {
          kept.mark = now
        },
        () => {
          kept.text = before
        },
      )
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [api, id])

  return { draft, write, sent, end, tender }
}

/** Answers the question of the week, or lets it be; and loses nothing that was typed. */
export function useAnswering(waiting: Waiting) {
  const { api } = useSession()
  const { draft, write, sent, end, tender } = useDraft(waiting)
  const [state, setState] = useState<State>({ kind: 'open' })
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const path = `/api/me/question/${waiting.id}`

  async function tried(act: () => Promise<State>) {
    setBusy(true)
    setProblem(undefined)
    try {
      setState(await act())
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  async function answered(body: QuestionAnswer): Promise<State> {
    const { text, how, sharing } = body
    const outcome = await api.post<QuestionAnswered>(`${path}/answer`, body)
    if (outcome.kind === 'distress') {
      tender.seen = text
      return { ...outcome, isFor: { text, how, sharing } }
    }
    end()
    return outcome.kind === 'saved' ? savedAs(outcome) : outcome
  }

  return {
    draft,
    write,
    state,
    isBusy,
    problem,

    save: (given: Draft, isCalm = false) => {
      if (isCalm) tender.calm = given.text
      void tried(() => answered(sent(given)))
    },

    agree: ({ moment: { revision }, seen }: Extract<State, { kind: 'asks-consent' }>) =>
      void tried(async () => {
        const outcome = await api.post<QuestionAnswered>(`${path}/consent`, { revision, seen })
        return outcome.kind === 'saved' ? savedAs(outcome) : outcome.kind === 'asks-consent' ? outcome : state
      }),

    /** Kept for its author alone: that is how it was saved. */
    decline: () => setState({ kind: 'saved', sharing: 'self' }),

    back: () => setState({ kind: 'open' }),

    skip: () =>
      void tried(async () => {
        await api.post(`${path}/skip`, sent(draft))
        end()
        return { kind: 'skipped' }
      }),
  }
}

const savedAs = ({ moment, pointer }: Extract<QuestionAnswered, { kind: 'saved' }>): State => ({
  kind: 'saved',
  sharing: moment.sharing,
  pointer,
})

export type Answering = ReturnType<typeof useAnswering>
