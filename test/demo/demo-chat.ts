import { openDemoTown } from '../../bot/demo/town.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { openPlaygroundChat } from '../edge/playground-chat.ts'

/**
 * The demo as `npm run demo` composes it, with one chat: the person at it is Sanne Bakker until she chooses otherwise.
 */
export async function openDemoChat(start: Date) {
  const real = clockFrom(start)
  const keeper = memoryStore({ clock: real, random: systemRandom })
  const chat = await openPlaygroundChat((config, log) => openDemoTown({ config, keeper, log, real }))
  const self = await chat.idOf('Sanne Bakker')
  return {
    ...chat,
    says: (text: string) => chat.says(self, text),
    presses: (card: Card, title: string, inputs?: Record<string, string>) => chat.presses(self, card, title, inputs),
  }
}

export type DemoChat = Awaited<ReturnType<typeof openDemoChat>>
