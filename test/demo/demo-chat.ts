import { tenantOfPlayground } from '../../bot/chat-window.ts'
import { config } from '../../bot/config.ts'
import { openDemoTown } from '../../bot/demo-town.ts'
import type { Action, Card } from '../../cards/kit.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { execute, message } from '../edge/channel.ts'
import { diary, openConnector } from '../edge/world.ts'
import { filledIn, read } from '../house.ts'
import { newPath } from '../store/folder.ts'

/** The demo as `npm run demo` composes it, with one chat: whoever is at it, is Sanne Bakker until she chooses otherwise. */
export async function openDemoChat(start: Date) {
  const real = clockFrom(start)
  const keeper = memoryStore({ clock: real, random: systemRandom })
  const tenant = await tenantOfPlayground()
  const connector = await openConnector()
  const { lines, log } = diary()
  // What lies beside the store, lies in a folder of its own.
  const { path, remove } = newPath()
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT: '0', LEERMOMENT_STORE: `sqlite:${path}` })
  const service = await openDemoTown({ config: settings, keeper, log, real })
  const url = `http://127.0.0.1:${await service.listen()}`
  const guests = await service.app.standing.guests(tenant)
  const idOf = (name: string) => {
    const found = guests.find((one) => one.name === name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found.id
  }
  const self = idOf('Sanne Bakker')
  const call = async (method: string, path: string, body?: object, token?: string) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const send = (activity: Record<string, unknown>) =>
    call('POST', '/api/messages', {
      ...activity,
      serviceUrl: connector.url,
      from: { id: `29:${self}`, name: 'Sanne Bakker', aadObjectId: self },
      conversation: { id: `a:${self}`, conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    })
  const posted = () =>
    connector.requests.flatMap(({ body }) =>
      ((body.attachments ?? []) as { content: Card }[]).map(({ content }) => content),
    )
  return {
    lines,
    begin: () => service.begin(),
    /** Every card in the chat, oldest first. */
    posted,
    /** Types, and gives the card that is posted last. */
    async says(text: string): Promise<Card> {
      const before = posted().length
      await send(message({ text }))
      const last = posted().at(-1)
      if (!last || posted().length === before) throw new Error(`no card was posted after "${text}"`)
      return last
    },
    /** Presses a button, and gives the card inside the answer. */
    async presses(card: Card, title: string, inputs: Record<string, string> = {}): Promise<Card> {
      const action = card.actions.find((one: Action) => one.title === title)
      if (!action) throw new Error(`no button "${title}" on: ${read(card)}`)
      const { body } = await send(execute(action.verb, { ...action.data, ...filledIn(card), ...inputs }))
      return body.value
    },
    /** What was due is sent. */
    async settle(): Promise<void> {
      while ((await service.app.agenda.runDue()) > 0);
    },
    /** Signs in to the tab as the Playground does. */
    async signedIn(name: string) {
      const { token } = (await call('POST', '/api/playground/sign-in', { person: idOf(name) })).body
      return (path: string) => call('GET', path, undefined, token)
    },
    async close() {
      await service.stop()
      await connector.close()
      remove()
    },
  }
}

export type DemoChat = Awaited<ReturnType<typeof openDemoChat>>
