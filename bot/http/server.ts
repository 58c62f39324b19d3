import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createRestify, type Next, type Request, type Response, type Server as Restify } from 'restify'
import { firstDouble } from '../../services/core/first-double.ts'
import { type Log, type Telemetry, Unavailable } from '../../services/core/ports.ts'
import { countedLog } from '../service/counted-log.ts'
import type { Part } from '../service/readiness.ts'
import type { Served } from './audience.ts'
import { isGone, readJson } from './body.ts'
import { boundConnections, hasAddress } from './connections.ts'
import { createDrain } from './drain.ts'
import { EXPORT_PATH, exportFile, type TicketPorts } from './export-file.ts'
import { openApi } from './openapi.ts'
import type { PlaygroundSignIn } from './playground.ts'
import { problem, RETRY_SECONDS } from './problem.ts'
import type { TabFiles } from './tab.ts'

export interface ServerOptions {
  /** Takes one activity, and says what to answer. */
  endpoint: {
    /** What to answer without a look at the body; undefined when the body has to be read. */
    turnAway?(authorization: string | undefined): Told | undefined
    receive(body: unknown, authorization: string | undefined): Promise<Told>
  }
  /** What people fetch with a ticket; without it there is no such address. */
  tickets?: TicketPorts
  /** Whom the API is for; who is not named has no addresses. */
  audiences?: readonly Served[]
  /** The page that asks the API; without it there is none. */
  tab?: TabFiles
  /** Signs a visitor in as the person they choose. Only a server that serves this machine alone may have it. */
  signIn?: PlaygroundSignIn
  /** How each part is doing now. */
  ready(): Promise<Part[]>
  log: Log
  telemetry: Telemetry
  /** Serve callers on this machine alone, and listen nowhere else. Others come by TLS, which ends before this server. */
  loopbackOnly: boolean
}

interface Told {
  status: number
  body?: unknown
}

export interface Server {
  /** @returns the port, which is chosen when 0 is given */
  listen(port: number, host: string): Promise<number>
  /** Takes nothing new, and lets what is under way end, within five seconds. */
  close(): Promise<void>
}

const MESSAGES = '/api/messages'
const ALIVE = '/healthz'
const READY = '/readyz'
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1', 'localhost']
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

export function createServer(options: ServerOptions): Server {
  if (options.signIn && !options.loopbackOnly)
    throw new Error('signing in without a password is for this machine alone')
  const restify = createRestify({ name: '' })
  const drain = createDrain(restify.server)
  boundConnections(restify.server)
  restify.pre((req: Request, res: Response, next: Next) => {
    drain.watch(res)
    harden(res, !options.loopbackOnly)
    const isAllowed = !options.loopbackOnly || isLocal(req)
    if (isAllowed && hasAddress(req)) return next()
    if (isAllowed) answer(res, 400, { error: 'no-address' })
    else answer(res, 403, { error: 'not-local' })
    return next(false)
  })
  const log = countedLog(options.log)
  addRoutes(restify, { ...options, log })
  return {
    async listen(port, host) {
      if (options.loopbackOnly && !LOOPBACK.includes(host)) throw new Error(`${host} is not a loopback address`)
      await new Promise<void>((resolve, reject) => {
        restify.once('error', reject)
        restify.listen(port, host, resolve)
      })
      // What goes wrong from here on is of one connection: the others go on.
      restify.on('error', (error: NodeJS.ErrnoException) => log.error('listening-failed', { code: error.code ?? '' }))
      return restify.address().port
    },
    close: drain.close,
  }
}

