import type { Clock, Collection, Doc, Store } from '../../core/ports.ts'
import { rounded } from '../../core/rounded.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { momentOn, mondayOf, months, startOf, type Week, weekAfter, weekOf } from '../../core/time.ts'
import type { Agenda, Job } from '../../delivery/operating/agenda.ts'
import type { Shelf, TunedPrompt } from '../documents.ts'
import type { Comparison, FiguresShown, VersionFigures } from '../schema/figures.ts'
import { type Count, countsOf, type Outcome, shareOf, together } from './counting.ts'
import { difference } from './interval.ts'

/** What is kept of a closed week: counts of wordings, and nobody. */
interface Figures extends Doc {
  counts: Count[]
}

export interface FigurePorts {
  store: Store
  clock: Clock
  agenda: Pick<Agenda, 'wake'>
  shelf: Pick<Shelf, 'of'>
  /** What became of the questions of a week; none when not nearly everybody was in it, undefined when it was stopped. */
  outcomesIn(tenant: string, week: Week, signal?: AbortSignal): Promise<Outcome[] | undefined>
}

const JOB = 'prompt-figures'
/** When a week is counted: in the night after it. */
const AT = '03:00'

/** How questions do, over the whole organisation. A week is counted once, when it is over; nothing counts along. */
export function figures({ store, clock, agenda, shelf, outcomesIn }: FigurePorts) {
  const kept: Collection<Figures> = store.collection<Figures>({
    name: 'promptFigures',
    owner: 'tenant',
    indexes: { all: ({ id }) => id },
    lives: { for: months(24), from: ({ id }) => startOf(id) },
  })

  /** A week in which a question was for some units alone tells nothing of others either: they are all but those. */
  async function counted(tenant: string, week: Week, signal?: AbortSignal): Promise<Count[] | undefined> {
    const prompts = await shelf.of(tenant)
    if (prompts.some((prompt) => isNarrow(prompt, week))) return []
    const silent = new Set(prompts.filter(({ journalOnly }) => journalOnly).map(({ id }) => id))
    const outcomes = await outcomesIn(tenant, week, signal)
    return outcomes && countsOf(outcomes.filter(({ prompt }) => !silent.has(prompt)))
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
        versions: [...versions].map(([version, counts]) => shownVersion(version, counts)),
        ...(comparing && { comparison: compared(comparing, own) }),
      }
    },
  }
}

export type FiguresService = ReturnType<typeof figures>

const isNarrow = ({ target, narrowUntil = '' }: TunedPrompt, week: Week) =>
  narrowUntil >= week || (target !== undefined && 'units' in target)

function shownVersion(version: number, counts: readonly Count[]): VersionFigures {
  const { asked, answered, later, skipped, shared } = together(counts)
  return {
    version,
    asked: rounded(asked),
    answered: shareOf(answered, asked),
    later: shareOf(later, asked),
    skipped: shareOf(skipped, asked),
    shared: shareOf(shared, answered),
  }
}

/** Weeks in which enough people answered either of the two, and no others: they were drawn together. */
function compared(
  { one, other, from }: NonNullable<TunedPrompt['comparing']>,
  weeks: readonly { week: Week; counts: readonly Count[] }[],
): Comparison {
  const both = weeks.flatMap(({ week, counts }) => {
    const [first, second] = [one, other].map((version) => counts.find((count) => count.version === version))
    return week >= from && first && second ? [[first, second] as const] : []
  })
  if (both.length === 0) return { one, other, from }
  const [first, second] = [together(both.map(([count]) => count)), together(both.map(([, count]) => count))]
  const { from: least, to: most } = difference(
    { count: second.answered, of: second.asked },
    { count: first.answered, of: first.asked },
  )
  const better = least > 0 ? 'other' : most < 0 ? 'one' : undefined
  const shown = ({ asked, answered }: typeof first) => ({ asked: rounded(asked), answered: shareOf(answered, asked) })
  const points = { from: Math.floor(least * 100), to: Math.ceil(most * 100) }
  return {
    one,
    other,
    from,
    found: { one: shown(first), other: shown(second), difference: points, ...(better && { better }) },
  }
}
