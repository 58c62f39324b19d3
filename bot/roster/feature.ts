import type { Log } from '../../services/core/ports.ts'
import type { RosterImports } from '../../services/roster/roster.ts'
import type { Feature } from '../turn.ts'

export interface RosterNeeds {
  imports: Pick<RosterImports, 'export' | 'forget' | 'leave'>
  log: Log
}

/** Takes off the roster who had their last day. It runs when the roster has changed, and behind each last day. */
export const LAST_DAY_JOB = 'last-day'

/** The last day of somebody, and what is kept of them so that an import can be taken back. */
export const rosterFeature = ({ imports, log }: RosterNeeds): Feature => ({
  name: 'roster',
  jobs: [
    {
      name: LAST_DAY_JOB,
      async run(tenant) {
        const { left, held, next } = await imports.leave(tenant)
        if (left > 0) log.info('last-day-over', { tenant, people: left })
        if (held > 0) log.error('last-day-held', { tenant, people: held })
        return next
      },
    },
  ],
  export: { rosterBefore: imports.export },
  forget: imports.forget,
})
