import type { Card } from '../../cards/kit/card.ts'
import type { Log, Messenger, PersonId, Sent } from '../../services/core/ports.ts'
import { type Contact, isReachable } from './contact.ts'
import type { Contacts } from './contacts.ts'
import { isOfPerson, waitsAt } from './refusals.ts'
import { posted, replaced, sentWithRemedies } from './sending.ts'
import { sentOf } from './verdict.ts'
import type { Wire } from './wire.ts'

interface Ports {
  contacts: Contacts
  wire: Wire
  log: Log
}

interface TeamsPorts extends Ports {
  /** Whether one more request to this person may go, once it may. A second request keeps to the pace as well. */
  again?: (tenant: string, person: PersonId) => Promise<boolean>
}

/**
 * Sends to the person's own conversation; waits when there is none. A person who was refused is left alone until they
 * write, or take the app again.
 */
export function teamsMessenger({ contacts, wire, log, again = async () => true }: TeamsPorts): Messenger<Card> {
  return {
    async send({ tenant, person }, content) {
      const contact = await contacts.of(tenant, person)
      if (!contact) return { kind: 'waiting' }
      if (!isReachable(contact)) return outOfReach(contact)
      const { sent, contact: now } = await sentWithRemedies({ contacts, wire, log, again }, contact, content)
      // What a person keeps out is not for a log.
      if (sent.kind !== 'accepted' && !isOfPerson(sent.code ?? ''))
        log.error('send-failed', { outcome: sent.kind, code: sent.code ?? '' })
      if ('code' in sent && sent.code && isOfPerson(sent.code) && sent.kind !== 'not-now')
        await contacts.refused(now, sent.code)
      return sent
    },

    async update({ tenant, person, message }, content) {
      const contact = await contacts.of(tenant, person)
      if (!contact) return { kind: 'waiting' }
      return isReachable(contact) ? sentOf(await replaced(wire, contact, message, content)) : outOfReach(contact)
    },
  }
}

const outOfReach = ({ refused }: Contact): Sent =>
  refused ? { kind: waitsAt(refused.code) ? 'waiting' : 'rejected', code: refused.code } : { kind: 'waiting' }

interface PlaygroundPorts extends Ports {
  /** As whom this person now acts: themself, unless they chose otherwise. */
  actingAs(tenant: string, person: PersonId): Promise<PersonId>
  /** The line that says for whom a message is, in that person's own language. */
  headingFor(tenant: string, person: PersonId): Promise<string>
}

/**
 * Sends to the person who is looking: the chat used last when it acts as the addressee, else the addressee's own, else
 * the chat used last after all. A message that is not for the one it acts as begins with the addressee's name.
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
      const outcome = await posted(wire, chat, isTheirs ? content : headed(content, await headingFor(tenant, person)))
      if (outcome.kind !== 'accepted') log.error('send-failed', { outcome: outcome.kind, code: outcome.code })
      return sentOf(outcome)
    },

    async update({ tenant, person, message }, content) {
      const chat = await chatFor(tenant, person)
      if (!chat) return { kind: 'waiting' }
      const isTheirs = (await actingAs(tenant, chat.person)) === person
      const shown = isTheirs ? content : headedCard(content, await headingFor(tenant, person))
      return sentOf(await replaced(wire, chat, message, shown))
    },
  }
}

/** A name is never read as Markdown. */
function headed(content: Card | string, heading: string): Card | string {
  return typeof content === 'string' ? `${heading}\n${content}` : headedCard(content, heading)
}

function headedCard(content: Card, heading: string): Card {
  const run = { type: 'TextRun', text: heading, size: 'Small', weight: 'Bolder', isSubtle: true }
  return { ...content, body: [{ type: 'RichTextBlock', inlines: [run] }, ...content.body] }
}
