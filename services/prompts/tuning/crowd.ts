import { rounded } from '../../core/rounded.ts'
import type { Unit } from '../calendar/targets.ts'

export interface CrowdPorts {
  everyone(tenant: string): Promise<readonly { manages: boolean }[]>
  unitsOf(tenant: string): Promise<readonly Unit[]>
}

/** For how many people a question can be, in numbers by which nobody counts a team. */
export const crowd = ({ everyone, unitsOf }: CrowdPorts) => ({
  async people(tenant: string) {
    const all = await everyone(tenant)
    return { everyone: rounded(all.length), managers: rounded(all.filter(({ manages }) => manages).length) }
  },

  units: async (tenant: string) =>
    (await unitsOf(tenant)).map(({ unit, path, people }) => ({ unit, path, people: rounded(people) })),
})
