import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import type { AnswerMessages } from '../answer/answer-messages.ts'
import type { AnswerCollections } from '../answer/collections.ts'
import type { Recognised, Response } from '../answer/documents.ts'
import { RATINGS } from '../answer/response-schema.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { whoCanCount } from '../people/members.ts'
import { placeOf, type Roles, readingNow } from '../people/organisation-now.ts'
import type { Policies } from '../policy/policies.ts'
import { listFrom } from '../rules/block-size.ts'
import { waysTold } from '../rules/figures.ts'

export interface RecognitionPorts {
  kept: Pick<AnswerCollections, 'ratings'>
  audience: Pick<Audience, 'readersOf' | 'markOf'>
  policies: Pick<Policies, 'of'>
  messages: Pick<AnswerMessages, 'tell'>
  everyone(tenant: string): Promise<readonly Person[]>
  /** Whether this person lets what they choose be counted. */
  counts(tenant: string, person: PersonId): Promise<boolean>
  rolesOf(tenant: string): Promise<Roles>
  /** In which block everybody counted when this window opened. Empty when that is not known any more. */
  membersOf(tenant: string, window: Week): Promise<ReadonlyMap<PersonId, string>>
  /** R5: the marks of all who read any pulse in the half year of this window, as far as it is known now. */
  readersBy(tenant: string, window: Week): Promise<ReadonlySet<string>>
}

/** R4, R6, R17: whether a block recognises a decision, in words, from eleven of eighteen who could have said so. */
export function recognition(ports: RecognitionPorts) {
  const { kept, audience, policies, messages, everyone, counts, rolesOf } = ports

  /** R5: a person who read any pulse never counts, also after they stop. Nor does one who switched counting off. */
  async function wordsOf(id: string, pulse: KeptPulse): Promise<string[]> {
    const { tenant } = pulse
    const { base, could } = await raters(pulse)
    const ratingOf = async (person: PersonId) =>
      (await counts(tenant, person)) ? kept.ratings.get({ tenant, person, id }) : undefined
    const ratings = await Promise.all(base.map(ratingOf))
    const totals = RATINGS.map((kind) => ratings.filter((one) => one?.rating === kind).length)
    const policy = await policies.of(tenant)
    // While the council has pulses rest, nothing is told of them either.
    return policy && !policy.paused && could >= listFrom(policy) ? waysTold(policy, totals, could) : []
  }

  /** R17: whose ratings count, fixed when the window opened, and how many of them are there still to rate. */
  async function raters({ tenant, window, block, units }: KeptPulse): Promise<{ base: PersonId[]; could: number }> {
    const everybody = await everyone(tenant)
    const members = placeOf(everybody, await rolesOf(tenant))?.members ?? []
    const barred = await ports.readersBy(tenant, window)
    const there = [...whoCanCount(members, window).values()].filter(({ unit }) => units.includes(unit))
    const able = new Set(there.map(({ person }) => person))
    const known = await ports.membersOf(tenant, window)
    const counted = [...known].flatMap(([person, counts]) => (counts === block ? [person] : []))
    const reading = readingNow(everybody, members)
    const isBarred = (one: PersonId) => reading.has(one) || barred.has(audience.markOf(tenant, one))
    const base = (known.size > 0 ? counted : [...able]).filter((one) => !isBarred(one))
    return { base, could: base.filter((one) => able.has(one)).length }
  }

  return {
    /** It is reckoned once and kept, and then told: at the moment that was set for it, whatever the outcome. */
    async next(response: Response, pulse: KeptPulse, one: Recognised): Promise<Response> {
      if (!one.words) return withOne(response, { ...one, words: await wordsOf(one.of, pulse) })
      const readers = await audience.readersOf(pulse)
      await messages.tell(
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
