import type { Collection, PersonId } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import type { Decision } from '../answer/documents.ts'
import type { KeptPulse, KeptWindow, QuoteToken } from '../documents.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { publicationOf } from '../rules/window-dates.ts'
import { quoteId } from '../window/close-window.ts'

/** What became of words that their author agreed to show. Reckoned when they ask, and kept nowhere. */
export type Traced =
  /** Nobody has read it, and nobody does before `from`. */
  | { kind: 'waits'; moment: string; text: string; from?: Date }
  | { kind: 'shown'; text: string; pulse: KeptPulse; decisions: Decision[] }
  /** Taken back, never shown, or shown so long ago that it is gone for everybody. */
  | { kind: 'ended' }

interface TrailPorts extends Pick<PulsePorts, 'secrets' | 'clock' | 'agreedOf' | 'keepPrivate'> {
  kept: Pick<PulsePorts['kept'], 'tokens' | 'waiting' | 'windows' | 'pulses'> & { decisions: Collection<Decision> }
}

/**
 * R9, R10: from a quote to the decision on its pulse. The token in the author's own partition finds it; nobody else can ask,
 * for no other document says whose it is.
 */
export function trail({ secrets, clock, kept, agreedOf, keepPrivate }: TrailPorts) {
  const windowsOf = (tenant: string) => everything(kept.windows, { tenant }, 'opening')

  /** Agreed to in a window that is open still: it is taken in when that closes. */
  async function given(tenant: string, person: PersonId): Promise<Traced[]> {
    const windows = await windowsOf(tenant)
    const open = windows.findLast(({ state }) => state === 'open')
    const [agreed] = open ? await agreedOf(tenant, person, open) : []
    if (!open || !agreed) return []
    return [{ kind: 'waits', moment: agreed.moment, text: agreed.text, from: publicationOf(open) }]
  }

  async function shownIn(tenant: string, { taken }: QuoteToken, id: string): Promise<KeptPulse | undefined> {
    // A quote is shown in the window in which it was taken in, or in one after it, until all of that window's fade.
    const windows = await windowsOf(tenant)
    for (const { from } of windows.filter((one) => one.from >= taken && one.state !== 'faded')) {
      const pulses = await everything(kept.pulses, { tenant }, 'window', from)
      const found = pulses.find(({ quotes }) => quotes.some((one) => one.id === id))
      if (found) return found
    }
    return undefined
  }

  async function traced(tenant: string, token: QuoteToken): Promise<Traced> {
    const id = quoteId({ secrets }, token.token)
    const waiting = await kept.waiting.get({ tenant, id })
    if (waiting) {
      const from = nextOf(await windowsOf(tenant), clock.now())
      return { kind: 'waits', moment: token.moment, text: waiting.text, ...(from && { from }) }
    }
    const pulse = await shownIn(tenant, token, id)
    const quote = pulse?.quotes.find((one) => one.id === id)
    if (!pulse || !quote) return { kind: 'ended' }
    const all = await everything(kept.decisions, { tenant }, 'window', pulse.window)
    const decisions = all.filter((one) => one.pulse === pulse.id).sort((one, other) => (one.at < other.at ? -1 : 1))
    return { kind: 'shown', text: quote.text, pulse, decisions }
  }

  return {
    /** Of this person's quotes, the newest first. */
    async of(tenant: string, person: PersonId): Promise<Traced[]> {
      return [...(await given(tenant, person)), ...(await taken(tenant, person))]
    },

    /** What waits is gone, and its moment is its author's alone. False when this quote does not wait. */
    async takeBack(tenant: string, person: PersonId, moment: string): Promise<boolean> {
      const isWaiting = (one: Traced) => one.kind === 'waits' && one.moment === moment
      if (!(await this.of(tenant, person)).some(isWaiting)) return false
      await keepPrivate(tenant, person, moment)
      return true
    },
  }

  async function taken(tenant: string, person: PersonId): Promise<Traced[]> {
    const tokens = await everything(kept.tokens, { tenant, person }, 'all')
    const newest = tokens.sort((one, other) => (one.taken > other.taken ? -1 : 1))
    return Promise.all(newest.map((token) => traced(tenant, token)))
  }
}

/** When pulses come next: what waits now may be among them. */
const nextOf = (windows: readonly KeptWindow[], now: Date): Date | undefined =>
  windows.map(publicationOf).find((at) => at > now)
