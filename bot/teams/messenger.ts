import type { Card } from '../../cards/kit.ts'
import type { Log, Messenger, PersonId, Sent } from '../../services/core/ports.ts'
import { type Contact, type Contacts, isReachable } from './contacts.ts'
import { messageOf } from './outbound.ts'
import type { Outcome, Wire } from './wire.ts'

interface Ports {
  contacts: Contacts
  wire: Wire
  log: Log
}

/** Refusals that pass: no connection was made, the token was too old, too much at once. */
const PASSING = [0, 401, 412, 429]

/** Teams knows the person but not the bot beside them: as good as no conversation. */
const NOT_THERE = 'BotNotInConversationRoster'

/** Sends to the person's own conversation; waits when there is none. */
export function teamsMessenger({ contacts, wire, log }: Ports): Messenger<Card> {
  return {
    async send({ tenant, person }, content) {
      const contact = await contacts.of(tenant, person)
      if (!contact || !isReachable(contact)) return { kind: 'waiting' }
      const sent = await sendTo(contact, content, { wire, log })
      if (sent.kind === 'waiting') await contacts.lost(contact)
      return sent
    },
  }
}

interface PlaygroundPorts extends Ports {
  /** As whom this person now acts: themself, unless they chose otherwise. */
  actingAs(tenant: string, person: PersonId): Promise<PersonId>
  /** The line that says for whom a message is, in that person's own language. */
  headingFor(tenant: string, person: PersonId): Promise<string>
}

/**
 * Sends to whoever is looking: the chat used last when it acts as the addressee, else the addressee's own, else the
 * chat used last after all. What is not for the one it acts as begins with the addressee's name.
 */
export function playgroundMessenger({ contacts, wire, log, actingAs, headingFor }: PlaygroundPorts): Messenger<Card> {
  const chatFor = async (tenant: string, person: PersonId) => {
    const last = await contacts.lastSeen(tenant)
    if (last && (await actingAs(tenant, last.person)) === person) return last
    const own = await contacts.of(tenant, person)
    return own?.installed ? own : last
  }
  return {
    async send({ tenant, person }, content) {
      const chat = await chatFor(tenant, person)
      if (!chat) return { kind: 'waiting' }
      const isTheirs = (await actingAs(tenant, chat.person)) === person
      return sendTo(chat, isTheirs ? content : headed(content, await headingFor(tenant, person)), { wire, log })
    },
  }
}

/** A name is never read as Markdown. */
function headed(content: Card | string, heading: string): Card | string {
  if (typeof content === 'string') return `${heading}\n${content}`
  const run = { type: 'TextRun', text: heading, size: 'Small', weight: 'Bolder', isSubtle: true }
  return { ...content, body: [{ type: 'RichTextBlock', inlines: [run] }, ...content.body] }
}

async function sendTo(
  { serviceUrl, conversation, bot }: Contact,
  content: Card | string,
  { wire, log }: Pick<Ports, 'wire' | 'log'>,
): Promise<Sent> {
  const message =
    typeof content === 'string' ? { type: 'message', text: content, textFormat: 'plain' } : messageOf(content)
  const outcome = await wire.post(serviceUrl, conversation, {
    ...message,
    from: { id: bot },
    conversation: { id: conversation },
  })
  if (outcome.kind !== 'accepted') log.error('send-failed', { outcome: outcome.kind, code: outcome.code })
  return sentOf(outcome)
}

function sentOf(outcome: Outcome): Sent {
  if (outcome.kind === 'accepted') return { kind: 'accepted', message: outcome.id }
  if (outcome.kind === 'unknown') return { kind: 'unknown', code: outcome.code }
  if (outcome.code === NOT_THERE) return { kind: 'waiting' }
  return { kind: PASSING.includes(outcome.status) ? 'not-now' : 'rejected', code: outcome.code }
}
