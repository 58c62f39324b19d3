import type { Clock, Collection, Store } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import type { Week } from '../core/time.ts'
import { latest, library, opening, wordingIn } from './library.ts'
import { atHand } from './minute-cache.ts'
import type { Prompt, Target, Version } from './schema.ts'
import type { Revised } from './tuning/revised.ts'

/** What a municipality made of one question. */
export interface Tuned extends Revised {
  /** Only of a question that is the municipality's own. */
  own?: Pick<Prompt, 'family' | 'audience' | 'journalOnly'>
  /** The municipality's own wordings, beside those of the product. */
  versions: Version[]
  /** Not asked any more, until it is put back. */
  off?: boolean
  /** For whom it is; everybody unless it is given. */
  target?: Target | undefined
  /** Up to this week it may have been asked of some units alone. */
  narrowUntil?: Week
  /** Two wordings side by side, from this week on: the one in use, and the one beside it. */
  comparing?: { one: number; other: number; from: Week } | undefined
}

/** A question as this municipality has it: the versions of the product first, then its own. */
export interface TunedPrompt extends Prompt, Pick<Tuned, 'target' | 'narrowUntil' | 'comparing'> {
  isOwn: boolean
  off: boolean
  revision: number
}

/** The questions of each municipality: those of the product, as it tuned them, and its own. */
export function shelf({ store, clock }: { store: Store; clock: Clock }) {
  const kept: Collection<Tuned> = store.collection<Tuned>({
    name: 'prompts',
    owner: 'tenant',
    indexes: { all: ({ id }) => id },
    lives: { untilRemoved: 'an answer is shown with the words of its question, however old these are' },
  })
  const read = atHand(clock, (tenant) => everything(kept, { tenant }, 'all').then(together))
  const { of } = read

  const one = async (tenant: string, id: string) => (await of(tenant)).find((prompt) => prompt.id === id)

  return {
    kept,
    of,
    one,

    /** What is asked in turn, the opening first. */
    inUse: async (tenant: string): Promise<TunedPrompt[]> =>
      (await of(tenant)).filter((one) => !one.off && latest(one)),

    /** The words of a question as they were sent, whatever became of them since. Those of the product are at hand. */
    async wordingOf(tenant: string, prompt: { id: string; version: number }): Promise<Version> {
      const given = ofProduct(prompt.id)?.versions.find(({ version }) => version === prompt.version)
      if (given) return given
      const isKnown = (await one(tenant, prompt.id))?.versions.some(({ version }) => version === prompt.version)
      if (!isKnown) read.changed(tenant)
      return wordingIn(await of(tenant), prompt)
    },

    /** Of a question that nobody knows it is not said that its answers may be shared. */
    async isJournalOnly(tenant: string, id: string): Promise<boolean> {
      const known = ofProduct(id) ?? (await one(tenant, id))
      if (!known) read.changed(tenant)
      return (known ?? (await one(tenant, id)))?.journalOnly ?? true
    },

    changed: read.changed,
  }
}

export type Shelf = ReturnType<typeof shelf>

const ofProduct = (id: string) => library.find((prompt) => prompt.id === id)

const UNTOUCHED = { versions: [], revision: 0 }

function together(tuned: readonly Tuned[]): TunedPrompt[] {
  const byId = new Map(tuned.map((one) => [one.id, one]))
  const known = library.map((prompt) => withOwn(prompt, byId.get(prompt.id) ?? UNTOUCHED, false))
  const own = tuned.flatMap((one) =>
    one.own && one.versions.length > 0 ? [withOwn({ id: one.id, ...one.own, versions: [] }, one, true)] : [],
  )
  return [...known, ...own]
}

const withOwn = (
  prompt: Prompt,
  { versions, off = false, target, narrowUntil, comparing, revision }: Omit<Tuned, 'tenant' | 'id' | 'steps'>,
  isOwn: boolean,
): TunedPrompt => ({
  ...prompt,
  versions: [...prompt.versions, ...versions],
  // Somebody's first question is always there.
  isOwn,
  off: off && prompt.id !== opening.id,
  revision,
  ...(target && { target }),
  ...(narrowUntil && { narrowUntil }),
  ...(comparing && { comparing }),
})
