import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export const APP = '11111111-1111-4111-8111-111111111111'
export const TENANT = '22222222-2222-4222-8222-222222222222'
export const SANNE = '33333333-3333-4333-8333-333333333333'
export const KARIN = '44444444-4444-4444-8444-444444444444'
export const SERVICE = 'https://smba.trafficmanager.net/emea/'
export const BOT = '28:bot'

/** Starts a server on a free loopback port. Left open by a test that failed, it keeps nobody waiting. */
export async function serve(listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The key that holds. */
export const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

export const jwkOfOwn = () => ({ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' })

type Claims = Record<string, unknown>

/** The channel service as far as a bot can see it: its OpenID document, its keys, and the tokens it signs. */
export async function openChannel() {
  const state = { endorsements: ['msteams'] as string[] | undefined, asked: 0, away: false }
  const keys = await serve((req, res) => {
    state.asked++
    const jwk = { ...jwkOfOwn(), endorsements: state.endorsements }
    const body = req.url === '/keys' ? { keys: [jwk] } : { issuer: 'x', jwks_uri: `${keys.url}/keys` }
    res.statusCode = state.away ? 500 : 200
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify(body))
  })
  const now = () => Math.floor(Date.now() / 1000)
  const claims = (given: Claims): Claims => ({
    iss: 'https://api.botframework.com',
    aud: APP,
    serviceurl: SERVICE,
    nbf: now() - 60,
    exp: now() + 3600,
    ...given,
  })
  return {
    state,
    openIdMetadataUrl: `${keys.url}/openidconfiguration`,
    close: keys.close,
    /** A good token, but for what is given; `head` is for its header. Minutes are counted from now. */
    token: ({ from, until, head, ...given }: Claims & { from?: number; until?: number; head?: Claims } = {}) =>
      signed(
        claims({
          ...(from !== undefined && { nbf: now() + from * 60 }),
          ...(until !== undefined && { exp: now() + until * 60 }),
          ...given,
        }),
        own.privateKey,
        head,
      ),
    ...forgeries(() => claims({})),
  }
}

/** What says the same and was not signed with the key that holds. */
export const forgeries = (claims: () => Claims) => ({
  forged: () => signed(claims(), other.privateKey),
  unsigned: () => `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`,
  /** Signed with the public key as if that were a shared secret. */
  confused: () => {
    const text = `${part({ alg: 'HS256', typ: 'JWT', kid: 'one' })}.${part(claims())}`
    const secret = own.publicKey.export({ format: 'pem', type: 'spki' })
    return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  },
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export function signed(claims: Claims, key: KeyObject, head: Claims = {}): string {
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one', ...head })}.${part(claims)}`
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}

type Parts = Record<string, unknown>

/** What Teams sends when Sanne types something, but for what is given. */
export const message = (given: Parts = {}): Parts => ({
  type: 'message',
  id: randomUUID(),
  timestamp: '2026-11-23T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  locale: 'nl-NL',
  text: 'hallo',
  from: { id: '29:sanne', name: 'Sanne Bakker', aadObjectId: SANNE },
  recipient: { id: BOT, name: 'Leermoment' },
  conversation: { id: 'a:sanne', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  ...given,
})

/** A button pressed where `Action.Execute` is known. */
export const execute = (verb: string, data: Parts, given: Parts = {}) =>
  message({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...given,
  })

/** The same button where it is not. */
export const submit = (verb: string, data: Parts, given: Parts = {}) =>
  message({ text: undefined, replyToId: 'card-1', value: { ...data, verb }, ...given })
