import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { Instant, PersonId } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import { type Intention, isOpen } from '../../services/intentions/documents.ts'
import type { Intentions } from '../../services/intentions/intentions.ts'
import { nextAfter } from '../../services/intentions/rules.ts'
import {
  CheckSent,
  INTENTION_LIMIT,
  IntentionShown,
  IntentionsShown,
  KEEPER_LIMIT,
} from '../../services/intentions/schema.ts'
import { get, nothing, post, type Route, refused } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface IntentionRoutePorts {
  service: Pick<Intentions, 'all' | 'asksOn' | 'isDue' | 'check' | 'practise' | 'hindered'>
  /** When a moment of this person was written. */
  writtenOf(of: { tenant: string; person: PersonId }, moment: string): Promise<Instant | undefined>
}

const INTENTIONS = '/api/me/intentions'
const Named = z.strictObject({ intention: z.string().regex(ID).max(100) })
const SHOWN = 20

/** What somebody wants to do differently, what became of it, and how it went. */
export function intentionRoutes({ service, writtenOf }: IntentionRoutePorts): Route[] {
  async function shown(caller: Caller, intention: Intention): Promise<IntentionShown> {
    const { id, text, at, moment, checks, practice } = intention
    const written = moment && (await writtenOf(caller, moment))
    const after = isOpen(intention) ? nextAfter(intention) : undefined
    return {
      id,
      text,
      at,
      checks: checks.map(({ after: weeks, at: said, result }) => ({ after: weeks, at: said, result })),
      ...(written && { written }),
      ...(after && { next: { after, at: service.asksOn(intention, after), isDue: service.isDue(intention) } }),
      ...(practice && { practice }),
    }
  }

  return [
    get(INTENTIONS, nothing, IntentionsShown, async (caller) => {
      const newest = (await service.all(caller)).toReversed().slice(0, SHOWN)
      return { intentions: await Promise.all(newest.map((one) => shown(caller, one))) }
    }),

    post(`${INTENTIONS}/:intention/check`, Named, CheckSent, IntentionShown, async (caller, path, sent) => {
      const { after, result, barriers } = sent
      const practice = { text: clean(sent.practice), keeper: clean(sent.keeper) }
      if (practice.text.length > INTENTION_LIMIT || practice.keeper.length > KEEPER_LIMIT)
        return refused(422, 'too-long')
      const checked = await service.check(caller, path.intention, { after, result, barriers })
      if (!checked) return undefined
      const practised = practice.text && (await service.practise(caller, path.intention, practice))
      return shown(caller, practised || checked)
    }),
  ]
}
