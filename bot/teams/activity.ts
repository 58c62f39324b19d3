import { z } from 'zod'
import { TEAMS_ID } from '../../services/core/ids.ts'

/** Ids become parts of keys in a store: letters, digits and dashes only. */
const id = z.string().regex(/^[\w-]{1,128}$/)
/** These become parts of an address at Teams' host. */
const named = z.string().regex(TEAMS_ID)
const account = z.looseObject({ id: named })

const shape = z.looseObject({
  type: z.string().min(1).max(64),
  id: named,
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  channelId: named,
  serviceUrl: named,
  locale: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: named.nullish(),
  from: account.extend({ aadObjectId: id.nullish() }),
  /** Targeted: in a chat of several, seen by the bot and its author alone. */
  recipient: account.extend({ isTargeted: z.boolean().nullish() }),
  conversation: account.extend({ conversationType: z.string().nullish(), tenantId: id.nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id }).nullish() }).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish(), content: z.unknown().optional() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
})

/** A Bot Framework activity as far as this bot reads it. What else it carries is left alone. */
export type Activity = z.infer<typeof shape>

const NO_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether some object, however deep, has a key that could reach into a prototype. Deep nesting cannot exhaust it. */
function reachesPrototype(body: unknown): boolean {
  const open = [body]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    for (const [key, value] of Object.entries(next)) {
      if (NO_KEYS.has(key)) return true
      open.push(value)
    }
  }
  return false
}

/** The activity, or undefined when the body is not one. */
export const activityOf = (body: unknown): Activity | undefined =>
  reachesPrototype(body) ? undefined : shape.safeParse(body).data
