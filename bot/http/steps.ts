import type { Language, PersonId } from '../../services/core/ports.ts'
import { StepsShown } from '../../services/prompts/schema.ts'
import type { Tuning } from '../../services/prompts/tuning/tuning.ts'
import { get, nothing } from './audience.ts'

export interface StepsPorts {
  steps: Tuning['steps']
  colleague(tenant: string, person: PersonId): Promise<{ name: string } | undefined>
  /** How a question is called now; what is no question is called as it is. */
  titleOf(tenant: string, prompt: string): Promise<Record<Language, string>>
}

/** Who did what to which question, and why: the same for all who may read it. */
export const stepsRoute = (path: string, { steps, colleague, titleOf }: StepsPorts) =>
  get(path, nothing, StepsShown, async ({ tenant }) => {
    const all = await steps(tenant)
    const names = await each(all.map(({ by }) => by).filter(Boolean), (by) => colleague(tenant, by))
    const subjectOf = ({ id, about = id }: (typeof all)[number]) => about
    const titles = await each(all.map(subjectOf), (id) => titleOf(tenant, id))
    return {
      steps: all.map((one) => ({
        ...one,
        by: names.get(one.by)?.name ?? '',
        title: titles.get(subjectOf(one)) ?? { nl: one.id, en: one.id },
      })),
    }
  })

/** What belongs to each of these, asked for once. */
async function each<Value>(ids: readonly string[], find: (id: string) => Promise<Value>) {
  const found = new Map<string, Value>()
  for (const id of new Set(ids)) found.set(id, await find(id))
  return found
}
