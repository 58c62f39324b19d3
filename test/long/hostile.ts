/**
 * Sends what strangers send, at the served process, on one edge: `node test/long/hostile.ts EDGE [bodies] [connections]`.
 * Prints how it was answered and what the process held at the start, in the middle and at the end; ends with 1 when it
 * ended, failed or grew.
 */
import { Agent, request } from 'node:http'
import { EDGES } from '../../bot/teams/bot-sdk.ts'
import { dice, HOSTILE_HEADERS, HOSTILE_HOSTS, HOSTILE_IDS, HOSTILE_LINES, hostileActivity } from '../edge/hostile.ts'
import { openServed, STAFF, sentRaw, staff } from '../edge/served.ts'

const edge = EDGES.find((one) => one === process.argv[2])
if (!edge) throw new Error(`Name the edge: ${EDGES.join(' or ')}.`)
const [bodies = 100_000, connections = 10_000] = process.argv.slice(3).map(Number)
/** How many are under way at once. */
const AT_ONCE = 64
/** What a process may hold more at the end than in the middle: memory that the collector has not given back yet. */
const SLACK = { megabytes: 120, descriptors: 20 }

const served = await openServed(edge)
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const answered = new Map<string, number>()
const count = (what: string) => answered.set(what, (answered.get(what) ?? 0) + 1)

const channel = served.tokens.channel({ serviceurl: 'https://smba.trafficmanager.net/emea/' })
const entra = Array.from({ length: STAFF }, (_, n) => served.tokens.entra(n))
/** Some are good, most are not. */
const tokenOf = (n: number) => [undefined, channel.slice(0, -9), `${channel}x`, 'Bearer ..', channel][n % 5]
const POSTS = ['/api/me/moments', '/api/me/knowledge/search', '/api/hr/calendar/pin', '/api/manager/pulses/x/response']

/** One body: half of them activities, the others steps of the API. */
function send(n: number): Promise<void> {
  const isActivity = n % 2 === 0
  const body = hostileActivity(n, staff(n % STAFF))
  const authorization = isActivity ? tokenOf(n / 2) : n % 3 === 0 ? undefined : entra[n % STAFF]
  const path = isActivity ? '/api/messages' : POSTS[n % POSTS.length]
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve) => {
    const end = (what: string) => {
      count(what)
      resolve()
    }
    const asking = request({ agent, host: '127.0.0.1', port: served.port, method: 'POST', path }, (response) => {
      response.resume()
      response.on('end', () => end(`body ${Math.floor((response.statusCode ?? 0) / 100)}xx`))
      response.on('error', () => end('body cut off'))
    })
    for (const [name, value] of Object.entries(headers)) asking.setHeader(name, value)
    if (authorization) asking.setHeader('authorization', authorization)
    asking.on('error', () => end('body without an answer'))
    asking.end(body)
  })
}

/** One connection on which hardly anything is as it should be. */
async function knock(n: number): Promise<void> {
  const draw = dice(n + 1)
  const line =
    draw.next() < 0.3 ? draw.of(HOSTILE_LINES) : `${draw.of(['GET', 'POST', 'PUT'])} ${address(draw)} HTTP/1.1`
  const host = draw.next() < 0.3 ? draw.of(HOSTILE_HOSTS) : 'x'
  const text = [line, `Host: ${host}`, ...(draw.next() < 0.6 ? draw.of(HOSTILE_HEADERS) : []), '', 'abc'].join('\r\n')
  const bytes = Buffer.from(text.repeat(draw.next() < 0.1 ? 20 : 1), 'latin1')
  const { status } = await sentRaw(served.port, bytes, draw.next() < 0.3 ? 'reset' : 'first', 1_000)
  count(status ? `connection ${Math.floor(status / 100)}xx` : 'connection without an answer')
}

const address = (draw: ReturnType<typeof dice>) =>
  draw.of(['/tab', '/tab/', '/healthz', '/api/me', `/api/me/export/${draw.of(HOSTILE_IDS)}/leermoment.json`])

async function all(most: number, does: (n: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < most && served.isRunning()) await does(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** After what was under way is over: connections that are kept close after five seconds. */
async function held(when: string) {
  await new Promise((resolve) => setTimeout(resolve, 8_000))
  const found = await served.held()
  say(`${when}: ${found.megabytes} MB, ${found.descriptors} descriptors`)
  return found
}

const began = performance.now()
await all(2_000, send)
await held('start')
await all(bodies / 2, send)
await all(connections / 2, knock)
const middle = await held('middle')
await all(bodies / 2, (n) => send(n + bodies / 2))
await all(connections / 2, (n) => knock(n + connections / 2))
const end = await held('end')

for (const [what, times] of [...answered].sort()) say(`${what}: ${times}`)
const failed = served.lines.filter(({ event }) => event === 'http-failed' || event === 'request-failed')
const turns = served.lines.filter(({ event }) => event === 'turn-failed')
const ends = served.isRunning() ? 0 : 1
const fives = [...answered].filter(([what]) => what.endsWith('5xx')).reduce((sum, [, times]) => sum + times, 0)
say(`ends: ${ends}`)
say(`5xx: ${fives}`)
say(`failed requests in the log: ${failed.length}`)
say(`failed turns in the log: ${turns.length} ${JSON.stringify([...new Set(turns.map(({ error }) => error))])}`)
say(`lines in the log: ${served.lines.length}`)
say(`took: ${Math.round((performance.now() - began) / 1000)} s`)
const hasGrown =
  end.megabytes - middle.megabytes > SLACK.megabytes ||
  (end.descriptors ?? 0) - (middle.descriptors ?? 0) > SLACK.descriptors
if (served.said.err) say(served.said.err.slice(0, 2_000))
const stopped = ends === 0 ? await served.stop() : { code: 1 }
agent.destroy()
process.exitCode = ends + fives > 0 || hasGrown || stopped.code !== 0 ? 1 : 0
