import { z } from 'zod'
import type { PersonId } from '../../services/core/ports.ts'
import { asFile, type OwnData } from '../../services/privacy/formats.ts'
import { FileKind, FileShown, KeptShown } from '../../services/privacy/schema.ts'
import { type AskPorts, askRoutes } from '../ask/api.me.ts'
import { type KnowledgePorts, knowledgeRoutes } from '../knowledge/api.me.ts'
import { type CapitalPorts, capitalRoutes } from '../knowledge/capital.api.me.ts'
import { type MomentPorts, momentRoutes } from '../reflection/api.me.ts'
import { get, nothing, type Route } from './audience.ts'
import type { Caller } from './bearer.ts'

/** What everybody who works here sees and does of themselves. */
export interface MePorts extends MomentPorts, AskPorts, KnowledgePorts, CapitalPorts {
  who(caller: Caller): Promise<z.infer<typeof WhoShown> | undefined>
  /** How much is kept of somebody, by kind. */
  summary(tenant: string, person: PersonId): Promise<{ counts: z.infer<typeof KeptShown> }>
  /** All of it, to take along. */
  taken(tenant: string, person: PersonId): Promise<OwnData>
}

/** Who the page is for: which pages there are follows from it. */
const WhoShown = z.strictObject({
  name: z.string(),
  team: z.string(),
  manages: z.boolean(),
  /** Whether there are pulses to read: for a manager, who stands in for one, or a team that reads together. */
  hasPulses: z.boolean(),
  roles: z.array(z.enum(['hr', 'admin', 'works-council', 'fg'])),
})
export type WhoShown = z.infer<typeof WhoShown>

export const meRoutes = (ports: MePorts): Route[] => [
  get('/api/me', nothing, WhoShown, ports.who),
  get('/api/me/kept', nothing, KeptShown, async ({ tenant, person }) => (await ports.summary(tenant, person)).counts),
  get('/api/me/export/:kind', z.strictObject({ kind: FileKind }), FileShown, async ({ tenant, person }, { kind }) =>
    asFile(await ports.taken(tenant, person), kind),
  ),
  ...momentRoutes(ports),
  ...askRoutes(ports),
  ...knowledgeRoutes(ports),
  ...capitalRoutes(ports),
]
