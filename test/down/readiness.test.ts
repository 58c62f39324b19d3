import assert from 'node:assert/strict'
import sinon from 'sinon'
import { readinessOf } from '../../bot/service/readiness.ts'
import { Unavailable } from '../../services/core/ports.ts'

/** A store that is looked at: each look ends as it is told. */
function looked() {
  let time = 0
  const ends: { yes(): void; no(error: unknown): void }[] = []
  const store = { kind: 'cosmos', ready: () => new Promise<void>((yes, no) => void ends.push({ yes, no })) }
  const ready = readinessOf('store', store, () => time)
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { ready, pass, ends, last: () => ends.at(-1) ?? assert.fail('nobody looked') }
}

const down = (code: string) => ({ part: 'store', down: { kind: 'cosmos', code } })

describe('down: readiness', () => {
  it('says what it is and why not, and anew each time', async () => {
    const { ready, last } = looked()
    for (const [error, code] of [
      [new Unavailable('denied', 'keys: get'), 'denied'],
      [new Error('ENOTFOUND secret.example'), 'failed'],
    ] as const) {
      const answer = ready()
      last().no(error)
      assert.deepEqual(await answer, down(code))
    }
    const answer = ready()
    last().yes()
    assert.deepEqual(await answer, { part: 'store' })
  })

  it('looks once for all who ask at once', async () => {
    const { ready, ends, last } = looked()
    const answers = Array.from({ length: 50 }, ready)
    last().yes()
    assert.deepEqual(new Set((await Promise.all(answers)).map(({ part }) => part)), new Set(['store']))
    assert.equal(ends.length, 1)
  })

  it('keeps a good answer for a second, and a bad one not at all', async () => {
    const { ready, pass, ends, last } = looked()
    const first = ready()
    last().yes()
    await first
    pass(999)
    assert.deepEqual(await ready(), { part: 'store' })
    assert.equal(ends.length, 1)
    pass(1)
    for (const looks of [2, 3]) {
      const answer = ready()
      assert.equal(ends.length, looks)
      last().no(new Unavailable('denied', 'keys: get'))
      assert.deepEqual(await answer, down('denied'))
    }
  })

  it('gives up a look that hangs, and its late end disturbs nobody', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { ready, ends, last } = looked()
    const hung = ready()
    await timers.tickAsync(2_000 - 1)
    assert.equal(await Promise.race([hung, 'still looking']), 'still looking')
    await timers.tickAsync(1)
    assert.deepEqual(await hung, down('timed-out'))
    const again = ready()
    ends[0]?.no(new Error('late'))
    last().yes()
    assert.deepEqual(await again, { part: 'store' })
    assert.equal(timers.countTimers(), 0)
    timers.restore()
  })

  it('a store that throws at once is down, and not for ever', async () => {
    let away = true
    const ready = readinessOf('store', {
      kind: 'sqlite',
      ready() {
        if (away) throw new Error('closed')
        return Promise.resolve()
      },
    })
    assert.equal((await ready()).down?.code, 'failed')
    away = false
    assert.equal((await ready()).down, undefined)
  })
})
