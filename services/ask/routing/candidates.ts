import { above, type Person, teamOf } from '../../core/people.ts'
import type { Clock, Language, PersonId } from '../../core/ports.ts'
import { personCalled } from '../../core/text/names.ts'
import { type Weekday, weekOf } from '../../core/time.ts'
import type { Analysis } from '../../search/analysis/analysis.ts'
import { type RoleIndex, roleIndex } from '../../search/ranking/people.ts'
import { type Ask, reachOf, textOf } from '../ask.ts'
import { further, type Rung } from './next-rung.ts'
import { type EvidenceFound, isDoubtful, type Knower, NOTHING_SHARED, ranked, type Sighting } from './ranked.ts'
import { holdersOf, roleOf, type ShownRole } from './shown-role.ts'

export interface CandidatePorts {
  clock: Clock
  /** How far a question can go at all. */
  reachable: readonly Rung[]
  /** The first moment from `at` on which somebody with these working days may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** The very same list as long as the roster is the same. */
  everyone(tenant: string): Promise<readonly Person[]>
  /** How texts are read. */
  analysis(): Promise<Analysis>
  /** Who shared something about this text, and who said that they know about it. */
  evidence(
    tenant: string,
    text: string,
    language: Language,
    exclude: ReadonlySet<PersonId>,
  ): Promise<Pick<EvidenceFound, 'shared' | 'declared'>>
  /**
   * Reads again what speaks for each of these, and what it may be said to be about. Undefined when something is not shared any
   * more: it speaks for nobody the next time.
   */
  told(
    tenant: string,
    sightings: readonly Sighting[],
  ): Promise<{ word: string; count: number; last: string }[] | undefined>
  /** How many questions of colleagues this person takes a week; 0 while paused, stopped or opted out. */
  room(tenant: string, person: PersonId): Promise<number>
  /** The askers who were put to this person in this week. */
  askedThisWeek(tenant: string, person: PersonId, week: string): Promise<PersonId[]>
}

/** What comes of a name. `not-now` is somebody who may not be asked, or has no room: which of the two is not told. */
export type NamedBy =
  | { kind: 'one'; knower: Knower }
  | { kind: 'nobody' | 'not-now' }
  | { kind: 'several'; people: Person[] }

/** Shown on the card; more is a list to scroll, not a choice. */
const SHOWN = 5
const SHOWN_IN_DOUBT = 3
/** One asker may come to the same colleague this often in a week: of the two at most there is one for somebody else. */
const PAIR_LIMIT = 1
/** The most colleagues that get one question, no matter who chooses them: after that nobody is left. */
const MOST_ASKED = 30
const isFull = ({ offers }: Ask) => offers.length >= MOST_ASKED

/**
 * Nobody who has power over the asker is asked, nor HR: a question must never become a judgement. A person who manages
 * somebody in the asker's own unit reads its pulse, so they stay out too.
 */
function excludedFor(ask: Ask, known: Directory): Set<PersonId> {
  const asker = known.byId.get(ask.person)
  const asked = ask.offers.map(({ person }) => person)
  return new Set([ask.person, ...(asker ? neverAskedBy(asker, known) : known.hr), ...asked])
}

/** Whom a question of this person never goes to: themselves, and who has power over them. */
const neverAskedBy = (asker: Person, { byId, hr }: Directory): Set<PersonId> =>
  new Set([asker.id, ...above(asker, byId), ...asker.readers, ...hr])

/**
 * R19: where a role stands for the asker, nobody who could be meant by it is asked by name, nor anybody whom one of these could
 * not ask: else a refusal would tell which of them it is.
 */
function excludedByRole({ person, role }: Ask, known: Directory): Set<PersonId> {
  const asker = known.byId.get(person)
  if (!role || !asker) return new Set()
  const holders = holdersOf(role, asker, [...known.byId.values()])
  return new Set(holders.flatMap((holder) => [...neverAskedBy(holder, known)]))
}

/** What is worked out of a roster once, and holds as long as that roster does. */
interface Directory {
  byId: ReadonlyMap<PersonId, Person>
  hr: readonly PersonId[]
  roles: RoleIndex
}

const directoryOf = (everyone: readonly Person[], analysis: Analysis): Directory => ({
  byId: new Map(everyone.map((one) => [one.id, one])),
  hr: everyone.filter(({ roles }) => roles.includes('hr')).map(({ id }) => id),
  roles: roleIndex(everyone.map(roleText), analysis),
})

