import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'mocha'
import { openedSdk } from '../../bot/teams/edges.ts'
import { teamsWire } from '../../bot/teams/wire.ts'
import { APP, own, SANNE, SERVICE, serve, signed, TENANT } from './channel.ts'
import { onEachEdge } from './world.ts'

/** As Entra gives one: the Teams SDK reads it. */
const tokenOf = (client: string | null) => signed({ appid: client }, own.privateKey).slice('Bearer '.length)

/** What the host of an identity sets, and then what it may have set for somebody else. */
const environment = (url: string): Record<string, string> => ({
  IDENTITY_ENDPOINT: `${url}/msi/token`,
  IDENTITY_HEADER: 'the header',
  CLIENT_SECRET: 'a secret',
  CLOUD: 'China',
  MANAGED_IDENTITY_CLIENT_ID: 'system',
})

describe('a managed identity', () => {
  // The libraries below look for their host once in a process: so it is one for all.
  let host: Awaited<ReturnType<typeof serve>>
  let asked: { resource: string | null; client: string | null; header: unknown }[]
  let earlier: NodeJS.ProcessEnv
  before(async () => {
    host = await serve((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://x')
      const client = searchParams.get('client_id')
      asked.push({ resource: searchParams.get('resource'), client, header: req.headers['x-identity-header'] })
      const expires_on = Math.floor(Date.now() / 1000) + 3600
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify({ access_token: tokenOf(client), expires_on, token_type: 'Bearer', resource: 'x' }))
    })
    earlier = process.env
    process.env = { ...earlier, ...environment(host.url) }
  })
  beforeEach(() => {
    asked = []
  })
  after(async () => {
    process.env = earlier
    await host.close()
  })

  onEachEdge('for the wire', (edge) => {
    const wireOf = async (appId: string, statuses: number[]) => {
      const { channelToken } = await openedSdk(edge, { appId, appType: 'UserAssignedMSI', tenantId: TENANT })
      const shown: unknown[] = []
      const fetch = async (_: unknown, init?: RequestInit) => {
        shown.push(Object(init?.headers).authorization)
        return Response.json({ id: 'm1' }, { status: statuses.shift() ?? 500 })
      }
      const wire = teamsWire({ token: channelToken, fetch })
      return { shown, post: () => wire.post(SERVICE, 'a:sanne', { type: 'message' }) }
    }

    it('shows Teams the token that the host gives for it, whatever else the environment says', async () => {
      const { shown, post } = await wireOf(APP, [201])
      assert.deepEqual(await post(), { kind: 'accepted', id: 'm1' })
      assert.deepEqual(shown, [`Bearer ${tokenOf(APP)}`])
      assert.deepEqual(asked, [{ resource: 'https://api.botframework.com', client: APP, header: 'the header' }])
    })

    it('asks the host again after Teams did not take the token', async () => {
      const { post } = await wireOf(SANNE, [401, 201])
      assert.equal((await post()).kind, 'rejected')
      const before = asked.length
      assert.equal((await post()).kind, 'accepted')
      assert.equal(asked.length, before + 1)
    })
  })
})
