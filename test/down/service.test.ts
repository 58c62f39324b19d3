import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { Card } from '../../cards/kit/card.ts'
import { moments } from '../../services/reflection/moment.ts'
import { SANNE, TENANT } from '../edge/channel.ts'
import { filledIn, read } from '../house.ts'
import { openTown, type Town } from './town.ts'

const TEXT = 'Ik leerde dat eerst bellen beter werkt dan een brief sturen.'
const AGAIN = 'Probeer opnieuw'
const READY = '{"ready":true,"store":true}'
const NOT_READY = '{"ready":false,"store":false,"down":[{"part":"store","kind":"memory","code":"timed-out"}]}'

describe('down: the service, over HTTP', () => {
  let town: Town
  let unhandled: unknown[]
  const note = (error: unknown) => void unhandled.push(error)
  beforeEach(async () => {
    unhandled = []
    process.on('unhandledRejection', note)
    town = await openTown()
  })
  afterEach(async () => {
    await town.close()
    process.off('unhandledRejection', note)
    assert.deepEqual(unhandled, [])
  })

  const journal = async () => {
    const { items } = await moments(town.store).find({ tenant: TENANT, person: SANNE }, { index: 'written', limit: 9 })
    return items.map(({ text, revision }) => [text, revision])
  }
  const isGivenBack = (card: Card) => {
    assert.match(read(card), /Nog niet bewaard/)
    assert.equal(filledIn(card).text, TEXT)
  }

  it('a press while the store is away: the text comes back, and is saved exactly once', async () => {
    const question = await town.says('vraag')
    town.goAway()
    const failed = await town.presses(question, 'Bewaar', { text: TEXT })
    isGivenBack(failed)
    isGivenBack(await town.presses(failed, AGAIN))
    town.comeBack()
    assert.deepEqual(await journal(), [])
    assert.match(read(await town.presses(failed, AGAIN)), /Bewaard/)
    assert.match(read(await town.presses(failed, AGAIN)), /Bewaard/)
    assert.deepEqual(await journal(), [[TEXT, 1]])
  })

  it('a typed text while the store is away: the text comes back, and is saved exactly once', async () => {
    await town.says('vraag')
    town.goAway()
    const failed = await town.says(TEXT)
    isGivenBack(failed)
    isGivenBack(await town.presses(failed, AGAIN))
    town.comeBack()
    assert.deepEqual(await journal(), [])
    for (let times = 0; times < 2; times++) assert.match(read(await town.presses(failed, AGAIN)), /Bewaard/)
    assert.deepEqual(await journal(), [[TEXT, 1]])
  })

  it('a store that goes away in the middle of a turn, wherever that is', async () => {
    for (let operations = 1; ; operations++) {
      const question = await town.says('vraag')
      const text = `Poging ${operations}`
      const before = (await journal())[0]?.[1] ?? 0
      town.goAwayAfter(operations)
      const card = await town.presses(question, 'Bewaar', { text })
      town.comeBack()
      if (/Nog niet bewaard/.test(read(card))) assert.match(read(await town.presses(card, AGAIN)), /Bewaard/)
      assert.deepEqual(await journal(), [[text, Number(before) + 1]])
      if (/Bewaard\./.test(read(card))) break
    }
  })

  it('says in /readyz what is down, and is ready again by itself; it is alive all the while', async () => {
    const time = sinon.useFakeTimers({ toFake: ['performance'] })
    const probe = async () => [(await town.get('/healthz')).status, await town.get('/readyz')]
    assert.deepEqual(await probe(), [200, { status: 200, text: READY }])
    town.goAway()
    time.tick(1_000)
    for (let times = 0; times < 2; times++) assert.deepEqual(await probe(), [200, { status: 503, text: NOT_READY }])
    town.comeBack()
    assert.deepEqual(await probe(), [200, { status: 200, text: READY }])
    time.restore()
  })

  it('logs no word of what was written', async () => {
    town.goAway()
    await town.says(TEXT)
    assert.ok(town.lines.some(({ event }) => event === 'turn-failed'))
    assert.doesNotMatch(JSON.stringify(town.lines), /eerst bellen/)
  })
})
