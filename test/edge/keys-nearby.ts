/**
 * Loaded before the service in a test: what is asked of the channel's and Entra's own hosts is asked of a server on this
 * machine instead, so that tokens signed by the test hold. Nothing else leaves this machine.
 */
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const { CHANNEL_PORT = '' } = process.env
const HERE = { protocol: 'http:', hostname: '127.0.0.1', host: '127.0.0.1', port: CHANNEL_PORT }

https.request = ((options: http.RequestOptions, answered: (res: http.IncomingMessage) => void) =>
  http.request({ ...options, ...HERE, agent: undefined }, answered)) as typeof https.request

const { lookup } = dns
const nowhere = Object.assign(new Error('nowhere'), { code: 'ENOTFOUND' })
dns.lookup = ((host: string, options: dns.LookupOptions, found: (error: Error | null) => void) =>
  host === HERE.hostname ? lookup(host, options, found) : setImmediate(found, nowhere)) as unknown as typeof lookup
syncBuiltinESMExports()

const fetched = globalThis.fetch
globalThis.fetch = (url, init) => {
  const { pathname, hostname } = new URL(String(url))
  return fetched(hostname === '127.0.0.1' ? url : `http://127.0.0.1:${CHANNEL_PORT}${pathname}`, init)
}
