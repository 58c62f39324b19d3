import type { Language } from '../core/ports.ts'

/** An item of the knowledge bank, as far as asking needs it. */
export interface KnownItem {
  id: string
  author: string
  text: string
  /** Of what the municipality had already: its heading, and where it comes from. */
  question?: string
  source?: string
  helped: number
  at: string
  /** It may be about something else. */
  maybe: boolean
}

/** What asking needs of the knowledge bank. */
export interface KnowledgeLike {
  /** What others than the asker shared about this, best first. */
  known(tenant: string, asker: string, text: string, language: Language, limit: number): Promise<KnownItem[]>
  helped(tenant: string, item: string): Promise<void>
  keep(answer: {
    tenant: string
    id: string
    author: string
    language: Language
    question: string
    text: string
    at: string
  }): Promise<void>
  withdraw(tenant: string, item: string): Promise<void>
}
