import type { PersonId } from '../../core/ports.ts'
import type { Step } from './revised.ts'

/** Something that HR decides about, with what was done to it. */
export interface Decided {
  steps(tenant: string): Promise<(Step & { id: string })[]>
  /** What they did stays, without who it was. */
  forget(tenant: string, person: PersonId): Promise<void>
}

/** Who did what, to the questions and to all that goes with them. */
export function history(...all: Decided[]) {
  /** Newest first. */
  async function steps(tenant: string) {
    const found = (await Promise.all(all.map((one) => one.steps(tenant)))).flat()
    return found.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  }

  return {
    steps,

    /** What this person did, for themself. */
    stepsOf: async (tenant: string, person: PersonId) => (await steps(tenant)).filter(({ by }) => by === person),

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const one of all) await one.forget(tenant, person)
    },
  }
}

export type History = ReturnType<typeof history>
