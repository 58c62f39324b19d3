import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { seeded } from '../../bench/seeded.ts'

/** What one request met on its way. */
type Fate = { kind: 'passes' } | { kind: 'fails'; after: boolean; how: number | 'reset' }

export interface Between {
  url: string
  /** How many requests came by, and how many of them met a fault. */
  counted: { requests: number; faults: number }
  close(): Promise<void>
}

const STATUSES = [408, 410, 429, 449, 500, 503]

/** A line that spoils one in so many requests, before or after they are served, by a seed. */
export function faultyLine(to: string, share: number, seed: number): Promise<Between> {
  const random = seeded(seed)
  return between(async (req, res, body, counted) => {
    const fate = fateOf(random, share)
    if (fate.kind === 'fails') counted.faults++
    if (fate.kind === 'fails' && !fate.after) return fail(res, fate.how)
    const answer = await forward(to, req, body)
    if (fate.kind === 'fails') return fail(res, fate.how)
    respond(res, answer)
  })
}

/** Brings requests to each in turn; who does not answer is passed over. */
export function balancer(targets: string[]): Promise<Between> {
  let turn = 0
  return between(async (req, res, body) => {
    for (let tried = 0; tried < targets.length; tried++) {
      const target = targets[turn++ % targets.length] ?? ''
      const answer = await forward(target, req, body).catch(() => undefined)
      if (answer) return respond(res, answer)
    }
    respond(res, { status: 502 })
  })
}

type Serve = (req: IncomingMessage, res: ServerResponse, body: Buffer, counted: Between['counted']) => Promise<void>

async function between(serve: Serve): Promise<Between> {
  const counted = { requests: 0, faults: 0 }
  const server = createServer(async (req, res) => {
    counted.requests++
    try {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      await serve(req, res, Buffer.concat(chunks), counted)
    } catch {
      res.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    counted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const agent = new Agent({ keepAlive: true })

function forward(to: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<Answer>((resolve, reject) => {
    const { host: _host, connection: _connection, ...rest } = headers
    const out = request(new URL(url ?? '/', to), { method, headers: rest, agent }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      const { connection: _its, 'transfer-encoding': _coding, ...kept } = answer.headers
      resolve({ status: answer.statusCode ?? 502, headers: kept, body: Buffer.concat(chunks) })
    })
    out.on('error', reject)
    out.end(body)
  })
}

function fail(res: ServerResponse, how: number | 'reset'): void {
  if (how === 'reset') return void res.destroy()
  respond(res, { status: how, headers: { 'content-type': 'application/json' }, body: '{"message":"a fault"}' })
}

interface Answer {
  status: number
  headers?: IncomingMessage['headers']
  body?: Buffer | string
}

/** Not chained: where restify is loaded, `writeHead` gives nothing back. */
function respond(res: ServerResponse, { status, headers, body }: Answer): void {
  res.writeHead(status, headers)
  res.end(body)
}

function fateOf(random: () => number, share: number): Fate {
  if (random() >= share) return { kind: 'passes' }
  const how = [...STATUSES, 'reset' as const][Math.floor(random() * (STATUSES.length + 1))] ?? 'reset'
  return { kind: 'fails', after: random() < 0.5, how }
}
