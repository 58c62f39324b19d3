import { useEffect, useState } from 'react'
import type { Session } from '../../session.ts'

const KEY = 'knowledge.looked-for'

export const KNOWLEDGE = '#/kennisbank'

/** The knowledge bank looks for these words when it opens. They stand in no address. */
export const lookFor = (drafts: Session['drafts'], words: string) => void drafts.set(KEY, words)

/** What another page wants to be looked for; asked for once. */
export const useLookedFor = (drafts: Session['drafts']): string => useOnce(drafts, KEY) ?? ''

/** The item that a link leads to; asked for once. */
export const useAskedFor = (drafts: Session['drafts']): string | undefined => useOnce(drafts, 'asked-for')

/** Taken away once the page stands, and not while it is drawn: React may begin a drawing again, which then would find nothing. */
function useOnce(drafts: Session['drafts'], key: string): string | undefined {
  const [found] = useState(() => drafts.get(key))
  useEffect(() => void drafts.delete(key), [drafts, key])
  return typeof found === 'string' ? found : undefined
}
