import type { PersonId, Secrets } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { KeptPulse, PulseCollections } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { fadingOf } from '../rules/window-dates.ts'
import { quoteId } from '../window/close-window.ts'

export interface HidingPorts {
  kept: Pick<PulseCollections, 'pulses' | 'tokens'>
  secrets: Secrets
  audience: Audience
}

/** A quote as a reader may point at it: by a hash, which says no more than its words. */
export interface SeenQuote {
  mark: string
  id: string
  words: string
  place: number
}

/** Takes one quote out of a pulse that was published, at once and for everybody, and puts it back where it stood. */
export function hiding({ kept, secrets, audience }: HidingPorts) {
  const markOf = (pulse: string, quote: string) => secrets.hmac('shown quote', pulse, quote).slice(0, 12)

  return {
    quotesOf: ({ id: pulse, quotes }: KeptPulse): SeenQuote[] =>
      quotes.map(({ id, text }, place) => ({ mark: markOf(pulse, id), id, words: text, place })),

    /** All quotes of a pulse end together, also one that is hidden. */
    endOf: ({ window, to }: Pick<KeptPulse, 'window' | 'to'>) => fadingOf({ from: window, to }),

    async takeAway(tenant: string, pulse: string, quote: string): Promise<void> {
      await change(kept.pulses, { tenant, id: pulse }, (current): KeptPulse | undefined =>
        current?.quotes.some(({ id }) => id === quote)
          ? { ...current, quotes: current.quotes.filter(({ id }) => id !== quote) }
          : undefined,
      )
    },

    async putBack(tenant: string, pulse: string, quote: { id: string; text: string; place: number }): Promise<void> {
      const { place, ...back } = quote
      await change(kept.pulses, { tenant, id: pulse }, (current): KeptPulse | undefined =>
        !current || current.quotes.some(({ id }) => id === back.id)
          ? undefined
          : { ...current, quotes: current.quotes.toSpliced(place, 0, back) },
      )
    },

    /** Those who read the pulse as its managers. */
    async readersOf(tenant: string, pulse: string): Promise<PersonId[]> {
      const one = await kept.pulses.get({ tenant, id: pulse })
      return one ? (await audience.readersOf(one)).map(({ id }) => id) : []
    },

    /** R10: in its author's own turn alone it is known which quotes are theirs. */
    async ownQuotes(tenant: string, person: PersonId): Promise<string[]> {
      const tokens = await everything(kept.tokens, { tenant, person }, 'all')
      return tokens.map(({ token }) => quoteId({ secrets }, token))
    },
  }
}
