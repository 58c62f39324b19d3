import { z } from 'zod'
import { ROLES } from '../../services/core/people.ts'
import { get, nothing, type Route } from './audience.ts'
import type { Caller } from './bearer.ts'

/** Who the page is for: which pages there are follows from it. */
const WhoShown = z.strictObject({
  name: z.string(),
  team: z.string(),
  manages: z.boolean(),
  /** Whether there are pulses to read: for a manager, who stands in for one, or a team that reads together. */
  hasPulses: z.boolean(),
  roles: z.array(z.enum(ROLES)),
})
export type WhoShown = z.infer<typeof WhoShown>

export const whoRoute = (who: (caller: Caller) => Promise<WhoShown | undefined>): Route =>
  get('/api/me', nothing, WhoShown, who)
