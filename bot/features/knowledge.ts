import type { Knowledge } from '../../services/knowledge/knowledge.ts'
import type { Feature } from '../turn.ts'

/** What a person shared with colleagues by name: found through asking, kept and forgotten here. */
export function knowledgeFeature(service: Knowledge): Feature {
  return {
    name: 'knowledge',
    export: async (tenant, person) => ({
      shared: (await service.by(tenant, person)).map(({ applied: timesApplied, ...item }) => ({
        ...item,
        timesApplied,
      })),
    }),
    async forget(tenant, person) {
      for (const { id } of await service.by(tenant, person)) await service.withdraw(tenant, id)
    },
  }
}
