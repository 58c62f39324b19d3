import type { Person } from '../core/people.ts'
import type { Language, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { clean } from '../core/text/clean.ts'
import { personCalled } from '../core/text/names.ts'
import type { LeavingCheck } from '../core/text/signs.ts'
import { days, instant, later, momentOn, type Week, weekOf } from '../core/time.ts'
import { dayTyped } from '../core/typed-dates.ts'
import { type Barrier, barrierCollections, isOpen, type Tie, without } from './documents.ts'
import { type FollowingBarrierPorts, following } from './following.ts'
import type { BarrierProblem, NameInput, RaiseInput, SayInput } from './schema.ts'
import { alike, type Terms } from './similar.ts'
import { inText, inWords } from './words-of-a-barrier.ts'

export interface BarrierPorts extends Omit<FollowingBarrierPorts, 'heldBy'> {
  store: Store
  everyone(tenant: string): Promise<readonly Person[]>
  /** What words hold that others read. */
  leaving: LeavingCheck
  termsOf(text: string, language: Language): Promise<Terms>
}

export type Of = { tenant: string; person: PersonId }
export type Raised =
  | { kind: 'raised'; barrier: Barrier }
  | { kind: 'similar'; similar: Barrier[] }
  | { kind: 'refused'; problem: BarrierProblem }
/** Undefined: it is not theirs to do, or it is over. */
export type Said = { barrier: Barrier } | { problem: BarrierProblem } | undefined

/** A day that is further away is no promise. */
const FURTHEST_DAYS = 182
const MORNING = '09:00'

/** What stands in the way of work: it gets an owner and an end, and who raised it hears of every change. */
export function barriers(ports: BarrierPorts) {
  const { store, clock, leaving } = ports
  const { barriers: kept, ties } = barrierCollections(store)
  const { job, moved, write, waits } = following(kept, { ...ports, heldBy })
  const now = () => instant(clock.now())
  const get = (tenant: string, id: string) => kept.get({ tenant, id })
  const open = (tenant: string) => everything(kept, { tenant }, 'open')

  /** What this person has to do with, oldest first. */
  async function of({ tenant, person }: Of): Promise<Barrier[]> {
    const own = await everything(ties, { tenant, person }, 'at')
    const all = await Promise.all(own.map(({ id }) => get(tenant, id)))
    return all.filter((one) => one !== undefined).filter((one) => isTheirs(one, person))
  }

  async function heldBy(tenant: string, person: PersonId): Promise<number> {
    const own = (await of({ tenant, person })).filter(isOpen)
    return own.filter(({ owner, candidate }) => owner === person || candidate === person).length
  }

  /** Written before the barrier: nobody may know of a name that a pulse does not know of. */
  const tie = ({ tenant, person }: Of, id: string, week?: Week) =>
    change(ties, { tenant, person, id }, (there): Tie | undefined =>
      there && (there.week || !week)
        ? undefined
        : { ...there, tenant, person, id, at: there?.at ?? now(), ...(week && { week }) },
    )

  async function called(tenant: string, who: string): Promise<{ person?: PersonId; problem?: BarrierProblem }> {
    const found = personCalled(await ports.everyone(tenant), clean(who))
    if (found.kind === 'one') return { person: found.person.id }
    return { problem: found.kind === 'nobody' ? 'nobody-called' : 'several-called' }
  }

  function dayIn(typed: string): { next?: string; problem?: BarrierProblem } {
    const day = dayTyped(clean(typed), clock.now())
    const at = day && momentOn(day, MORNING)
    if (!at || at <= clock.now()) return { problem: 'no-day' }
    return at > later(clock.now(), days(FURTHEST_DAYS)) ? { problem: 'too-far' } : { next: instant(at) }
  }

  async function similarTo(tenant: string, text: string, language: Language): Promise<Barrier[]> {
    const all = (await open(tenant)).filter(({ point }) => !point)
    const known = await Promise.all(all.map(async (one) => ({ one, terms: await ports.termsOf(one.text, language) })))
    return alike(await ports.termsOf(text, language), known)
  }

  /** Puts it there, and asks who was named. */
  async function put(of: Of & { turn: string }, fresh: Pick<Barrier, 'text' | 'kind' | 'point'>, who?: PersonId) {
    const { tenant, person, turn: id } = of
    await tie(of, id, fresh.point ? undefined : weekOf(clock.now()))
    if (who) await tie({ tenant, person: who }, id)
    const bare: Barrier = {
      tenant,
      id,
      ...fresh,
      at: now(),
      since: now(),
      by: person,
      joined: [],
      state: 'listed',
      steps: [{ at: now(), state: 'listed' }],
      told: 1,
    }
    const entered = who ? { ...moved(bare, 'asked'), candidate: who } : { ...moved(bare, 'listed') }
    const barrier = await write({ tenant, id }, (there) => (there ? undefined : entered))
    return barrier ?? entered
  }

  /** A change by somebody who may make it, in words that colleagues read. */
  async function said(
    { tenant, person }: Of,
    { barrier: id, words: given }: Pick<SayInput, 'barrier' | 'words'>,
    may: (one: Barrier) => boolean,
    decide: (one: Barrier, words: string) => Barrier,
  ): Promise<Said> {
    const words = clean(given)
    const there = await get(tenant, id)
    if (!there || !may(there)) return undefined
    const problem = inWords(words, await leaving(tenant, words))
    if (problem) return { problem }
    // Their words are found by it when they take them along, or erase them.
    await tie({ tenant, person }, id)
    const done = await write({ tenant, id }, (one) => (one && may(one) ? decide(one, words) : undefined))
    return done?.steps.at(-1)?.by === person && done.steps.at(-1)?.words === words ? { barrier: done } : undefined
  }

  const isKeeper = async ({ tenant, person }: Of) => (await ports.keepersOf(tenant)).includes(person)

  return {
    get,
    open,
    of,
    job,
    waits,
    isKeeper,

    /** Those that ended, the newest first. */
    ended: async (tenant: string) => (await everything(kept, { tenant }, 'ended')).reverse(),

    /** The same turn again is the same barrier. */
    async raise(of: Of & { turn: string; language: Language }, input: RaiseInput): Promise<Raised> {
      const { tenant, turn: id, language } = of
      const known = await get(tenant, id)
      if (known) return { kind: 'raised', barrier: known }
      const text = clean(input.text)
      const problem = inText(text, await leaving(tenant, text))
      if (problem) return { kind: 'refused', problem }
      const named = clean(input.who) ? await called(tenant, input.who) : {}
      if (named.problem) return { kind: 'refused', problem: named.problem }
      const similar = input.seen ? [] : await similarTo(tenant, text, language)
      if (similar.length > 0) return { kind: 'similar', similar }
      const barrier = await put(of, { text, kind: input.kind }, named.person)
      return { kind: 'raised', barrier }
    },

    similarTo: ({ tenant }: Pick<Of, 'tenant'>, text: string, language: Language) => similarTo(tenant, text, language),

    /** A word that a pulse told: the answer of its block puts it there, once. */
    async raisePoint(of: Of, decision: string, place: number, point: NonNullable<Barrier['point']>): Promise<Barrier> {
      const id = `point-${decision}-${place}`
      return (
        (await get(of.tenant, id)) ?? (await put({ ...of, turn: id }, { text: point.words, kind: 'in-de-weg', point }))
      )
    },

    /** With the yes of who joins: their name is known to the owner, and they hear of every change. */
    async join({ tenant, person }: Of, id: string): Promise<Barrier | undefined> {
      const there = await get(tenant, id)
      if (!there || !isOpen(there)) return undefined
      if (there.by === person || there.joined.includes(person)) return there
      await tie({ tenant, person }, id, weekOf(clock.now()))
      const { doc } = await change(kept, there, (one) =>
        one && isOpen(one) && !one.joined.includes(person) ? { ...one, joined: [...one.joined, person] } : undefined,
      )
      return doc
    },

    /** The name of who raised or joined it goes; where nobody else had to do with it, all of it. */
    async withdraw({ tenant, person }: Of, id: string): Promise<boolean> {
      const there = await get(tenant, id)
      if (!there || !(there.by === person || there.joined.includes(person))) return false
      if (there.by === person && there.joined.length === 0 && (there.state === 'listed' || there.state === 'asked')) {
        await kept.remove({ tenant, id })
        return true
      }
      await change(kept, there, (one) => {
        if (!one) return undefined
        const { by, ...rest } = one
        return { ...rest, ...(by && by !== person && { by }), joined: one.joined.filter((other) => other !== person) }
      })
      return true
    },

    /** Asks another one. Who is asked, who has it, and the list's keeper may; without a name it is the keeper's again. */
    async name(who: Of, { barrier: id, who: typed, why: given }: NameInput): Promise<Said> {
      const { tenant, person } = who
      const there = await get(tenant, id)
      const keeps = await isKeeper(who)
      const may = (one: Barrier) =>
        isOpen(one) && (one.owner === person || one.candidate === person || (keeps && !one.owner))
      if (!there || !may(there)) return undefined
      const why = clean(given)
      const problem = why ? inWords(why, await leaving(tenant, why)) : undefined
      if (problem) return { problem }
      const named = clean(typed) ? await called(tenant, typed) : {}
      if (named.problem) return { problem: named.problem }
      const candidate = named.person
      if (candidate) await tie({ tenant, person: candidate }, id)
      const done = await write({ tenant, id }, (one) => {
        if (!one || !may(one)) return undefined
        const on = moved(one, candidate ? 'asked' : 'listed')
        return candidate ? { ...on, candidate, ...(why && { why }) } : on
      })
      return done && { barrier: done }
    },

    /** Who was asked says yes, with a first step and a day. */
    async take(who: Of, input: SayInput): Promise<Said> {
      const may = ({ state, candidate }: Barrier) => state === 'asked' && candidate === who.person
      const { next, problem } = dayIn(input.day)
      const there = await get(who.tenant, input.barrier)
      if (there && may(there) && clean(input.words) && problem) return { problem }
      return said(who, input, may, (one, words) => ({
        ...moved(one, 'owned', { words, by: who.person, ...(next && { next }) }),
        owner: who.person,
      }))
    },

    /** Its owner says how it stands: it is being worked on until a next day, or it is gone. */
    async progress(who: Of, state: 'working' | 'gone', input: SayInput): Promise<Said> {
      const may = (one: Barrier) => isOpen(one) && one.owner === who.person
      const { next, problem } = state === 'working' ? dayIn(input.day) : {}
      const there = await get(who.tenant, input.barrier)
      if (there && may(there) && clean(input.words) && problem) return { problem }
      return said(who, input, may, (one, words) => moved(one, state, { words, by: who.person, ...(next && { next }) }))
    },

    /** It stays as it is, with the reason: an end like the other. */
    async stay(who: Of, input: SayInput): Promise<Said> {
      const keeps = await isKeeper(who)
      const may = (one: Barrier) =>
        isOpen(one) && (one.owner === who.person || one.candidate === who.person || (keeps && one.state === 'listed'))
      return said(who, input, may, (one, words) => moved(one, 'stays', { words, by: who.person }))
    },

    /** R29: the weeks in which this person put their name to a barrier. `to` is exclusive. */
    async namedIn({ tenant, person }: Of, { from, to }: { from: Week; to: Week }): Promise<Week[]> {
      const { items } = await ties.find({ tenant, person }, { index: 'week', from, limit: 100 })
      return items.flatMap(({ week }) => (week && week >= from && week < to ? [week] : []))
    },

    /** What somebody takes along: what they put there and said, and never who else had to do with it. */
    async export(tenant: string, person: PersonId) {
      const own = await everything(ties, { tenant, person }, 'at')
      const each = own.map(async ({ id, at, week }) => {
        const one = await get(tenant, id)
        if (!one || !names(one, person)) return { at, week }
        const said = one.steps.filter(({ by }) => by === person).map(({ at: saidAt, words }) => ({ at: saidAt, words }))
        const { text, state } = one
        return { at, week, text, state, raised: one.by === person, joined: one.joined.includes(person), said }
      })
      return Promise.all(each)
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await everything(ties, { tenant, person }, 'at')) {
        await write({ tenant, id }, (one) => {
          if (!one || !names(one, person)) return undefined
          const rest = without(one, person)
          const had = isOpen(one) && (one.owner === person || one.candidate === person)
          return rest && had ? moved(rest, 'listed') : rest
        })
        const there = await get(tenant, id)
        if (there?.by === person) await kept.remove({ tenant, id })
        await ties.remove({ tenant, person, id })
      }
    },
  }
}

const isTheirs = ({ by, joined, candidate, owner }: Barrier, person: PersonId) =>
  by === person || joined.includes(person) || candidate === person || owner === person

const names = (one: Barrier, person: PersonId) => isTheirs(one, person) || one.steps.some(({ by }) => by === person)

export type Barriers = ReturnType<typeof barriers>
