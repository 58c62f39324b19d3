import { z } from 'zod'

/** Ids become parts of keys in a store: letters, digits and dashes only. */
const id = z.string().regex(/^[\w-]{1,128}$/)
const address = z.string().min(1).max(1024)
const account = z.looseObject({ id: address })

const shape = z.looseObject({
  type: z.string().min(1).max(64),
  id: address,
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  channelId: address,
  serviceUrl: address,
  locale: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: address.nullish(),
  from: account.extend({ aadObjectId: id.nullish() }),
  recipient: account,
  conversation: account.extend({ conversationType: z.string().nullish(), tenantId: id.nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id }).nullish() }).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
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
