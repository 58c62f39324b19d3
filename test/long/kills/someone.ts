import { randomUUID } from 'node:crypto'
import { setTimeout as pass } from 'node:timers/promises'
import type { Dice } from '../../../bench/dice.ts'
import { noticeWords } from '../../../cards/draft/words.ts'
import type { Card } from '../../../cards/kit/card.ts'
import { pressesOf } from '../../../cards/kit/presses.ts'
import { execute, message, submit } from '../../edge/channel.ts'
import { filledIn } from '../../house.ts'
import type { Channel } from './channel.ts'
import type { Ledger } from './ledger.ts'
import type { Services } from './services.ts'
import { TENANT } from './town.ts'

/** A card in somebody's chat, in the message in which it lies. */
export interface Seen {
  card: Card
  message: string
}

export interface World {
  services: Services
  channel: Channel
  ledger: Ledger
  dice: Dice
}

/** The service answered, and not as this story expects it: the story ends here. */
export class OffScript extends Error {}

type Activity = Record<string, unknown> & { id: string }
const RETRIES = noticeWords('nl').retry
const RETRIES_EN = noticeWords('en').retry
const MOST_RETRIES = 8

export const buttonOf = (card: Card, verb: string, about: Record<string, string> = {}) =>
  pressesOf(card).find(
    (action) => action.verb === verb && Object.entries(about).every(([key, value]) => action.data?.[key] === value),
  )

/** Who asks for the card that was brought for this, and finds none, was not understood. */
export function expected(seen: Seen, verb: string, about?: Record<string, string>) {
  const found = buttonOf(seen.card, verb, about)
  if (found) return found
  throw new OffScript(`no ${verb} on "${seen.card.fallbackText?.split('\n', 1)[0]}"`)
}

/** Somebody in Teams: what they do is brought until the service says that it has it. */
export function someone(world: World, person: string) {
  const { services, channel, ledger, dice } = world
  const by = () => ({
    serviceUrl: channel.url,
    from: { id: `29:${person}`, name: 'Iemand', aadObjectId: person },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    timestamp: new Date().toISOString(),
  })

  /**
   * The channel brings a message again with the same id. A press is answered in its own request: when none came the
   * person presses again, which Teams brings with the same id or with a new one.
   */
  async function bring(activity: Activity): Promise<{ id: string; body: string }> {
    let now = activity
    for (;;) {
      ledger.counts.attempts++
      const { answer, reached } = await services.post('/api/messages', JSON.stringify(now))
      if (reached) ledger.attempts.set(now.id, (ledger.attempts.get(now.id) ?? 0) + 1)
      if (answer && answer.status < 300) {
        ledger.counts.acknowledged++
        return { id: now.id, body: answer.body }
      }
      if (answer && answer.status < 500) throw new Error(`an activity was answered with ${answer.status}`)
      await pass(dice.below(350) + 50)
      if (now.type === 'invoke' && dice.chance(0.5)) now = { ...now, id: randomUUID() }
    }
  }

  /** The answer to an activity; what failed in the service is pressed once more, as its card says. */
  async function answered(activity: Activity): Promise<Seen> {
    const seen = await once(activity)
    for (let tries = 0, now = seen; ; tries++) {
      const again = now.card.actions.find(({ title }) => title === RETRIES || title === RETRIES_EN)
      if (!again?.verb || tries === MOST_RETRIES) return now
      await pass(dice.below(400))
      const data = { ...again.data, ...filledIn(now.card) }
      now = await once(execute(again.verb, data, { ...by(), replyToId: now.message }) as Activity)
    }
  }

  async function once(activity: Activity): Promise<Seen> {
    const { id, body } = await bring(activity)
    if (activity.type === 'invoke') {
      const { value } = body ? JSON.parse(body) : {}
      if (value?.type !== 'AdaptiveCard')
        throw new OffScript(`a press was answered with ${value?.code ?? body.slice(0, 80)}`)
      return { card: value, message: String(activity.replyToId) }
    }
    const isPress = activity.value !== undefined
    const shown = (isPress && channel.get(String(activity.replyToId))) || channel.answerTo(id)
    if (!shown || typeof shown.content === 'string') throw new OffScript('nothing was said')
    return { card: shown.content, message: shown.id }
  }

  return {
    person,
    says: (text: string) => answered(message({ ...by(), text }) as Activity),
    /** The same, with the id that the channel gave to it. */
    async types(text: string) {
      const activity = message({ ...by(), text }) as Activity
      return { seen: await answered(activity), id: activity.id }
    },
    edits: (id: string, text: string) => answered(message({ ...by(), id, text, type: 'messageUpdate' }) as Activity),
    deletes: (id: string) => answered(message({ ...by(), id, text: undefined, type: 'messageDelete' }) as Activity),
    installs: () => bring(message({ ...by(), type: 'installationUpdate', action: 'add', text: undefined }) as Activity),

    /** A button of a card: `old` is a client that knows no `Action.Execute`. */
    presses(
      seen: Seen,
      verb: string,
      inputs: Record<string, unknown> = {},
      how: { about?: Record<string, string>; old?: boolean } = {},
    ) {
      const { data } = expected(seen, verb, how.about)
      return this.sends(seen, verb, { ...filledIn(seen.card), ...data, ...inputs }, how.old)
    },

    /** What a client sends of a card, as it is given. */
    sends(seen: Seen, verb: string, data: Record<string, unknown>, old = dice.chance(0.2)): Promise<Seen> {
      const given = { ...by(), replyToId: seen.message }
      return answered((old ? submit : execute)(verb, data, given) as Activity)
    },
  }
}

export type Someone = ReturnType<typeof someone>
