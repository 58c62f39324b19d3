import type { RosterImports } from '../../services/roster/roster.ts'
import type { Feature } from '../turn.ts'

/** What is kept of somebody so that an import can be taken back. */
export const rosterFeature = (imports: Pick<RosterImports, 'export' | 'forget'>): Feature => ({
  name: 'roster',
  export: async (tenant, person) => ({ rosterBefore: await imports.export(tenant, person) }),
  forget: imports.forget,
})
