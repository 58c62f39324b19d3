import type { Language, PersonId } from '../core/ports.ts'
import { dayOf, days } from '../core/time.ts'
import type { Barriers } from './barriers.ts'
import { type Barrier, isOpen } from './documents.ts'
import type { BarrierShown, BarriersShown, PartInBarrier } from './schema.ts'

export interface ShowingPorts {
  service: Barriers
  now(): Date
  nameFor(reader: { tenant: string; person: PersonId }, person: PersonId): Promise<string>
  /** A word that a pulse told, in the language of the reader. */
  pointIn(language: Language, point: NonNullable<Barrier['point']>): string
}

export interface BarrierReader {
  tenant: string
  person: PersonId
  language: Language
}

/** So many that ended are read. */
const ENDED = 50

/** Barriers as one reader may see them: a name only after its yes, and who raised it for its owner alone (R29). */
export function showing({ service, now, nameFor, pointIn }: ShowingPorts) {
  async function shown(reader: BarrierReader, barrier: Barrier): Promise<BarrierShown> {
    const { id, text, point, kind, state, at, since, owner, next, by, steps, why, candidate } = barrier
    const keeps = state === 'listed' && (await service.isKeeper(reader))
    const part = partOf(barrier, reader.person) ?? (keeps ? ('keeps' as const) : undefined)
    const last = steps.findLast(({ words, by: who }) => words !== undefined && who !== undefined)
    const until = isOpen(barrier) ? now() : new Date(since)
    return {
      id,
      text: point ? pointIn(reader.language, point) : text,
      fromPulse: point !== undefined,
      kind,
      place: state === 'asked' ? 'listed' : state,
      weeks: Math.max(0, Math.floor((until.getTime() - Date.parse(at)) / days(7))),
      ...(next && { next }),
      ...(owner && { owner: await nameFor(reader, owner) }),
      ...(owner === reader.person && by && by !== owner && !point && { raisedBy: await nameFor(reader, by) }),
      ...(why && candidate === reader.person && { why }),
      ...(last?.words && last.by && { said: { words: last.words, by: await nameFor(reader, last.by) } }),
      ...(part && { part }),
      isOpen: isOpen(barrier),
      waits: service.waits(barrier),
    }
  }

  const all = (reader: BarrierReader, some: readonly Barrier[]) => Promise.all(some.map((one) => shown(reader, one)))

  return {
    nameFor,
    shown,
    all,

    /** The whole list, as the page and the card have it. */
    async list(reader: BarrierReader): Promise<BarriersShown> {
      const [open, ended] = await Promise.all([service.open(reader.tenant), service.ended(reader.tenant)])
      const { year } = dayOf(now())
      const [gone, stays] = (['gone', 'stays'] as const).map((state) => ended.filter((one) => one.state === state))
      return {
        open: await all(reader, open),
        gone: await all(reader, (gone ?? []).slice(0, ENDED)),
        stays: await all(reader, (stays ?? []).slice(0, ENDED)),
        goneThisYear: (gone ?? []).filter(({ since }) => dayOf(new Date(since)).year === year).length,
      }
    },
  }
}

function partOf({ by, joined, candidate, owner }: Barrier, person: PersonId): PartInBarrier | undefined {
  if (owner === person) return 'owns'
  if (candidate === person) return 'asked'
  if (by === person) return 'raised'
  return joined.includes(person) ? 'joined' : undefined
}

export type Showing = ReturnType<typeof showing>
