import { config } from '../../bot/config/config.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { createService } from '../../bot/service/service.ts'
import type { Action, Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { placed } from '../../services/core/people.ts'
import { weekOf } from '../../services/core/time.ts'
import { execute, message, SANNE, TENANT } from '../edge/channel.ts'
import { diary, openConnector } from '../edge/world.ts'
import { filledIn } from '../house.ts'
import { breakable } from './breakable.ts'

/** A Friday at noon in Amsterdam: the moment of this week's question has passed for everybody. */
const FRIDAY = new Date('2026-11-27T11:00:00Z')

/**
 * The whole service as it runs in the Playground, on a store that can go away; Sanne is in front of it. `env` adds to its
 * settings. It begins at `start`, whatever day it is.
 */
export async function openTown(env: Record<string, string> = {}, start = FRIDAY) {
  const real = clockFrom(start)
  const kept = breakable(real)
  const connector = await openConnector()
  const { lines, log } = diary()
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT: '0', ...env })
  const service = await createService(settings, kept.store, playgroundStage({ real }), log)
  const hired = { unit: ['Gemeente'], managers: [], roles: [], email: 'sanne@voorbeeldstad.example' }
  const sanne = { ...hired, tenant: TENANT, id: SANNE, name: 'Sanne Bakker', since: weekOf(real.now()) }
  for (const person of placed([sanne])) await service.app.roster.put(person)
  const url = `http://127.0.0.1:${await service.listen()}`
  service.begin()

  const send = async (activity: object) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const cardIn = ({ attachments = [] }: { attachments?: { content: Card }[] }) => attachments[0]?.content
  const lastPosted = (): Card => {
    const card = cardIn(connector.requests.at(-1)?.body ?? {})
    if (!card) throw new Error('no card was posted')
    return card
  }
  return {
    ...kept,
    lines,
    service,
    get: async (path: string) => {
      const response = await fetch(url + path)
      return { status: response.status, text: await response.text() }
    },
    /** Every card that was posted, oldest first. */
    posted: () => connector.requests.flatMap(({ body }) => cardIn(body) ?? []),
    /** Types, and gives the card that is posted. */
    async says(text: string): Promise<Card> {
      await send(message({ text }))
      return lastPosted()
    },
    /** Presses a button, and gives the card inside the answer. */
    async presses(card: Card, title: string, inputs: Record<string, string> = {}): Promise<Card> {
      const { verb, data } = pressesOf(card).find((action: Action) => action.title === title) as Action
      const { body } = await send(execute(verb, { ...data, ...filledIn(card), ...inputs }))
      return body.value
    },
    async close() {
      kept.comeBack()
      await service.stop()
      await connector.close()
    },
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>
