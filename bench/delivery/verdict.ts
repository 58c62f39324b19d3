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
  return { ...counts, ...seen, ...rates, pausesAsked: asked, pausesBroken: broken, requests: ledger.totals().requests }
}
