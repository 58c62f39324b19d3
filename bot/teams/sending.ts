import type { Card } from '../../cards/kit/card.ts'
import type { Log, PersonId, Sent } from '../../services/core/ports.ts'
import type { Contact } from './contact.ts'
import type { Contacts } from './contacts.ts'
import { messageOf } from './outbound.ts'
import { GONE } from './refusals.ts'
import { sentOf } from './verdict.ts'
import type { Outcome, Wire } from './wire.ts'
import { messageTo } from './written.ts'

export interface SendingPorts {
  contacts: Pick<Contacts, 'moved'>
  wire: Wire
  log: Log
  /** Whether one more request to this person may go, once it may. */
  again(tenant: string, person: PersonId): Promise<boolean>
}

/** A refusal after which the same message may go once more, in another way. */
type Remedy = 'new-token' | 'new-conversation' | 'shorter'

interface Attempt {
  contact: Contact
  content: Card | string
}

/** One POST of a message, and what it came to. */
export function posted(wire: Wire, { serviceUrl, conversation, bot }: Contact, content: Card | string) {
  const address = { from: { id: bot }, conversation: { id: conversation } }
  const message =
    typeof content === 'string'
      ? { type: 'message', text: content, textFormat: 'plain', ...address }
      : messageTo(address, content)
  return wire.post(serviceUrl, conversation, message)
}

/** One PUT of a card over a message that was sent before. */
export function replaced(wire: Wire, { serviceUrl, conversation, bot }: Contact, message: string, card: Card) {
  const address = { from: { id: bot }, conversation: { id: conversation } }
  return wire.put(serviceUrl, conversation, message, { ...messageOf(card), ...address, id: message })
}

/**
 * One POST; another one only after an answer that says for certain that nothing was taken in, and each remedy once.
 * @returns what it came to, and where this person is now
 */
export async function sentWithRemedies(
  ports: SendingPorts,
  contact: Contact,
  content: Card | string,
): Promise<{ sent: Sent; contact: Contact }> {
  let attempt: Attempt = { contact, content }
  const tried = new Set<Remedy>()
  for (;;) {
    const outcome = await posted(ports.wire, attempt.contact, attempt.content)
    const remedy = remedyFor(outcome, attempt.content)
    if (outcome.kind === 'accepted' || !remedy || tried.has(remedy))
      return { sent: sentOf(outcome), contact: attempt.contact }
    tried.add(remedy)
    const next = await remedied(ports, attempt, remedy)
    if ('sent' in next) return { sent: next.sent, contact: attempt.contact }
    attempt = next
    if (!(await mayGo(ports, contact))) return { sent: notNow(outcome.code), contact: attempt.contact }
  }
}

function remedyFor(outcome: Outcome, content: Card | string): Remedy | undefined {
  if (outcome.kind !== 'rejected') return undefined
  if (outcome.status === 401) return 'new-token'
  if (outcome.status === 404 && outcome.code === GONE) return 'new-conversation'
  return outcome.status === 413 && typeof content !== 'string' ? 'shorter' : undefined
}

async function remedied(ports: SendingPorts, attempt: Attempt, remedy: Remedy): Promise<Attempt | { sent: Sent }> {
  if (remedy === 'new-conversation') return rebuilt(ports, attempt)
  if (remedy === 'new-token' || typeof attempt.content === 'string') return attempt
  const { tenant } = attempt.contact
  ports.log.error('alert', { tenant, code: 'card-too-large' })
  // Its title, and how to open it by typing.
  return { ...attempt, content: attempt.content.fallbackText }
}

/** Whether a conversation was made or not, the message was not sent. */
async function rebuilt(ports: SendingPorts, attempt: Attempt): Promise<Attempt | { sent: Sent }> {
  const { contact } = attempt
  const { tenant, person, bot, serviceUrl } = contact
  if (!(await mayGo(ports, contact))) return { sent: notNow(GONE) }
  const outcome = await ports.wire.create(serviceUrl, {
    isGroup: false,
    bot: { id: bot },
    members: [{ id: person }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  })
  if (outcome.kind === 'unknown') return { sent: notNow(outcome.code) }
  if (outcome.kind === 'rejected') return { sent: sentOf(outcome) }
  if (!outcome.id) return { sent: { kind: 'rejected', code: GONE } }
  return { ...attempt, contact: await ports.contacts.moved(contact, outcome.id) }
}

const mayGo = ({ again }: SendingPorts, { tenant, person }: Contact) => again(tenant, person)

const notNow = (code: string): Sent => ({ kind: 'not-now', code })
