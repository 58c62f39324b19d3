import type { PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { latest } from '../library.ts'
import { type AimPorts, aiming } from './aiming.ts'
import { type EditPorts, edits } from './editing.ts'
import { type Step, withoutName } from './revised.ts'
import { wording } from './wording.ts'

export interface TuningPorts extends EditPorts, AimPorts {}

/** HR words the questions anew, tries, publishes and withdraws them. What was published stays as it was sent. */
export function tuning(ports: TuningPorts) {
  const { shelf } = ports
  const editing = edits(ports)
  const everyTuned = (tenant: string) => everything(shelf.kept, { tenant }, 'all')

  return {
    all: shelf.of,
    one: shelf.one,
    inUse: shelf.inUse,

    isInUse: async (tenant: string, id: string) => (await shelf.inUse(tenant)).some((prompt) => prompt.id === id),

    /** A question is called by the words that are asked now, or else by those that were written last. */
    async titleOf(tenant: string, id: string) {
      const prompt = await shelf.one(tenant, id)
      const words = prompt && (latest(prompt) ?? prompt.versions.at(-1))
      return { nl: words?.nl.question ?? id, en: words?.en.question ?? id }
    },

    ...wording(ports, editing),
    ...aiming(ports, editing),

    /** Who did what to which question. */
    steps: async (tenant: string): Promise<(Step & { id: string })[]> =>
      (await everyTuned(tenant)).flatMap(({ id, steps }) => steps.map((step) => ({ id, ...step }))),

    /** What they did stays, without who it was. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await everyTuned(tenant))
        await change(shelf.kept, { tenant, id }, (known) => withoutName(known, person))
    },
  }
}

export type Tuning = ReturnType<typeof tuning>
