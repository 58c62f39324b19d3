import type { Person } from '../../core/people.ts'
import type { Clock, Collection, Doc, Store } from '../../core/ports.ts'
import { rounded } from '../../core/rounded.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { momentOn, mondayOf, months, startOf, type Week, weekAfter, weekOf } from '../../core/time.ts'
import { howManyOf } from '../../core/told.ts'
import type { Agenda, Job } from '../../delivery/operating/agenda.ts'
import type { Shelf, TunedPrompt } from '../documents.ts'
import type { Comparison, FiguresShown, VersionFigures } from '../schema/figures.ts'
import type { CountedPeople } from './counted-people.ts'
import { type Count, countsOf, type Outcome, shareOf, together } from './counting.ts'
import { difference, type Share } from './interval.ts'

/** What is kept of a closed week: counts of wordings, and nobody. */
interface Figures extends Doc {
  counts: Count[]
}

export interface FigurePorts {
  store: Store
  clock: Clock
  agenda: Pick<Agenda, 'wake'>
  shelf: Pick<Shelf, 'of'>
  people: Pick<CountedPeople, 'inWeek'>
  everyone(tenant: string): Promise<readonly Person[]>
  /** What became of the questions of a week; none when not nearly everybody was in it, undefined when it was stopped. */
  outcomesIn(tenant: string, week: Week, signal?: AbortSignal): Promise<Outcome[] | undefined>
}

const JOB = 'prompt-figures'
/** Half of the people are so many at least, and so many of them answered: or two wordings are not compared. */
const HALF = 50
const RESPONDENTS = 25
/** When a week is counted: in the night after it. */
const AT = '03:00'

/** How questions do, over the whole organisation. A week is counted once, when it is over; nothing counts along. */
export function figures({ store, clock, agenda, shelf, outcomesIn, ...ports }: FigurePorts) {
  const kept: Collection<Figures> = store.collection<Figures>({
    name: 'promptFigures',
    owner: 'tenant',
    indexes: { all: ({ id }) => id },
    lives: { for: months(24), from: ({ id }) => startOf(id) },
    // Older counts were of whom a message had reached: whose acts they were about was for operators to choose.
    forms: [({ counts: _counts, ...week }: Doc & { counts: unknown }) => ({ ...week, counts: [] })],
  })

  /** A week in which a question was for some units alone tells nothing of others either: they are all but those. */
  async function counted(tenant: string, week: Week, signal?: AbortSignal): Promise<Count[] | undefined> {
    const prompts = await shelf.of(tenant)
    if (prompts.some((prompt) => isNarrow(prompt, week))) return []
    const silent = new Set(prompts.filter(({ journalOnly }) => journalOnly).map(({ id }) => id))
    const outcomes = await outcomesIn(tenant, week, signal)
    if (!outcomes) return undefined
    const told = outcomes.filter(({ prompt }) => !silent.has(prompt))
    const wrote = outcomes.flatMap(({ person, wrote }) => (wrote ? [person] : []))
    const set = await ports.people.inWeek(tenant, week, wrote, await ports.everyone(tenant))
    return set ? countsOf(told, set) : []
  }

  async function run(tenant: string, signal?: AbortSignal): Promise<Date> {
    const week = weekAfter(weekOf(clock.now()), -1)
    if (!(await kept.get({ tenant, id: week }))) {
      const counts = await counted(tenant, week, signal)
      if (!counts) return clock.now()
      await change(kept, { tenant, id: week }, (known) => (known ? undefined : { tenant, id: week, counts }))
    }
    return momentOn(mondayOf(weekAfter(weekOf(clock.now()))), AT)
  }

  return {
    job: { name: JOB, run } satisfies Job,

    /** From now on the weeks of this tenant are counted. */
    begin: (tenant: string) => agenda.wake(tenant, JOB, momentOn(mondayOf(weekAfter(weekOf(clock.now()))), AT)),

    async of(tenant: string, { id: prompt, comparing }: TunedPrompt): Promise<FiguresShown> {
      const weeks = await everything(kept, { tenant }, 'all')
      const own = weeks.map(({ id, counts }) => ({ week: id, counts: counts.filter((one) => one.prompt === prompt) }))
      const versions = Map.groupBy(
        own.flatMap(({ counts }) => counts),
        ({ version }) => version,
      )
      return {
        versions: [...versions].flatMap(([version, counts]) => shownVersion(version, counts) ?? []),
        ...(comparing && { comparison: compared(comparing, own) }),
      }
    },
  }
}

export type FiguresService = ReturnType<typeof figures>

const isNarrow = ({ target, narrowUntil = '' }: TunedPrompt, week: Week) =>
  narrowUntil >= week || (target !== undefined && 'units' in target)

/** How a wording did, in words: of everybody together, or not at all. */
function shownVersion(version: number, counts: readonly Count[]): VersionFigures | undefined {
  const { asked, answered, shared } = together(counts)
  const [howMany, sharing] = [howManyOf(answered, asked), howManyOf(shared, asked)]
  return howMany && sharing && { version, answered: howMany, shared: sharing }
}

/** Weeks in which enough people answered either of the two, and no others: they were drawn together. */
function compared(
  { one, other, from }: NonNullable<TunedPrompt['comparing']>,
  weeks: readonly { week: Week; counts: readonly Count[] }[],
): Comparison {
  const both = weeks.flatMap(({ week, counts }) => {
    const [first, second] = [one, other].map((version) => counts.find((count) => count.version === version))
    const isEnough = [first, second].every((one) => one && one.asked >= HALF && one.answered >= RESPONDENTS)
    return week >= from && first && second && isEnough ? [[first, second] as const] : []
  })
  if (both.length === 0) return { one, other, from }
  const [first, second] = [together(both.map(([count]) => count)), together(both.map(([, count]) => count))]
  return { one, other, from, found: comparedAs(first, second) }
}

/** Of the exact numbers the interval would tell what rounding keeps back: so it is of the rounded ones, in steps of five points. */
export function comparedAs(one: Totals, other: Totals): NonNullable<Comparison['found']> {
  const { from: least, to: most } = difference(roundedShare(other), roundedShare(one))
  const points = { from: Math.floor(least * STEPS) * POINTS, to: Math.ceil(most * STEPS) * POINTS }
  const better = points.from > 0 ? 'other' : points.to < 0 ? 'one' : undefined
  return { difference: points, ...(better && { better }) }
}

type Totals = Pick<Count, 'answered' | 'asked'>

const POINTS = 5
const STEPS = 100 / POINTS

/** To the nearest five percent, of a number to the nearest 25. */
function roundedShare({ answered, asked }: Totals): Share {
  const of = rounded(asked)
  return { count: (shareOf(answered, asked) / 100) * of, of }
}
