import { z } from 'zod'
import type { PersonId } from '../../services/core/ports.ts'
import { asFile, type OwnData } from '../../services/privacy/formats.ts'
import { FileKind, FileShown, KeptShown } from '../../services/privacy/schema.ts'
import { get, nothing, type Route } from '../http/audience.ts'

export interface OwnDataPorts {
  /** How much is kept of somebody, by kind. */
  summary(tenant: string, person: PersonId): Promise<{ counts: z.infer<typeof KeptShown> }>
  /** All of it, to take along. */
  taken(tenant: string, person: PersonId): Promise<OwnData>
}

/** What is kept of oneself. */
export const ownDataRoutes = ({ summary, taken }: OwnDataPorts): Route[] => [
  get('/api/me/kept', nothing, KeptShown, async ({ tenant, person }) => (await summary(tenant, person)).counts),
  get('/api/me/export/:kind', z.strictObject({ kind: FileKind }), FileShown, async ({ tenant, person }, { kind }) =>
    asFile(await taken(tenant, person), kind),
  ),
]
