import { useRef, useState } from 'react'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import type { JournalShown, MomentKept, MomentShown, NewMoment } from '../../../services/reflection/schema.ts'
import { Refusal } from '../../api.ts'
import { useSession } from '../../session.ts'

/** What somebody typed and chose, whether or not it is saved yet. */
export type Draft = Pick<NewMoment, 'text' | 'how' | 'sharing'>

/** The text, and who would read it: asked before it goes near a pulse. */
export type Asked = Extract<MomentKept, { kind: 'asks-consent' }>

export type Problem = 'empty' | 'too-long' | 'failed'

const problemOf = (error: unknown): Problem =>
  error instanceof Refusal && (error.code === 'empty' || error.code === 'too-long') ? error.code : 'failed'

/** Saves a moment, new or changed; asks what has to be asked; and loses nothing that was typed. */
export function useSaving(moment: MomentShown | undefined, done: (moment: MomentShown) => void) {
  const { api, say, language } = useSession()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [asked, setAsked] = useState<Asked>()
  /** What it is now, when it was changed on another screen. */
  const [now, setNow] = useState<MomentShown>()
  // The same moment however often it is tried.
  const turn = useRef(crypto.randomUUID()).current

  async function tried(kept: () => Promise<MomentKept>) {
    setBusy(true)
    setProblem(undefined)
    try {
      const outcome = await kept()
      if (outcome.kind === 'asks-consent') return setAsked(outcome)
      say(reflectionCardWords(language).saved[outcome.moment.sharing])
      done(outcome.moment)
    } catch (error) {
      if (error instanceof Refusal && error.status === 409) return await lookAgain().catch(() => setProblem('failed'))
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  async function lookAgain() {
    const { moments } = await api.get<JournalShown>('/api/me/moments')
    setAsked(undefined)
    const found = moments.find(({ id }) => id === moment?.id)
    if (!found) throw new Error('it is not on the first page')
    setNow(found)
  }

  return {
    isBusy,
    problem,
    asked,
    now,

    save: (draft: Draft) =>
      void tried(() => {
        const seen = now ?? moment
        return seen
          ? api.post(`/api/me/moments/${seen.id}`, { revision: seen.revision, ...draft })
          : api.post('/api/me/moments', { turn, ...draft })
      }),

    /** A yes to exactly this text and these readers. */
    agree: ({ moment: { id, revision }, seen }: Asked) =>
      void tried(() => api.post(`/api/me/moments/${id}/consent`, { revision, seen })),

    /** Kept for its author alone: that is how it was saved. */
    decline: ({ moment: kept }: Asked) => done(kept),
  }
}
