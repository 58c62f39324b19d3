import assert from 'node:assert/strict'
import { mainJob } from './main-job.ts'
import { twoOnCosmos } from './two-on-cosmos.ts'

describe('the main job, in a browser, by two processes on a Cosmos-compatible server with faults', function () {
  this.timeout(180_000)
  let world: Awaited<ReturnType<typeof twoOnCosmos>>

  const { answer, chat } = mainJob(async () => {
    world = await twoOnCosmos()
    return world
  })

  it('goes on when one of the two is killed', async () => {
    await world.killOne()
    await chat().say('demo als Sanne')
    await chat().card('Je bent nu Sanne Bakker')
    await chat().say('mijn momenten')
    const journal = await chat().card('Mijn momenten')
    assert.ok((await journal.innerText()).includes(answer))
  })

  it('has met one fault in ten', () => {
    const { requests, faults } = world.line.counted
    assert.ok(requests > 1000, `${requests} requests`)
    assert.ok(faults / requests > 0.08 && faults / requests < 0.12, `${faults} of ${requests}`)
  })
})
