import type { Session } from '../../session.ts'

const KEY = 'knowledge.looked-for'

export const KNOWLEDGE = '#/kennisbank'

/** The knowledge bank looks for these words when it opens. They stand in no address. */
export const lookFor = (drafts: Session['drafts'], words: string) => void drafts.set(KEY, words)

/** What another page wants to be looked for; asked for once. */
export function lookedFor(drafts: Session['drafts']): string {
  const words = drafts.get(KEY)
  drafts.delete(KEY)
  return typeof words === 'string' ? words : ''
}

/** The item that a link leads to; asked for once. */
export function askedFor(drafts: Session['drafts']): string | undefined {
  const item = drafts.get('asked-for')
  drafts.delete('asked-for')
  return typeof item === 'string' ? item : undefined
}
