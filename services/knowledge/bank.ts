import type { Clock, Secrets, Store } from '../core/ports.ts'
import { clean } from '../core/text/clean.ts'
import type { Checked, LeavingCheck } from '../core/text/signs.ts'
import { days, instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { bankSearch, type Reader } from './bank-search.ts'
import { type KnowledgeItem, knowledgeItems } from './item.ts'
import type { Knowledge } from './knowledge.ts'

/** The longest addition, in characters. */
export const ADDITION_LIMIT = 1000
/** After this long the keeper is asked, when they come by, whether it still holds. */
const CHECK_AFTER_MS = days(180)

export type { Reader } from './bank-search.ts'

export type Written =
  | { kind: 'shared'; item: KnowledgeItem; leftOut: Checked['leftOut'] }
  | { kind: 'empty' | 'gone' }
  | { kind: 'too-long'; limit: number }

export interface BankPorts {
  store: Store
  clock: Clock
  secrets: Secrets
  /** How texts are read. */
  analysis(): Promise<Analysis>
  items: Knowledge
  /** What words hold that all colleagues may read. */
  leaving: LeavingCheck
  /** Takes a moment or an answer back where it came from, and out of the knowledge bank. */
  takeBack(reader: Reader, item: KnowledgeItem): Promise<void>
}

/** What colleagues shared, to be searched, built upon and looked after. */
export function bank({ store, clock, secrets, analysis, items, leaving, takeBack }: BankPorts) {
  /** Whether it was shared or looked at so long ago that its keeper should say whether it still holds. */
  const isDue = ({ checked, at }: KnowledgeItem) =>
    instant(later(new Date(checked ?? at), CHECK_AFTER_MS)) <= instant(clock.now())

  /** What waits for a word of its keeper first, then the newest. */
  const mine = async ({ tenant, person }: Reader) =>
    (await items.by(tenant, person)).sort((a, b) => Number(isDue(b)) - Number(isDue(a)) || (a.at < b.at ? 1 : -1))

  const ofMine = async (reader: Reader, id: string) => (await mine(reader)).find((item) => item.id === id)

  return {
    ...bankSearch({ items, all: knowledgeItems(store), analysis }),
    isDue,
    mine,

    /** Goes on from what a colleague shared, under one's own name. The same words again are the same addition. */
    async build({ tenant, person: author, language }: Reader, base: string, given: string): Promise<Written> {
      const { text, leftOut } = await leaving(tenant, clean(given))
      if (!(await items.get(tenant, base))) return { kind: 'gone' }
      if (!text) return { kind: 'empty' }
      if (text.length > ADDITION_LIMIT) return { kind: 'too-long', limit: ADDITION_LIMIT }
      const id = `addition-${secrets.hmac('addition', tenant, author, base, text).slice(0, 20)}`
      await items.share({
        tenant,
        id,
        kind: 'addition',
        author,
        language,
        text,
        buildsOn: base,
        at: instant(clock.now()),
      })
      const item = await items.get(tenant, id)
      return item ? { kind: 'shared', item, leftOut } : { kind: 'gone' }
    },

    /** The keeper says that it still holds. */
    async confirm(reader: Reader, id: string): Promise<KnowledgeItem | undefined> {
      if (!(await ofMine(reader, id))) return undefined
      await items.checked(reader.tenant, id)
      return items.get(reader.tenant, id)
    },

    /** Out of everybody's results at once, and private again where it came from. */
    async takeBack(reader: Reader, id: string): Promise<boolean> {
      const item = await ofMine(reader, id)
      if (!item) return false
      if (item.kind !== 'addition') await takeBack(reader, item)
      // Also where what it came from has ended before it.
      await items.withdraw(reader.tenant, id)
      return true
    },
  }
}

export type Bank = ReturnType<typeof bank>
