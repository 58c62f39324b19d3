import { EXTENSION_INVOKES } from '../../bot/teams/extension-invoke.ts'
import { message, SANNE, TENANT } from './channel.ts'

/** Every address that is declared, filled in with this where it has a name. */
export const pathsWith = (declared: readonly string[], name: string) =>
  declared.flatMap((path) => {
    const filled = path.replace(/[:{]\w+\}?/g, name)
    return [filled, filled.endsWith('/') ? filled.slice(0, -1) || '/' : `${filled}/`]
  })

/** As they may stand in an address. */
export const HOSTILE_IDS = [
  '%00',
  '%1f',
  '%0a',
  '%7f',
  '%20',
  '%c2%a0',
  '%ed%a0%80',
  '%',
  '%zz',
  '%e0%a4',
  '%f4%8f%bf%bf',
  '..',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '.',
  '%2f',
  '%5c',
  ';a=b',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  ...['a'.repeat(500), 'a'.repeat(5_000), '%F0%9F%92%A9', '<script>', '$ne', '*', "' OR 1=1--", '{}'].map((text) =>
    text.replace(/[ <>{}]/g, encodeURIComponent),
  ),
]

export const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
  'PURGE',
]

/** Heads that ask for more than a page. */
export const HOSTILE_HEADERS: readonly string[][] = [
  [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ],
  ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA'],
  ['Connection: Upgrade', 'Upgrade: TLS/1.0'],
  ['Expect: 100-continue', 'Content-Length: 3'],
  ['Expect: a miracle'],
  ['Transfer-Encoding: chunked', 'Trailer: X'],
  ['Transfer-Encoding: gzip, chunked'],
  ['Transfer-Encoding: chunked', 'Content-Length: 5'],
  ['Content-Length: 99999999999'],
  ['Content-Length: -1'],
  ['Content-Length: 5', 'Content-Length: 6'],
  ['Accept: */*;q=z', 'Accept-Version: ~1', 'Accept-Encoding: gzip;q=2, \u0000'],
  ['If-None-Match: *', 'Range: bytes=0-0,-1,5-', 'If-Modified-Since: never'],
  [`Cookie: ${'a=b;'.repeat(1_000)}`],
  Array.from({ length: 1_500 }, (_, n) => `X-${n}: 1`),
  [`X: ${'a'.repeat(20_000)}`],
  ['Authorization: Bearer ..', 'X-Forwarded-For: \u00ff', 'X-HTTP-Method-Override: DELETE'],
  ['Authorization: Bearer eyJ9.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.x'],
]

/** What is there in place of a host. */
export const HOSTILE_HOSTS = [
  'a b',
  '[',
  '[::1',
  'a:99999999',
  '%',
  'a/b?c#d',
  '\u00ff',
  '',
  'x'.repeat(300),
  '@',
  'xn--a',
]

/** First lines that are none, or are odd. */
export const HOSTILE_LINES = [
  'GET http://[/ HTTP/1.1',
  'GET http://a b/ HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'GET //// HTTP/1.1',
  'GET /\\..\\x HTTP/1.1',
  'GET /?%zz&&== HTTP/1.1',
  'GET /#x HTTP/1.1',
  'GET healthz HTTP/1.1',
  'GET /tab HTTP/1.0',
  'GET /tab HTTP/9.9',
  'CONNECT a:1 HTTP/1.1',
  'CONNECT /tab HTTP/1.1',
  'PRI * HTTP/2.0',
  'get /tab HTTP/1.1',
  'X',
  `GET /${'a'.repeat(70_000)} HTTP/1.1`,
  '\u0016\u0003\u0001\u0000',
  'GET /tab',
  'GET  /tab  HTTP/1.1',
  '\r\n\r\n',
]

const TEXTS = [
  '\u0000',
  '\ud800',
  '\u{10ffff}',
  '\u202e',
  '..',
  '__proto__',
  '\u001f',
  '\ufffd',
  '\n'.repeat(9_000),
  '￾',
  'a'.repeat(4_001),
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(900),
  '<at>x</at>'.repeat(400),
  '&amp;'.repeat(900),
  '(((((',
  '`'.repeat(3_000),
  'vraag',
  'demo als \u0000',
  'zoek \u001f',
  'open 99999999999999999999',
  'pauze tot 31-02-0000',
  'mijn grens -1',
]
const ODD: readonly unknown[] = [null, true, 0, -1, 1e308, '', [], {}, [[]], { id: {} }, { $ne: '' }, ...TEXTS]

/** Draws that are the same each time. */
export function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { next, of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T }
}

const VERBS = [
  'moment.keep',
  'reflection.save',
  'reflection.ask',
  'reflection.later',
  'ask.choose',
  'ask.send',
  'ask.helped',
  'offer.reply',
  'knowledge.search',
  'knowledge.open',
  'journal.show',
  'pulse.show',
  'care.report',
  'settings.save',
  'insertion.ask',
  'insertion.keep',
  'again',
  'x',
]
const KEYS = ['moment', 'ask', 'item', 'revision', 'text', 'who', 'query', 'topic', 'seen', 'pulse', 'entry', 'until']

/** An activity in which something is not as Teams sends it: `n` says which one, `by` who did it. */
export function hostileActivity(n: number, by = SANNE): string {
  const draw = dice(n + 1)
  const data = Object.fromEntries(KEYS.map((key) => [key, draw.of(ODD)] as const).filter(() => draw.next() < 0.3))
  const kind = draw.of(['said', 'pressed', 'extended', 'broken', 'odd'] as const)
  const pressed = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { verb: draw.next() < 0.8 ? draw.of(VERBS) : draw.of(ODD), data } },
  }
  const body = () =>
    draw.next() < 0.8 ? { content: draw.of(ODD), contentType: draw.of(['html', 'text', 7]) } : draw.of(ODD)
  const extended = {
    type: 'invoke',
    name: draw.of([...EXTENSION_INVOKES, 'composeExtension/selectItem', 'composeExtension/x']),
    text: undefined,
    value: {
      commandId: draw.next() < 0.6 ? draw.of(['find-knowledge', 'ask-colleague', 'keep-moment']) : draw.of(ODD),
      parameters: draw.next() < 0.7 ? [{ name: draw.of(ODD), value: draw.of(ODD) }] : draw.of(ODD),
      queryOptions: draw.next() < 0.5 ? { skip: draw.of(ODD), count: draw.of(ODD) } : draw.of(ODD),
      messagePayload: draw.next() < 0.7 ? { body: body(), from: draw.of(ODD) } : draw.of(ODD),
      url: draw.of(ODD),
      data: draw.next() < 0.7 ? { ...data, verb: draw.of(VERBS), form: draw.of(ODD) } : draw.of(ODD),
    },
  }
  const whole = message({
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: personal(draw.of(['a:x', '..', 'a:y'])),
    ...(kind === 'said'
      ? { text: draw.of(TEXTS), from: { id: '29:x', aadObjectId: draw.of([by, by, by, 'other']) } }
      : kind === 'extended'
        ? extended
        : pressed),
  }) as Record<string, unknown>
  if (kind === 'odd') whole[draw.of(Object.keys(whole))] = draw.of(ODD)
  // Escapes that JSON.stringify would have written otherwise.
  const text = JSON.stringify(whole).replaceAll('half', '\\ud800')
  return kind === 'broken' ? text.slice(0, Math.floor(draw.next() * text.length)) : text
}

const personal = (id: string) => ({ id, conversationType: 'personal', tenantId: TENANT })
