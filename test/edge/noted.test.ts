import assert from 'node:assert/strict'
import { afterEach, it } from 'mocha'
import type { Outcome } from '../../bot/teams/wire.ts'
import { execute, message, SANNE, submit, TENANT } from './channel.ts'
import { type Edge, onEachEdge, openEdge } from './world.ts'

onEachEdge('the pace and the answers to people', (sdk) => {
  let edge: Edge
  afterEach(() => edge.close())
  const open = async (outcome: Outcome) => {
    const told: unknown[] = []
    const answer = async () => outcome
    edge = await openEdge({
      edge: sdk,
      wire: { post: answer, put: answer },
      pace: {
        note: (...given) => void told.push(['note', ...given]),
        pause: async (...given) => void told.push(['pause', ...given]),
      },
    })
    return told
  }

  it('an answer is noted, under the person whose conversation it is', async () => {
    const told = await open({ kind: 'accepted', id: 'm1' })
    await edge.asTeams(message())
    assert.deepEqual(told, [['note', TENANT, SANNE]])
  })

  it('what goes back inside the request is not, for then nothing is sent', async () => {
    const told = await open({ kind: 'accepted', id: 'm1' })
    await edge.asTeams(execute('moment.keep', {}))
    assert.deepEqual(told, [])
  })

  it('a card that cannot be replaced and is sent anew counts twice', async () => {
    const told = await open({ kind: 'rejected', code: 'http-404', status: 404 })
    await edge.asTeams(submit('moment.keep', {}))
    assert.equal(told.length, 2)
  })

  it('case 55: an answer that was too much makes the tenant keep quiet', async () => {
    const told = await open({ kind: 'rejected', code: 'http-429', status: 429, retryMs: 30_000 })
    await edge.asTeams(message())
    assert.deepEqual(told, [
      ['note', TENANT, SANNE],
      ['pause', TENANT, 30_000],
    ])
  })
})
