import type { IncomingMessage, Server } from 'node:http'

/** How many connections may be open. Teams and a reverse proxy use a few hundred. */
export const MOST_CONNECTIONS = 2_000
/** How long a request may take to come in: its head, and all of it. In milliseconds. */
const HEAD_MS = 10_000
const WHOLE_MS = 20_000
/** How long a connection may be silent while somebody waits on it. */
const SILENT_MS = 60_000
/** How often connections are looked at. */
const LOOK_MS = 2_000

/**
 * Bounds what strangers can hold open, and answers what no route is for. Node itself refuses a bad head with 400, a
 * head that is too large with 431, a late request with 408, an unknown expectation with 417, and closes a CONNECT.
 */
export function boundConnections(http: Server): void {
  http.maxConnections = MOST_CONNECTIONS
  http.headersTimeout = HEAD_MS
  http.requestTimeout = WHOLE_MS
  http.setTimeout(SILENT_MS, (socket) => socket.destroy())
  // An option of its constructor, which restify calls without any; it is read when the server begins to listen.
  Object.assign(http, { connectionsCheckingInterval: LOOK_MS })
  // Restify listens and does nothing: the socket would stay open, without a listener for its errors. Without
  // a listener Node takes the request as any other one, and the wish to upgrade is not granted.
  http.removeAllListeners('upgrade')
}

/** Whether an address can be made of what was asked. Restify makes one, and a host that is none would end the process. */
export const hasAddress = ({ url = '', headers }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(`http://${headers.host || 'localhost'}${url}`)
