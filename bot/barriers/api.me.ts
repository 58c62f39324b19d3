import { z } from 'zod'
import type { Barriers } from '../../services/barriers/barriers.ts'
import { BarriersShown, RaisedShown, RaiseSent } from '../../services/barriers/schema.ts'
import type { Showing } from '../../services/barriers/showing.ts'
import { ID } from '../../services/core/ids.ts'
import type { Language, PersonId, Random } from '../../services/core/ports.ts'
import { get, nothing, post, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface BarrierRouteNeeds {
  service: Pick<Barriers, 'raise' | 'join' | 'withdraw'>
  show: Showing
  languageOf(tenant: string, person: PersonId): Promise<Language>
  isDistress(text: string): Promise<boolean>
  random: Pick<Random, 'id'>
}

const BARRIERS_PATH = '/api/me/barriers'
const Named = z.strictObject({ barrier: z.string().regex(ID).max(100) })

/** The list as everybody who works here reads it, and what anybody may put there under their own name. */
export function barrierRoutes({ service, show, languageOf, isDistress, random }: BarrierRouteNeeds): Route[] {
  const readerOf = async ({ tenant, person }: Caller, asked: Language | undefined) => ({
    tenant,
    person,
    language: asked ?? (await languageOf(tenant, person)),
  })

  return [
    get(BARRIERS_PATH, nothing, BarriersShown, async (caller, _path, _body, asked) =>
      show.list(await readerOf(caller, asked)),
    ),
    post(BARRIERS_PATH, nothing, RaiseSent, RaisedShown, async (caller, _path, { text, kind, who, seen }, asked) => {
      if (await isDistress(text)) return { kind: 'refused' as const, problem: 'distress' as const }
      const reader = await readerOf(caller, asked)
      const input = { text, kind, who, ...(seen && { seen: 'true' as const }) }
      const raised = await service.raise({ ...reader, turn: random.id() }, input)
      if (raised.kind === 'refused') return raised
      if (raised.kind === 'raised') return { kind: 'raised' as const }
      return { kind: 'similar' as const, similar: await show.all(reader, raised.similar) }
    }),
    post(`${BARRIERS_PATH}/:barrier/join`, Named, nothing, nothing, async (caller, { barrier }) =>
      (await service.join(caller, barrier)) ? {} : undefined,
    ),
    post(`${BARRIERS_PATH}/:barrier/withdraw`, Named, nothing, nothing, async (caller, { barrier }) =>
      (await service.withdraw(caller, barrier)) ? {} : undefined,
    ),
  ]
}
