import assert from 'node:assert/strict'
import { QueueClient } from '@azure/storage-queue'
import { type Azurite, openAzurite } from '../lanes/azurite.ts'
import { run, workplace } from './run.ts'

describe('the command line, on a queue', () => {
  let azurite: Azurite
  let place: Awaited<ReturnType<typeof workplace>>
  const operator = (...words: string[]) =>
    run('bot/cli.ts', words, {
      ...place.env,
      LEERMOMENT_QUEUE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    })
  beforeEach(async () => {
    azurite = await openAzurite()
    place = await workplace()
  })
  afterEach(async () => {
    await azurite.close()
    await place.clean()
  })

  it('wakes the service by it when the roster changed', async () => {
    const { code, err } = await operator('roster', 'import', 'demo/roster.csv', '--tenant', 'tenant-a')
    assert.equal(code, 0)
    assert.match(err, /^A new house was begun in .+\n$/)
    const raw = new QueueClient(azurite.connectionString, 'leermoment')
    const { peekedMessageItems } = await raw.peekMessages({ numberOfMessages: 32 })
    assert.deepEqual(peekedMessageItems.map(({ messageText }) => JSON.parse(messageText).job).sort(), [
      'last-day',
      'pulse',
      'rounds',
      'welcome',
    ])
  })

  it('says whether it answers, and what to do when it does not', async () => {
    await operator('roster', 'import', 'demo/roster.csv', '--tenant', 'tenant-a')
    const before =
      'settings: complete, and each has the right form\nedge: none, for the Playground checks nobody\nstore: answers\n'
    assert.deepEqual(await operator('doctor'), { code: 0, out: `${before}queue: answers\n`, err: '' })
    await azurite.close()
    const { code, out, err } = await operator('doctor')
    assert.deepEqual([code, out], [1, `${before}queue: does not answer (unreachable)\n`])
    assert.match(err, /^Check AZURE_STORAGE_QUEUE_URL, .+\n$/)
  })
})
