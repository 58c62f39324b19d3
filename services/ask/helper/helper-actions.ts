import type { PersonId } from '../../core/ports.ts'
import { shownName } from '../../core/text/names.ts'
import { instant, weekOf } from '../../core/time.ts'
import { type Ask, answerOf, isEnded, itemOf, offerTo } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import type { Knower } from '../routing/ranked.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'
import { offersTo } from './offers.ts'
import { replying } from './replying.ts'

export type { OfferState } from './offer-state.ts'
export type { Replied } from './replying.ts'

export type Forwarded =
  | { kind: 'forwarded'; ask: Ask; to: Knower }
  /** Nobody has it by this name. `names` are those of all who may be meant. */
  | { kind: 'which'; ask: Ask; problem: 'nobody' | 'not-now' | 'several'; names: string[] }
  | OfferState

/** The colleague's side: accept, pass on, say no, answer, agree to keep. */
export function helperActions(desk: Desk) {
  const { ports, offers } = desk
  const { clock, candidates } = ports
  const own = offersTo(desk)
  const { offered } = own

  async function act(
    tenant: string,
    person: PersonId,
    id: string,
    decide: (ask: Ask) => Ask | undefined,
  ): Promise<OfferState> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    return offerStateOf((await desk.step(ask, decide)).ask, person)
  }

  const look = (tenant: string, person: PersonId, id: string) => act(tenant, person, id, () => undefined)

  /** Somebody else answered since. A yes is about nothing any more, a no takes back what was kept before. */
  async function notLast(ask: Ask, yes: boolean): Promise<OfferState> {
    if (yes) return { kind: 'over', ask }
    if (!ask.keep.helper) await ports.withdraw(ask.tenant, itemOf(ask))
    return { kind: 'not-kept', ask }
  }

  return {
    /** Two who accept at once: the first write wins, the other hears who helps. */
    async accept(tenant: string, person: PersonId, id: string): Promise<OfferState> {
      const ask = await offered(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const isFree = (one: Ask) => ['offered', 'declined'].includes(offerStateOf(one, person).kind)
      if (isFree(ask)) await own.promise(tenant, person, id)
      const accepted = instant(clock.now())
      const { ask: now } = await desk.step(ask, (current) =>
        isFree(current) ? { ...withOffer(current, person, { state: 'accepted', accepted }), state: 'open' } : undefined,
      )
      return offerStateOf(now, person)
    },

    /**
     * No reason is asked, none is shown. The next colleague is asked by the job that looks after open asks.
     * Who helps by now, and says no to less than that, goes on helping: an old card takes no promise back.
     */
    decline: (tenant: string, person: PersonId, id: string, helps: boolean) =>
      act(tenant, person, id, (ask) => {
        const { kind } = offerStateOf(ask, person)
        const may = kind === 'offered' || kind === 'taken' || (kind === 'helping' && helps)
        return may ? withOffer(ask, person, { state: 'declined' }) : undefined
      }),

    /** Passes the ask to a colleague by name. That somebody may not be asked now is said without a reason. */
    async forward(tenant: string, person: PersonId, id: string, name: string): Promise<Forwarded> {
      const ask = await offered(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const now = offerStateOf(ask, person)
      if (now.kind !== 'offered' && now.kind !== 'helping') return now
      const called = await candidates.named(ask, name, person)
      if (called.kind !== 'one') {
        const names = called.kind === 'several' ? called.people.map(shownName) : []
        return { kind: 'which', ask, problem: called.kind, names }
      }
      const { knower: to } = called
      const at = instant(clock.now())
      const stepped = await desk.step(ask, (current) =>
        isEnded(current) || offerTo(current, to.person.id)
          ? undefined
          : {
              ...current,
              state: 'open',
              offers: [
                ...withOffer(current, person, { state: 'forwarded' }).offers,
                { person: to.person.id, reason: to.reason, at, state: 'offered' },
              ],
            },
      )
      // It was ended meanwhile, or went to them by another way: then it stands as it does.
      return stepped.changed ? { kind: 'forwarded', ask: stepped.ask, to } : offerStateOf(stepped.ask, person)
    },

    /** Kept for colleagues when both said yes. The words are the helper's, and so is the item. */
    async agree(tenant: string, person: PersonId, id: string, yes: boolean): Promise<OfferState> {
      const ask = await offered(tenant, person, id)
      if (!ask || offerTo(ask, person)?.state !== 'answered') return { kind: 'not-yours' }
      const answer = answerOf(ask)
      if (answer?.by !== person) return notLast(ask, yes)
      const { ask: now } = await desk.step(ask, (current) => ({
        ...current,
        keep: { ...current.keep, helper: yes, due: answer.id },
      }))
      return { kind: now.keep.asker && yes ? 'kept' : 'not-kept', ask: now }
    },

    look,
    latest: own.latest,
    ...replying(desk, own),

    /** Who put a question to this person in the present week: for the limits. */
    async askersThisWeek(tenant: string, person: PersonId): Promise<PersonId[]> {
      const week = weekOf(clock.now())
      return (await offers.find({ tenant, person }, { index: 'week', equals: week, limit: 200 })).items.map(
        ({ asker }) => asker,
      )
    },
  }
}

export type HelperActions = ReturnType<typeof helperActions>
