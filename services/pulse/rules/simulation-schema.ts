import { z } from 'zod'
import { HOW } from '../../core/how.ts'
import { weekAfter } from '../../core/time.ts'
import { Policy } from '../schema.ts'

const id = z.string().min(1).max(200)
const known = new Map<string, boolean>()

/** A week that the calendar has: not every year has a 53rd. */
function isWeek(text: string): boolean {
  const found = known.get(text) ?? (/^\d{4}-W\d\d$/.test(text) && weekAfter(text, 0) === text)
  known.set(text, found)
  return found
}
const week = z.string().refine(isWeek, 'must be an ISO week such as 2026-W03')
const words = z.array(z.string().trim().min(1).max(200)).max(50).default([])

/** The file of `simulate pulse`: a municipality, its people and what they answered. Only in the policy is a field that nobody knows refused: it might be a threshold. */
export const SimulationFile = z.object({
  policy: z.strictObject({
    ...Policy.pick({ k: true, cadence: true }).shape,
    seed: z.int('must be a whole number').default(1),
  }),
  units: z.array(z.object({ id, parent: id.nullable(), name: id.optional() })),
  people: z.array(
    z.object({
      id,
      unit: id,
      from: week,
      to: week.nullable().default(null),
      reads: z.array(id).default([]),
      /** In which weeks somebody is known to be away. */
      out: z.array(week).default([]),
    }),
  ),
  answers: z.array(
    z.object({
      person: id,
      week,
      how: z.enum(HOW).nullish(),
      topics: words,
      needs: words,
      counts: z.boolean().default(true),
      named: z.boolean().default(false),
      quote: z.string().max(1000).nullish(),
    }),
  ),
})
export type SimulationFile = z.infer<typeof SimulationFile>
