import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import type { AnswerCollections } from '../answer/collections.ts'
import type { Recognised, Response } from '../answer/documents.ts'
import { RATINGS } from '../answer/response-schema.ts'
import type { Telling } from '../answer/telling.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { whoCanCount } from '../people/members.ts'
import { placeOf, type Roles } from '../people/organisation-now.ts'
import type { Policies } from '../policy/policies.ts'
import { waysTold } from '../rules/figures.ts'

export interface RecognitionPorts {
  kept: Pick<AnswerCollections, 'ratings'>
  audience: Pick<Audience, 'readersOf' | 'markOf'>
  policies: Pick<Policies, 'of'>
  telling: Pick<Telling, 'tell'>
  everyone(tenant: string): Promise<readonly Person[]>
  /** Whether this person lets what they choose be counted. */
  counts(tenant: string, person: PersonId): Promise<boolean>
  rolesOf(tenant: string): Promise<Roles>
  /** R5: the marks of all who read any pulse in the half year of this window, as far as it is known now. */
  readersBy(tenant: string, window: Week): Promise<ReadonlySet<string>>
}

/** R4, R6: whether a block recognises a decision, in words, from eleven who count. */
export function recognition(ports: RecognitionPorts) {
  const { kept, audience, policies, telling, everyone, counts, rolesOf } = ports

  /** R5: a person who read any pulse never counts, also after they stop. Nor does one who switched counting off. */
  async function wordsOf(id: string, { tenant, window, units }: KeptPulse): Promise<string[]> {
    const place = placeOf(await everyone(tenant), await rolesOf(tenant))
    const barred = await ports.readersBy(tenant, window)
    const able = [...whoCanCount(place?.members ?? [], window).values()].filter(
      ({ unit, person }) => units.includes(unit) && !barred.has(audience.markOf(tenant, person)),
    )
    const ratingOf = async ({ person }: { person: PersonId }) =>
      (await counts(tenant, person)) ? kept.ratings.get({ tenant, person, id }) : undefined
    const ratings = await Promise.all(able.map(ratingOf))
    const totals = RATINGS.map((kind) => ratings.filter((one) => one?.rating === kind).length)
    const policy = await policies.of(tenant)
    // While the council has pulses rest, nothing is told of them either.
    return policy && !policy.paused ? waysTold(policy, totals, able.length) : []
  }

  return {
    /** It is reckoned once and kept, and then told: at the moment that was set for it, whatever the outcome. */
    async next(response: Response, pulse: KeptPulse, one: Recognised): Promise<Response> {
      if (!one.words) return withOne(response, { ...one, words: await wordsOf(one.of, pulse) })
      const readers = await audience.readersOf(pulse)
      await telling.tell(
        response.tenant,
        readers.map(({ id }) => id),
        { recognised: response.id, of: one.of },
      )
      return withOne(response, { ...one, told: true })
    },
  }
}

const withOne = (response: Response, changed: Recognised): Response => ({
  ...response,
  recognised: (response.recognised ?? []).map((one) => (one.of === changed.of ? changed : one)),
})

export type Recognition = ReturnType<typeof recognition>
