import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { activityOf } from '../../bot/teams/activity.ts'
import { type BotSdk, EDGES, type EdgeName } from '../../bot/teams/bot-sdk.ts'
import { openedSdk } from '../../bot/teams/edges.ts'
import { ISSUER, shownToken } from '../../bot/teams/shown-token.ts'
import { median } from '../numbers.ts'
import type { Figure } from '../report.ts'
import { sized } from '../size.ts'
import { messageOf } from './activity.ts'

const CHECKS = sized(2_000, 100)
const PAIRS = sized(5, 1)
const APP = '11111111-1111-4111-8111-111111111111'
const TENANT = '22222222-2222-4222-8222-222222222222'

/** What it costs on each edge to know that Teams sent an activity. The Playground, in which presses are measured, checks nothing. */
export async function edges(): Promise<Figure[]> {
  const channel = await openChannel()
  try {
    const opened = await Promise.all(
      EDGES.map(async (name) => ({ name, sdk: await openedSdk(name, credentials, channel.openIdMetadataUrl) })),
    )
    const all = new Map<EdgeName, number[]>(EDGES.map((name) => [name, []]))
    for (let pair = 0; pair <= PAIRS; pair++)
      for (const { name, sdk } of opened) {
        const ms = await measured(sdk, channel.authorization)
        // The first loads what the SDK loads with its first token.
        if (pair > 0) all.get(name)?.push(ms)
      }
    return [...all].map(([name, ms]) => ({ name: `CPU per token, edge ${name}`, value: median(ms), unit: 'ms' }))
  } finally {
    channel.close()
  }
}

const credentials = { appId: APP, appType: 'SingleTenant', tenantId: TENANT, password: 'not used' } as const

/** Milliseconds of all threads for one check. A measurement of refusals would be a fast one. */
async function measured({ sentByChannel }: BotSdk, authorization: string): Promise<number> {
  const before = process.cpuUsage()
  for (let check = 0; check < CHECKS; check++) {
    const activity = activityOf(messageOf(TENANT, APP, 'hallo'))
    const token = shownToken(authorization)
    if (!activity || 'code' in token || !(await sentByChannel(activity, token)))
      throw new Error('a good token was refused')
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / CHECKS
}

/** The channel service on this machine: one key, and one token signed with it. */
async function openChannel() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', endorsements: ['msteams'] }
  const server = createServer((req, res) => {
    const isList = req.url === '/keys'
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify(isList ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${url()}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const now = Math.floor(Date.now() / 1000)
  const { serviceUrl } = messageOf(TENANT, APP, '')
  const claims = { iss: ISSUER, aud: APP, serviceurl: serviceUrl, nbf: now - 60, exp: now + 86_400 }
  const text = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims].map(part).join('.')
  return {
    openIdMetadataUrl: `${url()}/openidconfiguration`,
    authorization: `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`,
    close: () => server.close(),
  }
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
