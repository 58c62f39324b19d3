import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { keptToken } from '../../bot/teams/token.ts'

const HOUR = 3_600_000

/** A token as Entra gives it, as far as anybody reads it here. */
const tokenUntil = (ms: number, name: string) =>
  `${name}.${Buffer.from(JSON.stringify({ exp: ms / 1000 })).toString('base64url')}.signature`

describe('the token that the wire shows', () => {
  const open = () => {
    const asked: boolean[] = []
    const world = { now: 0, asked, fails: false }
    const token = keptToken(
      async (fresh) => {
        asked.push(fresh)
        if (world.fails) throw new Error('Entra is away')
        return tokenUntil(world.now + HOUR, `t${asked.length}`)
      },
      () => world.now,
    )
    return { world, token, asked }
  }

  it('is kept until shortly before it ends', async () => {
    const { world, token, asked } = open()
    for (const minute of [0, 10, 54]) {
      world.now = minute * 60_000
      await token.get()
    }
    assert.deepEqual(asked, [false])
    world.now = 55 * 60_000
    await token.get()
    assert.deepEqual(asked, [false, false])
  })

  it('is asked for once, however many want it at the same moment', async () => {
    const { token, asked } = open()
    const given = await Promise.all([token.get(), token.get(), token.get()])
    assert.deepEqual([new Set(given).size, asked.length], [1, 1])
  })

  it('is asked for afresh after it was refused, once, however many were refused with it', async () => {
    const { token, asked } = open()
    const old = await token.get()
    for (let times = 0; times < 3; times++) token.refused(old)
    const fresh = await token.get()
    token.refused(old)
    assert.equal(await token.get(), fresh)
    assert.deepEqual(asked, [false, true])
  })

  it('is asked for afresh again when that failed', async () => {
    const { world, token, asked } = open()
    token.refused(await token.get())
    world.fails = true
    await assert.rejects(token.get())
    world.fails = false
    await token.get()
    assert.deepEqual(asked, [false, true, true])
  })
})
