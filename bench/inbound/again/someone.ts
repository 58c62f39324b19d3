import type { Card } from '../../../cards/kit/card.ts'
import type { Clock, PersonId } from '../../../services/core/ports.ts'
import { serviceUrlOf } from '../../delivery/connector.ts'
import { messageOf, pressOf } from '../activity.ts'
import { type About, buttonOf, type Mailbox, type Seen } from './mailbox.ts'
import type { Postman } from './postman.ts'

/** Somebody who types, and presses buttons of the cards they see. */
export interface Someone {
  tenant: string
  person: PersonId
  /** Gives the newest card that came and has a button for `verb`. */
  says(text: string, verb?: string): Promise<Card>
  /** Gives the card that came in its place. */
  presses(card: Card, verb: string, inputs?: Record<string, string>): Promise<Card>
  /** The newest card with such a button, once it is there. */
  sees(verb: string, about?: About): Promise<Card>
  /** What anybody of this tenant sees of it. */
  seesOfAnybody(verb: string, about: About): Promise<Seen[]>
}

export interface Channel {
  postman: Postman
  mailbox: Mailbox
  clock: Clock
}

const NO_CARD: Card = { type: 'AdaptiveCard', version: '1.5', lang: 'nl', fallbackText: '', body: [], actions: [] }

export function someone({ postman, mailbox, clock }: Channel, tenant: string, person: PersonId): Someone {
  const sent = <T extends object>(activity: T) => ({
    ...activity,
    serviceUrl: serviceUrlOf(mailbox.origin, tenant),
    timestamp: clock.now().toISOString(),
  })

  async function sees(verb: string, about: About = {}): Promise<Card> {
    const found = await mailbox.seen(tenant, verb, about, person)
    return found.at(-1)?.card ?? NO_CARD
  }

  return {
    tenant,
    person,
    sees,
    seesOfAnybody: (verb, about) => mailbox.seen(tenant, verb, about),
    async says(text, verb) {
      await postman.bring(sent(messageOf(tenant, person, text)))
      return verb ? sees(verb) : NO_CARD
    },
    async presses(card, verb, inputs = {}) {
      const button = buttonOf(card, verb)
      if (!button) throw new Error(`there is no button for ${verb}`)
      const pressed = pressOf(tenant, person, verb, { ...button.data, ...inputs })
      const answer = (await postman.bring(sent(pressed))) as { value?: Card }
      if (answer?.value?.type !== 'AdaptiveCard') throw new Error(`${verb} was answered with ${JSON.stringify(answer)}`)
      return answer.value
    },
  }
}
