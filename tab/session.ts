import { createContext, useContext } from 'react'
import type { WhoShown } from '../bot/http/who.ts'
import type { Language } from '../services/core/ports.ts'
import type { Api } from './api.ts'
import type { Place } from './place.ts'
import type { InLanguages } from './words/languages.ts'

/** What every page has at hand. */
export interface Session {
  api: Api
  /** Undefined as long as that is not known. */
  who: WhoShown | undefined
  language: Language
  place: Place
  /** In a channel or a meeting, where others look too. */
  isShared: boolean
  /** Said aloud to people who do not see the page. */
  say(text: string): void
  /** What was typed and not saved yet, kept while somebody looks at another page. */
  drafts: Map<string, unknown>
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('a page is shown without a session')
  return session
}

export const LanguageContext = createContext<Language>('nl')

/** The words of a page in the reader's language. */
export const useWords = <Words>(words: InLanguages<Words>): Words => words[useContext(LanguageContext)]
