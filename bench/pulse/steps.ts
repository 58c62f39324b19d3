import { memoryStore } from '../../services/adapters/memory/store.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Person } from '../../services/core/people.ts'
import { type Week, weekAfter } from '../../services/core/time.ts'
import { howManyOf } from '../../services/core/told.ts'
import { APART, apartness, countedPeople } from '../../services/prompts/figures/counted-people.ts'
import { dice } from '../dice.ts'

const TENANT = 'tenant-a'
const CLOCK = { now: () => new Date('2026-11-16T07:30Z') }
/** A week of each half year, and some within one. */
const FIRST: Week = '2026-W20'
const WEEKS = [0, 1, 2, 3, 8, 9, 10, 34, 35, 36, 60, 61]
const REAL = 130

export interface Played {
  /** Answers about what people did. */
  answers: number
  /** Pairs of two of them of which the sets of people differ by fewer than 25, and by somebody. */
  near: number
  /** The sureness of the act of the person whom the operator is after, at its highest. */
  surest: number
}

/**
 * An operator who imports what they like for a year, with people who were made up, chooses pilots and samples, and cancels:
 * they try to have two answers whose sets differ by one person. `rule` gives the set of a week, as its marks.
 */
export async function playSteps(seed: number, rule: 'product' | 'old'): Promise<Played> {
  const { next: random, chance, below } = dice(seed)
  const secrets = hmacSecrets(`steps ${seed}`)
  const random4 = { id: () => `chance-${below(1e15)}` }
  const counted = countedPeople({ store: memoryStore({ clock: CLOCK, random: random4 }), secrets, random: random4 })
  const sets: Set<string>[] = []
  let roster = Array.from({ length: REAL }, (_, place) => personOf(`p${place}`, FIRST))
  let made = 0
  const told: { set: ReadonlySet<string>; did: number; of: number }[] = []
  for (const ahead of WEEKS) {
    const week = Array.from({ length: ahead }).reduce<Week>((one) => weekAfter(one), FIRST)
    roster = imported(roster, week)
    const asked = pilotOf(roster)
    const acts = new Set(asked.filter((id) => isReal(id) && chance(0.5)))
    const wrote = [...acts, ...asked.filter((id) => isReal(id) && chance(0.3))]
    // Of a pilot the product tells nothing, and the set takes notice of who wrote all the same.
    const set = rule === 'old' ? new Set(asked) : await inWeek(week, wrote)
    const isTold = rule === 'old' || asked.length >= 0.9 * roster.length
    if (!set || set.size === 0 || !isTold) continue
    sets.push(set)
    told.push({ set, did: [...set].filter((id) => acts.has(id)).length, of: set.size })
  }

  /** One person comes or goes, or some, or people who never were; sometimes nearly everybody. */
  function imported(before: readonly Person[], week: Week): Person[] {
    const kind = random()
    const leave = kind < 0.4 ? 1 : kind < 0.7 ? below(30) : kind < 0.8 ? before.length - 30 : 0
    const start = below(Math.max(1, before.length))
    const gone = new Set(Array.from({ length: leave }, (_, at) => before[(start + at) % before.length]?.id))
    const left = before.filter(({ id }) => !gone.has(id))
    const back = chance(0.3) ? Array.from({ length: REAL }, (_, place) => `p${place}`) : []
    const invented = chance(0.5) ? Array.from({ length: below(40) }, () => `made-${made++}`) : []
    const known = new Set(left.map(({ id }) => id))
    return [...left, ...[...back, ...invented].filter((id) => !known.has(id)).map((id) => personOf(id, week))]
  }

  /** Whom the round goes to. The product does not tell of it at all; the old rule told of these. */
  function pilotOf(all: readonly Person[]): string[] {
    if (chance(0.5)) return all.map(({ id }) => id)
    const from = below(Math.max(1, all.length - 25))
    return all.slice(from, from + 25 + (chance(0.5) ? 0 : 1)).map(({ id }) => id)
  }

  async function inWeek(week: Week, wrote: readonly string[]): Promise<Set<string> | undefined> {
    const found = await counted.inWeek(TENANT, week, wrote, roster)
    if (!found) return undefined
    const members = Array.from({ length: REAL }, (_, place) => `p${place}`).filter(found.has)
    if (members.length !== found.size) throw new Error('somebody who never was is in the set')
    return new Set(members)
  }

  return { answers: told.length, near: nearPairs(sets), surest: surestOf(told, rule) }
}

const personOf = (id: string, since: Week) =>
  ({
    tenant: TENANT,
    id,
    name: id,
    unit: ['Stad'],
    managers: [],
    roles: [],
    since,
    manages: false,
    readers: [],
  }) as Person

const isReal = (id: string) => id.startsWith('p')

function nearPairs(sets: readonly ReadonlySet<string>[]): number {
  let near = 0
  for (const [place, one] of sets.entries())
    for (const other of sets.slice(place + 1)) {
      const apart = apartness(one, other)
      if (apart > 0 && apart < APART) near++
    }
  return near
}

/**
 * How sure the operator is of the act of one real person, who is in a set: three others in it have told theirs, the rest
 * act by chance. The old rule told the number of all who were asked, those made up included.
 */
function surestOf(told: readonly { set: ReadonlySet<string>; did: number; of: number }[], rule: 'product' | 'old') {
  let surest = 0.5
  for (const { set, did } of told) {
    const real = [...set].filter(isReal).length
    if (real === 0) continue
    const known = Math.min(3, real - 1)
    const says = (count: number) => (rule === 'old' ? String(count) : String(howManyOf(count, set.size)))
    // What the three did is theirs to choose: the worst of it.
    for (let theirs = 0; theirs <= known; theirs++) {
      const rest = real - known - 1
      const given = [0, 1].map((act) => likelihood(rest, (others) => says(theirs + act + others) === says(did)))
      const [not = 0, yes = 0] = given
      if (not + yes > 0) surest = Math.max(surest, yes / (yes + not), not / (yes + not))
    }
  }
  return surest
}

/** How likely it is that of so many who act by chance a number fits. */
function likelihood(people: number, fits: (count: number) => boolean): number {
  let [all, each] = [0, 0.5 ** people]
  for (let count = 0; count <= people; count++) {
    if (fits(count)) all += each
    each *= (people - count) / (count + 1)
  }
  return all
}

/** How often each rule was broken by an operator, in so many sequences of steps. */
export async function playedSteps(sequences: number, rule: 'product' | 'old'): Promise<Played> {
  const all: Played = { answers: 0, near: 0, surest: 0 }
  for (let seed = 0; seed < sequences; seed++) {
    const one = await playSteps(seed, rule)
    all.answers += one.answers
    all.near += one.near
    all.surest = Math.max(all.surest, one.surest)
  }
  return all
}

/**
 * A47: of how many pairs of numbers the interval that is told leaves one pair of exact numbers alone. Both halves have so many
 * people; `told` gives what is told of two counts.
 */
export function undone(people: number, told: (one: number, other: number) => string): number {
  const found = new Map<string, number>()
  for (let one = 0; one <= people; one++)
    for (let other = 0; other <= people; other++) {
      const says = told(one, other)
      found.set(says, (found.get(says) ?? 0) + 1)
    }
  const alone = [...found.values()].filter((pairs) => pairs === 1).length
  return alone / (people + 1) ** 2
}