export function candidates(ports: CandidatePorts) {
  const directories = new WeakMap<readonly Person[], Directory>()

  async function directory(tenant: string): Promise<Directory> {
    const everyone = await ports.everyone(tenant)
    const known = directories.get(everyone) ?? directoryOf(everyone, await ports.analysis())
    directories.set(everyone, known)
    return known
  }

  /** A person who does not work when the others do is absent. */
  function isAbsent({ workingDays }: Person): boolean {
    const now = ports.clock.now()
    return workingDays !== undefined && ports.workingMoment(now, workingDays) > ports.workingMoment(now)
  }

  async function hasRoom(ask: Ask, knower: Person): Promise<boolean> {
    const { id: person } = knower
    const room = await ports.room(ask.tenant, person)
    if (room === 0 || isAbsent(knower)) return false
    const askers = await ports.askedThisWeek(ask.tenant, person, weekOf(ports.clock.now()))
    return askers.length < room && askers.filter((one) => one === ask.person).length < PAIR_LIMIT
  }

  async function firstWithRoom(ask: Ask, ranked: Knower[], limit: number): Promise<Knower[]> {
    const found: Knower[] = []
    for (const knower of ranked) {
      if (found.length === limit) break
      if (await hasRoom(ask, knower.person)) found.push(knower)
    }
    return found
  }

  /** Everybody who may know this and whom the asker may ask, best first, near or far, busy or not. */
  async function everybody(ask: Ask, known: Directory): Promise<Knower[]> {
    if (isFull(ask)) return []
    const exclude = excludedFor(ask, known)
    const { tenant, language } = ask
    const text = textOf(ask)
    const found = await ports.evidence(tenant, text, language, exclude)
    return ranked(known.byId, { ...found, works: known.roles.find(text, language, exclude) })
  }

  /** Nobody stands out: then nobody is named as if they surely knew, and the list is short. */
  async function shown(ask: Ask, all: Knower[], known: Directory, limit: number): Promise<Knower[]> {
    const within = withinReach(ask, known)
    // Who works in one's own unit is known already: only what they showed or said makes them a step.
    const found = all.filter(
      ({ person, reason }) => within(person) && (reachOf(ask) !== 'unit' || reason.kind !== 'works'),
    )
    if (!isDoubtful(found)) return firstWithRoom(ask, found, limit)
    const doubted = found.map((knower) => ({ ...knower, maybe: true }))
    return firstWithRoom(ask, doubted, Math.min(limit, SHOWN_IN_DOUBT))
  }

  /** The person who is chosen is read again: when something was taken back meanwhile, all are looked up anew. */
  async function chosen<T extends { knowers: Knower[] }>(
    ask: Ask,
    choose: (all: Knower[], known: Directory) => Promise<T>,
  ): Promise<T> {
    const known = await directory(ask.tenant)
    for (;;) {
      const found = await choose(await everybody(ask, known), known)
      const told = await ports.told(
        ask.tenant,
        found.knowers.map(({ sighting }) => sighting),
      )
      if (told) return { ...found, knowers: found.knowers.flatMap((knower, at) => inWordsOf(knower, told[at])) }
    }
  }

  return {
    /** Who may know this and may be asked, best first. The reason is the best evidence there is. */
    async find(ask: Ask, limit = SHOWN): Promise<Knower[]> {
      const { knowers } = await chosen(ask, async (all, known) => ({ knowers: await shown(ask, all, known, limit) }))
      return knowers
    },

    /**
     * Whom the asker may choose by name: who surely knows before who may, and among these those within reach first. A new
     * ask, which has no reach yet, begins within the asker's own unit where somebody there may know, else everywhere.
     */
    toChoose: (ask: Ask): Promise<{ reach: Rung; knowers: Knower[] }> =>
      chosen(ask, async (all, known) => {
        const far = await shown({ ...ask, reach: 'municipality' }, all, known, SHOWN)
        if (ask.reach && ask.reach !== 'unit') return { reach: ask.reach, knowers: far }
        const near = await shown({ ...ask, reach: 'unit' }, all, known, SHOWN)
        if (!ask.reach && near.length === 0) return { reach: 'municipality', knowers: far }
        const beyond = far.filter(({ person }) => !near.some((one) => one.person.id === person.id))
        const knowers = [...near, ...beyond.map((knower) => ({ ...knower, outside: true }))]
        const sureFirst = knowers.toSorted((a, b) => Number(a.maybe) - Number(b.maybe))
        return { reach: 'unit', knowers: sureFirst.slice(0, SHOWN) }
      }),

    /** The colleague with this name; the forwarder's word is the reason. */
    async named(ask: Ask, name: string, by: PersonId): Promise<NamedBy> {
      const known = await directory(ask.tenant)
      const found = personCalled([...known.byId.values()], name)
      if (found.kind !== 'one') return found
      const { person } = found
      const isExcluded = excludedFor(ask, known).has(person.id) || excludedByRole(ask, known).has(person.id)
      if (isFull(ask) || isExcluded || !withinReach(ask, known)(person)) return { kind: 'not-now' }
      const knower: Knower = { person, maybe: false, share: 1, sighting: NOTHING_SHARED, reason: { kind: 'named', by } }
      return (await hasRoom(ask, person)) ? { kind: 'one', knower } : { kind: 'not-now' }
    },

    /** The next step that this ask can take. */
    further: (ask: Ask): Rung | undefined => further(reachOf(ask), ports.reachable),

    /** What the asker may show instead of a name, if anything. */
    async roleFor(ask: Pick<Ask, 'tenant' | 'person'>): Promise<ShownRole | undefined> {
      const known = await directory(ask.tenant)
      return roleOf(known.byId.get(ask.person), known.byId.values(), (asker) => neverAskedBy(asker, known))
    },
  }
}

/** What somebody shared, in a word of theirs; where there is none, nothing is said of them. */
function inWordsOf(knower: Knower, told: { word: string; count: number; last: string } | undefined): Knower[] {
  if (knower.reason.kind !== 'shared') return [knower]
  return told?.word ? [{ ...knower, reason: { kind: 'shared', ...told } }] : []
}

/** The unit of the asker, until the asker says that the question may go further. */
function withinReach(ask: Ask, { byId }: Directory): (person: Person) => boolean {
  const unit = byId.get(ask.person)?.unit.join('/')
  return reachOf(ask) === 'unit' ? (person) => person.unit.join('/') === unit : () => true
}

export type Candidates = ReturnType<typeof candidates>

const roleText = (person: Person) => ({
  person: person.id,
  text: `${person.jobTitle ?? ''} ${teamOf(person)}`,
})
