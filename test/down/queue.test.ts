import assert from 'node:assert/strict'
import { TENANT } from '../edge/channel.ts'
import { read } from '../house.ts'
import { type Azurite, openAzurite } from '../lanes/azurite.ts'
import { openTown, type Town } from './town.ts'

const READY = '{"ready":true,"store":true,"queue":true}'
const NOT_READY =
  '{"ready":false,"store":true,"queue":false,"down":[{"part":"queue","kind":"azure","code":"unreachable"}]}'
const BOTH =
  '{"ready":false,"store":false,"queue":false,"down":[{"part":"store","kind":"memory","code":"timed-out"},' +
  '{"part":"queue","kind":"azure","code":"unreachable"}]}'

describe('down: the service on a queue', () => {
  let azurite: Azurite
  let town: Town
  beforeEach(async () => {
    azurite = await openAzurite()
    town = await openTown({
      LEERMOMENT_QUEUE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    })
  })
  afterEach(async () => {
    await azurite.close()
    await town.close()
  })

  it('sends the question of each week as time is moved on', async () => {
    // It is Friday: the first move also brings the question of this week, whose moment has passed.
    await town.service.app.rosterChanged(TENANT)
    const questions = () => town.posted().filter((card) => /Vraag van de week/.test(read(card))).length
    assert.equal(questions(), 0)
    await town.says('demo week')
    await town.says('deze week niet')
    const first = questions()
    const seen: number[] = []
    for (let weeks = 0; weeks < 2; weeks++) {
      await town.says('demo week')
      seen.push(questions() - first)
      // Who reacts to a question is asked again every week.
      await town.says('deze week niet')
    }
    assert.equal(first, 2)
    assert.deepEqual(seen, [1, 2])
  })

  it('answers people while the queue is away, and says in /readyz what is down', async () => {
    assert.deepEqual(await town.get('/readyz'), { status: 200, text: READY })
    await azurite.close()
    assert.match(read(await town.says('vraag')), /Vraag van de week/)
    for (let answer = READY; answer === READY; ) answer = (await town.get('/readyz')).text
    assert.deepEqual(await town.get('/readyz'), { status: 503, text: NOT_READY })
    town.goAway()
    for (let answer = NOT_READY; answer === NOT_READY; ) answer = (await town.get('/readyz')).text
    assert.deepEqual(await town.get('/readyz'), { status: 503, text: BOTH })
    assert.deepEqual((await town.get('/healthz')).status, 200)
  })
})
