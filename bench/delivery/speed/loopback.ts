/**
 * A connector that takes everything, in a process of its own and with as little work as it can: it counts what it
 * accepted for each conversation, and gives the counts at `GET /accepted`, beginning anew after that.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let accepted = new Map<string, number>()
let ids = 0

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  if (request.method === 'GET') {
    const counts = [...accepted.values()]
    accepted = new Map()
    response.end(JSON.stringify({ conversations: counts.length, messages: counts.reduce((sum, one) => sum + one, 0) }))
    return
  }
  request.resume()
  request.on('end', () => {
    const { url = '' } = request
    accepted.set(url, (accepted.get(url) ?? 0) + 1)
    response.statusCode = 201
    response.end(`{"id":"${++ids}"}`)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ event: 'started', port })}\n`)
})
