import type { PersonId } from '../../services/core/ports.ts'
import type { Ledger } from './ledger.ts'
import type { Town } from './town.ts'

/** What a sender itself says of one person: that they cannot be reached, that it does not know, or nothing. */
export type Reported = { kind: 'sent' } | { kind: 'unreachable'; code: string } | { kind: 'unknown' } | { kind: 'open' }

/** What in fact became of a round, by the ground truth. The first five are to be 0. */
export interface Verdict {
  people: number
  /** Neither a card nor the one line, and not reported as not to be reached. */
  lost: number
  /** Cards of one question beyond the first that can be filled in. */
  duplicates: number
  /** The same line of text again, although the sender was told that it had been accepted. */
  secondLines: number
  unknown: number
  /** Requests for people of whom the connector had said to leave them alone. */
  afterRefusal: number
  cards: number
  texts: number
  unreachable: number
  perSecond: number
  perSecondInConversation: number
  pausesAsked: number
  pausesBroken: number
  requests: number
}

export async function verdictOf(
  ledger: Ledger,
  towns: readonly Town[],
  reported: (tenant: string, person: PersonId) => Promise<Reported>,
): Promise<Verdict> {
  const counts = { people: 0, lost: 0, duplicates: 0, secondLines: 0, unknown: 0, afterRefusal: 0 }
  const seen = { cards: 0, texts: 0, unreachable: 0 }
  for (const { tenant, people, without } of towns) {
    for (const person of people) {
      const got = ledger.of(tenant, person)
      const says = await reported(tenant, person)
      const isExcused = says.kind === 'unreachable' && (without.has(person) || got.refused !== undefined)
      const hasSomething = got.cards + got.texts > 0
      counts.people++
      counts.duplicates += got.duplicates
      counts.secondLines += got.repeated
      counts.afterRefusal += got.afterwards
      if (!hasSomething && !isExcused) counts.lost++
      if (says.kind === 'unknown') counts.unknown++
      seen.cards += got.cards
      seen.texts += got.texts
      if (isExcused) seen.unreachable++
    }
  }
  const { asked, broken } = ledger.pauses()
  const rates = { perSecond: ledger.perTenant.most(), perSecondInConversation: ledger.perConversation.most() }
  return {
    ...{ ...counts, ...seen, ...rates },
    pausesAsked: asked,
    pausesBroken: broken,
    requests: ledger.totals().requests,
  }
}

/** From this rate on, in messages a second, and doubled every two seconds up to the limit. */
const RAMP = { from: 5, everyMs: 2000 }

/** How many milliseconds the slow beginning adds to a round at this rate. */
export function rampMs(perSecond: number): number {
  let [sent, took] = [0, 0]
  for (let rate = RAMP.from; rate < perSecond; rate *= 2) {
    sent += (rate * RAMP.everyMs) / 1000
    took += RAMP.everyMs
  }
  return took - (sent / perSecond) * 1000
}

/** How long the first attempts took, against N / limit with the pauses that were asked for and the ramp: the worst town. */
export function slowness(ledger: Ledger, towns: readonly Town[], perSecond: number): number {
  const ratios = towns.map(({ tenant, people, without }) => {
    const firsts = ledger.firsts(tenant)
    if (!firsts) return Number.POSITIVE_INFINITY
    const asked = lengthOf(ledger.pausesOf(tenant), firsts.until)
    const bound = ((people.length - without.size) / perSecond) * 1000 + asked + rampMs(perSecond)
    return (firsts.until - firsts.from) / bound
  })
  return Math.max(...ratios)
}

/** Together; what overlaps counts once, and what lies after `end` not at all. */
function lengthOf(pauses: readonly { from: number; until: number }[], end: number): number {
  let [length, reached] = [0, Number.NEGATIVE_INFINITY]
  for (const { from, until } of pauses.toSorted((a, b) => a.from - b.from)) {
    const [begins, ends] = [Math.max(from, reached), Math.min(until, end)]
    if (ends > begins) length += ends - begins
    reached = Math.max(reached, ends)
  }
  return length
}
