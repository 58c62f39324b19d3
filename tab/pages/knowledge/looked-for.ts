import type { Session } from '../../session.ts'

const KEY = 'knowledge.looked-for'

/** Opens the knowledge bank with these words. They stand in no address. */
export function lookFor(drafts: Session['drafts'], words: string): void {
  drafts.set(KEY, words)
  window.location.hash = '#/kennisbank'
}

/** What another page wants to be looked for; asked for once. */
export function lookedFor(drafts: Session['drafts']): string {
  const words = drafts.get(KEY)
  drafts.delete(KEY)
  return typeof words === 'string' ? words : ''
}
