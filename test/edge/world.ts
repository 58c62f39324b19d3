import { describe } from 'mocha'
import { createNet } from '../../bot/dispatch/net.ts'
import { createServer } from '../../bot/http/server.ts'
import { activityOf } from '../../bot/teams/activity.ts'
import { type Credentials, EDGES, type EdgeName } from '../../bot/teams/bot-sdk.ts'
import { type Contacts, contacts as contactsOf } from '../../bot/teams/contacts.ts'
import { openedSdk } from '../../bot/teams/edges.ts'
import { createEndpoint, type EndpointOptions } from '../../bot/teams/endpoint.ts'
import { type ReplyWire, teamsWire } from '../../bot/teams/wire.ts'
import type { Reply, Turn } from '../../bot/turn.ts'
import { elsewhereCard, tooFastCard } from '../../cards/draft/notice.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Collection, Doc, Store } from '../../services/core/ports.ts'
import { silent } from '../../services/core/silent.ts'
import { APP, KARIN, message, openChannel, SANNE, serve, TENANT } from './channel.ts'

export const NOW = new Date('2026-11-23T10:00:00Z')
export const clock = { now: () => NOW }

export const cardOf = (title: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nl',
  fallbackText: `${title}\nTyp: bewaar`,
  body: [{ type: 'TextBlock', text: title }],
  actions: [{ type: 'Action.Execute', title: 'Bewaar', verb: 'moment.keep', data: { moment: 'm1' } }],
})

/** A log that can be read back. */
export function diary() {
  const lines: { level: string; event: string; fields: Record<string, unknown> }[] = []
  const at =
    (level: string) =>
    (event: string, fields: Record<string, unknown> = {}) => {
      lines.push({ level, event, fields })
    }
  return { lines, log: { info: at('info'), error: at('error') } }
}

/** A memory store that counts what is written to it. */
export function countedStore(): Store & { writes(): number } {
  const store = memoryStore({ clock, random: systemRandom })
  let writes = 0
  const counted = <T extends Doc>(kept: Collection<T>): Collection<T> => ({
    ...kept,
    put: (doc) => {
      writes++
      return kept.put(doc)
    },
  })
  return { ...store, collection: (spec) => counted(store.collection(spec)), writes: () => writes }
}

export interface Request {
  method: string
  path: string
  authorization?: string
  body: Record<string, unknown>
}

export type Answering = (
  request: Request,
  count: number,
) => { status: number; body?: unknown; headers?: Record<string, string> } | 'reset' | 'silence'

/** A connector that counts what reaches it, and answers as it is told; a 3xx leads back to itself. */
export async function openConnector(
  answering: Answering = (_, count) => ({ status: 201, body: { id: `sent-${count}` } }),
) {
  const requests: Request[] = []
  const server = await serve(async (req, res) => {
    let text = ''
    for await (const chunk of req) text += chunk
    const { method = '', url = '', headers } = req
    const request = {
      method,
      path: decodeURIComponent(url),
      authorization: headers.authorization,
      body: JSON.parse(text),
    }
    requests.push(request)
    const answer = answering(request, requests.length)
    if (answer === 'reset') return req.socket.destroy()
    if (answer === 'silence') return
    const elsewhere = answer.status >= 300 && answer.status < 400 && { location: '/elsewhere' }
    res.writeHead(answer.status, { 'content-type': 'application/json', ...elsewhere, ...answer.headers })
    res.end(JSON.stringify(answer.body ?? {}))
  })
  return { ...server, requests }
}

/** Nobody looks for anything. */
const silentExtension: EndpointOptions['extension'] = {
  find: async () => ({ kind: 'results', results: [] }),
  unfurl: async () => ({ kind: 'results', results: [] }),
  take: async () => ({ kind: 'told', line: 'Niets' }),
  title: 'Leermoment',
  refusal: (_, why) => why,
}

type Dispatch = (turn: Turn) => Promise<Reply | undefined>

type Given = Partial<EndpointOptions> & {
  dispatch?: Dispatch
  wire?: ReplyWire
  edge?: EdgeName
  isTargetedRefused?: true
}

export const CREDENTIALS: Credentials = {
  appId: APP,
  appType: 'SingleTenant',
  tenantId: TENANT,
  password: 'not used',
}

/** The same suite on each edge: what one of them refuses, answers and logs, the other does alike. */
export function onEachEdge(title: string, suite: (edge: EdgeName) => void): void {
  for (const edge of EDGES) describe(`${title}, on the edge ${edge}`, () => suite(edge))
}

/** The edge from HTTP to a turn and back, for real, with everything behind it left out. */
export async function openEdge({ edge = EDGES[0], ...given }: Given = {}) {
  const channel = await openChannel()
  const { lines, log } = diary()
  const store = countedStore()
  const turns: Turn[] = []
  const posted: Request[] = []
  const wire = teamsWire({
    token: async () => 'outbound',
    fetch: async (url, init) => {
      const { pathname, search } = new URL(String(url))
      const path = decodeURIComponent(pathname + search)
      posted.push({ method: init?.method ?? '', path, body: JSON.parse(String(init?.body)) })
      if (search && given.isTargetedRefused) return Response.json({ error: { code: 'BadArgument' } }, { status: 400 })
      return Response.json({ id: `sent-${posted.length}` })
    },
  })
  const contacts = contactsOf({ store, clock })
  const roster = new Set([SANNE, KARIN])
  for (const person of roster) await meet(contacts, person)
  const before = store.writes()
  const endpoint = createEndpoint({
    mode: 'production',
    ...(given.mode !== 'playground' && { sdk: await openedSdk(edge, CREDENTIALS, channel.openIdMetadataUrl) }),
    tenants: [TENANT],
    identify: async (_, objectId) => (roster.has(objectId) ? { person: objectId, language: 'nl' } : undefined),
    failed: createNet({ log, random: systemRandom }),
    stranger: (language) => cardOf(language === 'nl' ? 'Ik ken je nog niet' : 'I do not know you yet'),
    tooFast: tooFastCard,
    elsewhere: elsewhereCard,
    extension: silentExtension,
    contacts,
    wire,
    clock,
    secrets: hmacSecrets('a key for the tests'),
    log,
    ...given,
    dispatch: async (turn) => {
      turns.push(turn)
      return given.dispatch ? given.dispatch(turn) : { card: cardOf('Bewaard') }
    },
  })
  const server = createServer({
    endpoint,
    ready: async () => [{ part: 'store' }],
    log,
    telemetry: silent,
    loopbackOnly: true,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  const send = async (body: unknown, authorization?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : undefined }
  }
  return {
    channel,
    url,
    server,
    contacts,
    lines,
    turns,
    posted,
    send,
    store: { ...store, writes: () => store.writes() - before },
    /** Sends as Teams would. */
    asTeams: (body: unknown) => send(body, channel.token()),
    close: async () => {
      await server.close()
      await channel.close()
    },
  }
}

/** They have had the app for a while. */
async function meet(contacts: Contacts, person: string): Promise<void> {
  const installed = activityOf(
    message({ type: 'installationUpdate', action: 'add', timestamp: '2026-11-02T09:00:00.000Z' }),
  )
  if (installed) await contacts.remember(TENANT, person, installed)
}

export type Edge = Awaited<ReturnType<typeof openEdge>>
