import { type Config, config } from '../../bot/config/config.ts'
import { tenantOfPlayground } from '../../bot/demo/chat-window.ts'
import type { Service } from '../../bot/service/service.ts'
import type { Card } from '../../cards/kit/card.ts'
import type { Log } from '../../services/core/ports.ts'
import { button, filledIn } from '../house.ts'
import { newPath } from '../store/folder.ts'
import { execute, message } from './channel.ts'
import { diary, openConnector } from './world.ts'

/** A service of the Playground, entered over HTTP by anybody in its town. It sends nothing by itself before `begin`. */
export async function openPlaygroundChat(create: (settings: Config, log: Log) => Promise<Service>) {
  const tenant = await tenantOfPlayground()
  const connector = await openConnector()
  const { lines, log } = diary()
  // What lies beside the store, lies in a folder of its own.
  const { path, remove } = newPath()
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT: '0', LEERMOMENT_STORE: `sqlite:${path}` })
  const service = await create(settings, log)
  const url = `http://127.0.0.1:${await service.listen()}`
  const call = async (method: string, path: string, body?: object, token?: string) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  const send = (person: string, activity: Record<string, unknown>) =>
    call('POST', '/api/messages', {
      ...activity,
      serviceUrl: connector.url,
      from: { id: `29:${person}`, name: person, aadObjectId: person },
      conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    })
  const posted = (): Card[] =>
    connector.requests.flatMap(({ body }) =>
      ((body.attachments ?? []) as { content: Card }[]).map(({ content }) => content),
    )
  const guests = () => service.app.standing.guests(tenant)

  return {
    tenant,
    app: service.app,
    lines,
    guests,
    begin: () => service.begin(),
    /** Every card in the chat, oldest first. */
    posted,
    idOf: async (name: string) => {
      const found = (await guests()).find((one) => one.name === name)
      if (!found) throw new Error(`nobody is called ${name}`)
      return found.id
    },
    /** Reads or changes something in the tab, signed in as the Playground does. */
    signedIn: async (person: string) => {
      const { token } = (await call('POST', '/api/playground/sign-in', { person })).body
      return {
        get: (path: string) => call('GET', path, undefined, token),
        post: (path: string, body: object) => call('POST', path, body, token),
      }
    },
    /** Types, and gives the card that is posted last: a person who is new is welcomed first. */
    async says(person: string, text: string): Promise<Card> {
      const before = posted().length
      await send(person, message({ text }))
      const card = posted().at(-1)
      if (!card || posted().length === before) throw new Error(`no card was posted after "${text}"`)
      return card
    },
    /** Presses a button, and gives the card inside the answer. */
    async presses(person: string, card: Card, title: string, inputs: Record<string, string> = {}): Promise<Card> {
      const { verb, data } = button(card, title)
      const { body } = await send(person, execute(verb, { ...data, ...filledIn(card), ...inputs }))
      return body.value
    },
    /** What was due is sent. */
    async settle(): Promise<void> {
      while ((await service.app.agenda.runDue()) > 0);
    },
    async close() {
      await service.stop()
      await connector.close()
      remove()
    },
  }
}
