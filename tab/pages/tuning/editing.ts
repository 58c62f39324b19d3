import { useState } from 'react'
import type { PromptShown, PromptsShown, Words } from '../../../services/prompts/schema.ts'
import { type Api, Refusal } from '../../api.ts'
import { useSession } from '../../session.ts'
import { draftOf } from './words-of.ts'

export type Problem = 'meanwhile' | 'not-now' | 'failed'

/** What a page says of it. */
export const problemOf = (error: unknown): Problem => {
  if (!(error instanceof Refusal)) return 'failed'
  return error.status === 409 ? 'meanwhile' : error.status === 422 ? 'not-now' : 'failed'
}

/** What HR does to one question, step by step. What was typed stays with the person who typed it. */
export function useEditing(prompt: PromptShown, changed: (prompt: PromptShown) => void) {
  const { api, say } = useSession()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const post = (what: string, of: PromptShown, body: object) =>
    api.post<PromptShown>(`/api/hr/prompts/${of.id}/${what}`, { revision: of.revision, ...body })

  /** Does these steps one after the other, each on what the one before left. Gives whether all of them were done. */
  async function steps(told: string, ...all: ((of: PromptShown) => Promise<PromptShown>)[]): Promise<boolean> {
    setBusy(true)
    setProblem(undefined)
    let now = prompt
    try {
      for (const step of all) {
        now = await step(now)
        changed(now)
      }
      say(told)
      return true
    } catch (error) {
      setProblem(problemOf(error))
      // Changed by somebody else: this is what it is now.
      if (problemOf(error) === 'meanwhile') await lookAgain(api, prompt, changed).catch(() => setProblem('failed'))
      return false
    } finally {
      setBusy(false)
    }
  }

  const save = (words: Words) => async (of: PromptShown) => {
    const kept = draftOf(of)
    return kept && isSame(kept, words) ? of : post('save', of, { words })
  }
  const onDraft =
    (what: string, more: object = {}) =>
    async (of: PromptShown) =>
      post(what, of, { version: draftOf(of)?.version, ...more })

  return {
    isBusy,
    problem,
    save: (told: string, words: Words) => steps(told, save(words)),
    tryOut: (told: string, words: Words) => steps(told, save(words), onDraft('try')),
    publish: (told: string, words: Words, why: string) => steps(told, save(words), onDraft('publish', { why })),
    withdraw: (told: string, version: number, why: string) =>
      steps(told, (of) => post('withdraw', of, { version, why })),
    discard: (told: string) => steps(told, onDraft('discard')),
    compare: (told: string, why: string) => steps(told, onDraft('compare', { why })),
    choose: (told: string, version: number, why: string) => steps(told, (of) => post('choose', of, { version, why })),
    aim: (told: string, target: PromptShown['target'], why: string) =>
      steps(told, (of) => post('aim', of, { target: target ?? null, why })),
    turn: (told: string, off: boolean, why: string) => steps(told, (of) => post('turn', of, { off, why })),
  }
}

async function lookAgain(api: Api, { id }: PromptShown, changed: (prompt: PromptShown) => void) {
  const { prompts } = await api.get<PromptsShown>('/api/hr/prompts')
  const now = prompts.find((one) => one.id === id)
  if (now) changed(now)
}

export type Editing = ReturnType<typeof useEditing>

export const isSame = ({ nl, en }: Words, other: Words) =>
  JSON.stringify([nl, en]) === JSON.stringify([other.nl, other.en])
