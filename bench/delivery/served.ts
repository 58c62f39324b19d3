import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Connector } from './connector.ts'

/** A connector behind a socket on this machine. */
export interface Served {
  origin: string
  close(): Promise<void>
}

export interface ServedOptions {
  /** How long a request hangs that is never answered: longer than the sender's patience. */
  hangMs: number
  /** Called when a request has been taken, before it is answered. */
  taken?: (request: IncomingMessage) => void
  /** How long an answer is on its way. */
  delayMs?: number
}

export async function serve(
  connector: Pick<Connector, 'take'>,
  { hangMs, taken, delayMs = 0 }: ServedOptions,
): Promise<Served> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const answer = connector.take(requestOf(request, Buffer.concat(parts).toString()))
      taken?.(request)
      void give(answer, response, answer.breaks === 'hang' ? hangMs : delayMs)
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function requestOf({ method = '', url = '', headers }: IncomingMessage, body: string) {
  const { authorization: token } = headers
  return { method, path: url, body, ...(token && { token }) }
}

async function give({ status, body, headers, breaks, seen }: Answer, response: ServerResponse, afterMs: number) {
  if (afterMs > 0) await wait(afterMs, undefined, { ref: false })
  if (breaks) return response.destroy()
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body), () => seen?.())
  return response
}
