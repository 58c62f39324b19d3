import type { PersonId, Secrets } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { PulseCollections } from '../collections.ts'
import type { KeptPulse } from '../documents.ts'
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

    /** For everybody; for these readers alone where they are named, by their marks: so that no reader silences a quote. */
    async takeAway(tenant: string, pulse: string, quote: string, only?: readonly string[]): Promise<void> {
      await change(kept.pulses, { tenant, id: pulse }, (current) => withRest(current, quote, only))
    },

    /** It was decided that it does not come back. */
    async end(tenant: string, pulse: string, quote: string): Promise<void> {
      await change(kept.pulses, { tenant, id: pulse }, (current): KeptPulse | undefined =>
        current?.quotes.some(({ id }) => id === quote) || current?.resting?.some((one) => one.quote === quote)
          ? { ...withoutRest(current, quote), quotes: current.quotes.filter(({ id }) => id !== quote) }
          : undefined,
      )
    },

    async putBack(tenant: string, pulse: string, quote: { id: string; text: string; place: number }): Promise<void> {
      const { place, ...back } = quote
      await change(kept.pulses, { tenant, id: pulse }, (current): KeptPulse | undefined => {
        if (!current) return undefined
        const isThere = current.quotes.some(({ id }) => id === back.id)
        const rests = current.resting?.some((one) => one.quote === back.id)
        if (isThere && !rests) return undefined
        const quotes = isThere ? current.quotes : current.quotes.toSpliced(place, 0, back)
        return { ...withoutRest(current, back.id), quotes }
      })
    },

    /** A reader's report hides the words for themselves: their mark. A team that reads together is its own block. */
    async aloneFor(tenant: string, pulse: string, person: PersonId): Promise<string | undefined> {
      const one = await kept.pulses.get({ tenant, id: pulse })
      const isReader = one && !one.together && (await audience.readersOf(one)).some(({ id }) => id === person)
      return isReader ? audience.markOf(tenant, person) : undefined
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

/** Undefined when the quote is not in it. */
function withRest(current: KeptPulse | undefined, quote: string, only?: readonly string[]): KeptPulse | undefined {
  const isThere = current?.quotes.some(({ id }) => id === quote)
  const resting = current?.resting?.find((one) => one.quote === quote)
  if (!current || (!isThere && !resting)) return undefined
  const others = (current.resting ?? []).filter((one) => one.quote !== quote)
  const quotes = only ? current.quotes : current.quotes.filter(({ id }) => id !== quote)
  return { ...current, quotes, resting: [...others, { quote, ...(only && { only }) }] }
}

function withoutRest(pulse: KeptPulse, quote: string): KeptPulse {
  const { resting = [], ...rest } = pulse
  const others = resting.filter((one) => one.quote !== quote)
  return others.length > 0 ? { ...rest, resting: others } : rest
}

/** R20: the pulse as the person of this mark sees it: without what rests for them, and with `resting` only where something does. */
export function asSeenBy(pulse: KeptPulse, mark: string): KeptPulse {
  const { resting = [], ...rest } = pulse
  const mine = resting.filter(({ only }) => !only || only.includes(mark))
  const hidden = new Set(mine.map(({ quote }) => quote))
  const quotes = pulse.quotes.filter(({ id }) => !hidden.has(id))
  return { ...rest, quotes, ...(mine.length > 0 && { resting: mine }) }
}
