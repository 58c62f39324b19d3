import { randomUUID } from 'node:crypto'
import type { PersonId } from '../../services/core/ports.ts'

/** Where people write from. Nothing listens there, for a press is answered inside its own request. */
const SERVICE = 'http://127.0.0.1:9/'
const BOT = '28:leermoment'

const activity = (tenant: string, person: PersonId) => ({
  id: randomUUID(),
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: SERVICE,
  locale: 'nl-NL',
  from: { id: `29:${person}`, name: 'Sanne Bakker', aadObjectId: person },
  recipient: { id: BOT, name: 'Leermoment' },
  conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
})

/** The app was installed for this person. */
export const installationOf = (tenant: string, person: PersonId) => ({
  ...activity(tenant, person),
  type: 'installationUpdate',
  action: 'add',
})

/** A button was pressed, with what was filled in. */
export const pressOf = (tenant: string, person: PersonId, verb: string, data: Record<string, string>) => ({
  ...activity(tenant, person),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: `card-${person}`,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
})

/** A text was typed. */
export const messageOf = (tenant: string, person: PersonId, text: string) => ({
  ...activity(tenant, person),
  type: 'message',
  text,
})