/** @throws {Error} when two routes have one address: only the first of them would be heard */
function addRoutes(restify: Restify, options: ServerOptions): void {
  const { endpoint, tickets, audiences, tab, signIn, ready } = options
  const addresses = [`get ${ALIVE}`]
  const route = (method: Method, path: string, handle: Handler) => {
    addresses.push(`${method} ${path}`)
    const double = firstDouble(addresses)
    if (double !== undefined) throw new Error(`the route "${double}" stands twice`)
    restify[method](path, measured(options, method, path, guarded(handle, options.log, path)))
  }
  const messages: Handler = async (req, res) => {
    const { authorization } = req.headers
    const turnedAway = endpoint.turnAway?.(authorization)
    if (turnedAway) return answer(res, turnedAway.status, turnedAway.body)
    const read = await readJson(req)
    if ('status' in read) {
      res.setHeader('Connection', 'close')
      return answer(res, read.status, { error: read.error })
    }
    const { status, body } = await endpoint.receive(read.body, authorization)
    answer(res, status, body)
  }
  const readiness: Handler = async (_, res) => {
    const parts = await ready()
    const down = parts.flatMap(({ part, down }) => (down ? [{ part, ...down }] : []))
    const isReady = down.length === 0
    const each = Object.fromEntries(parts.map(({ part, down }) => [part, !down]))
    answer(res, isReady ? 200 : 503, { ready: isReady, ...each, ...(!isReady && { down }) })
  }
  route('post', MESSAGES, messages)
  restify.get(ALIVE, (_: Request, res: Response, next: Next) => {
    answer(res, 200, { alive: true })
    next()
  })
  route('get', READY, readiness)
  for (const { audience, routes } of audiences ?? [])
    for (const one of routes) route(one.method, one.path, one.handle(audience))
  if (audiences) {
    const description = openApi(audiences.flatMap(({ routes }) => routes))
    route('get', '/api/openapi.json', async (_, res) => answer(res, 200, description))
  }
  if (tickets) route('get', EXPORT_PATH, exportFile(tickets))
  if (tab) {
    route('get', '/tab', async (_, res) => {
      res.setHeader('Location', '/tab/')
      answer(res, 308)
    })
    route('get', '/tab/', tab.page)
    route('get', '/tab/assets/:file', tab.asset)
  }
  if (signIn) {
    route('get', '/api/playground/guests', signIn.guests)
    route('post', '/api/playground/sign-in', signIn.signIn)
  }

  restify.on('restifyError', (_req: Request, _res: Response, error: HttpError, done: () => void) => {
    error.toJSON = () => ({ error: ERRORS[error.statusCode] ?? 'failed' })
    done()
  })
}

type Method = 'get' | 'post'
type Handler = (req: Request, res: Response) => Promise<void>
type HttpError = Error & { statusCode: number; toJSON(): unknown }

const ERRORS: Record<number, string> = { 404: 'not-found', 405: 'method-not-allowed' }

/** Noted by its pattern: an address may hold a ticket. */
const measured =
  ({ telemetry }: ServerOptions, method: Method, route: string, handle: Handler): Handler =>
  async (req, res) =>
    telemetry.timed(
      'request',
      { method: method.toUpperCase(), route },
      () => handle(req, res),
      () => String(res.statusCode),
    )

/** What fails is told to nobody: restify would answer with the error's own words. Nothing comes out of here. */
const guarded =
  (handle: Handler, log: Log, path: string): Handler =>
  async (req, res) => {
    try {
      await handle(req, res)
    } catch (error) {
      if (isGone(req)) return
      log.error('http-failed', { code: error instanceof Error ? error.name : 'unknown' })
      // A second head cannot be sent; half an answer is cut off, so that nobody takes it for a whole one.
      if (res.headersSent) return void (res.writableEnded || res.destroy())
      const status = error instanceof Unavailable ? 503 : 500
      if (path === MESSAGES || path === READY) answer(res, status, { error: status === 503 ? 'away' : 'failed' })
      else problem(res, { status })
    }
  }

/** From this machine, and addressed to it: a page in a browser cannot rename its way in. */
const isLocal = ({ socket, headers }: IncomingMessage) =>
  LOOPBACK.includes(socket.remoteAddress ?? '') && LOOPBACK_HOST.test(headers.host ?? '')

/** A year, and for this host alone: what else the municipality serves under its name is not ours to decide. */
const TLS_ONLY = 'max-age=31536000'

/** Whether TLS is in front is known by the setting, never by a header: anybody can send that. */
function harden(res: ServerResponse, hasTls: boolean): void {
  if (hasTls) res.setHeader('Strict-Transport-Security', TLS_ONLY)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
}

function answer(res: ServerResponse, status: number, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  const type = text && { 'Content-Type': 'application/json' }
  if (status === 503) res.setHeader('Retry-After', RETRY_SECONDS)
  res.writeHead(status, { ...(type || {}), 'Content-Length': Buffer.byteLength(text) })
  res.end(text)
}
