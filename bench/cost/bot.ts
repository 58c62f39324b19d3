import type { App } from '../../bot/app.ts'
import { openHouse } from '../../bot/composition/composition.ts'
import { createNet } from '../../bot/dispatch/net.ts'
import { createEndpoint } from '../../bot/teams/endpoint.ts'
import type { Answer } from '../../bot/teams/outbound.ts'
import type { Wire } from '../../bot/teams/wire.ts'
import { elsewhereCard, strangerCard, tooFastCard } from '../../cards/draft/notice.ts'
import type { Card } from '../../cards/kit/card.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, PersonId, Store } from '../../services/core/ports.ts'
import { nextWorkingMoment } from '../../services/core/time.ts'
import { messageOf, pressOf } from '../inbound/activity.ts'
import { readBack } from '../read-back.ts'

/** One process of the service, entered where an activity has come in over HTTP. What it sends is read from `shown`. */
export interface Bot {
  app: App
  /** Types a text; the answer is a message. */
  says(tenant: string, person: PersonId, text: string): Promise<void>
  /** Presses a button of the newest card that this person sees, with what is filled in. */
  presses(tenant: string, person: PersonId, verb: string, inputs?: Record<string, string>): Promise<void>
  /** Whether the newest card that this person sees has this button. */
  sees(person: PersonId, verb: string): boolean
  /** Runs all that is due, and what that makes due. */
  settle(): Promise<void>
}

/** With a channel that takes everything and a clock that is moved by hand. */
export async function startBot(keeper: Store, clock: Clock): Promise<Bot> {
  const log = { info: () => {}, error: failed }
  const shown = new Map<string, Card>()
  const see = (person: string, card: Card | undefined) => void (card && shown.set(person, card))
  const wire = channel((person, card) => see(person, card))
  const { app, contacts, secrets } = await openHouse({
    keeper,
    clock,
    random: systemRandom,
    log,
    way: { wire },
    handed: { workingMoment: nextWorkingMoment, exportLink: () => '' },
  })
  const endpoint = createEndpoint({
    mode: 'playground',
    tenants: [],
    identify: app.standing.identify,
    dispatch: app.dispatch,
    extension: app.extension,
    failed: createNet({ log, random: systemRandom }),
    stranger: strangerCard,
    tooFast: tooFastCard,
    elsewhere: elsewhereCard,
    contacts,
    wire,
    clock,
    secrets,
    log,
  })
  const receive = async (person: PersonId, activity: object) =>
    see(person, cardIn(await endpoint.receive(activity, undefined)))

  return {
    app,
    says: (tenant, person, text) => receive(person, messageOf(tenant, person, text)),
    presses: (tenant, person, verb, inputs = {}) => {
      const data = { ...shown.get(person)?.actions.find((action) => action.verb === verb)?.data, ...inputs }
      return receive(person, pressOf(tenant, person, verb, data))
    },
    sees: (person, verb) => shown.get(person)?.actions.some((action) => action.verb === verb) ?? false,
    async settle() {
      for (let ran = 1; ran > 0; ) ran = await app.agenda.runDue()
    },
  }
}

/** A measurement of failures would be a cheap one. */
function failed(event: string, fields?: object): never {
  throw new Error(`${event} ${JSON.stringify(fields)}`)
}

/** Everything arrives, in the conversation that bears the person's id. */
function channel(arrived: (person: PersonId, card: Card | undefined) => void): Wire {
  const take = async (_service: string, conversation: string, activity: object) => {
    const { attachments = [] } = readBack<{ attachments?: { content: Card }[] }>(activity)
    arrived(conversation.slice('a:'.length), attachments[0]?.content)
    return { kind: 'accepted' as const, id: 'message' }
  }
  return {
    post: take,
    put: (service, conversation, _id, activity) => take(service, conversation, activity),
    create: () => Promise.reject(new Error('every conversation is there')),
  }
}

function cardIn({ status, body }: Answer): Card | undefined {
  if (status !== 200) throw new Error(`an activity was answered with ${status}`)
  if (body === undefined) return undefined
  const { statusCode, value } = body as { statusCode: number; value: Card }
  if (statusCode !== 200) throw new Error(`a press was answered with ${statusCode}: ${JSON.stringify(value)}`)
  return value
}
