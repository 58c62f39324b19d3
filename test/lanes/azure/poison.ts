import assert from 'node:assert/strict'
import type { Azurite } from '../azurite.ts'
import { placeOn } from '../on-azurite.ts'
import { lane, nothing, takenOne } from '../world.ts'

const GARBAGE = [
  'not json',
  'null',
  '[]',
  '"text"',
  '<QueueMessage/>',
  'bm90IGpzb24=',
  '🙂',
  '{"tenant":"tenant-a"}',
  '{"tenant":1,"job":"outbox"}',
  '{"tenant":"tenant-a","job":"a/b"}',
  '{"tenant":"a b","job":"outbox"}',
  JSON.stringify({ tenant: 'x'.repeat(1_000), job: 'outbox' }),
]

/** What nobody of ours has put in the queue. */
export function poison(azurite: () => Azurite): void {
  it('is deleted with a line in the log that repeats none of it, and the others go on', async () => {
    const place = placeOn(azurite())
    const one = await place.open()
    await one.ready()
    for (const text of GARBAGE) await place.raw.sendMessage(text)
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one))
    await nothing(one)
    assert.equal((await place.raw.getProperties()).approximateMessagesCount, 0)
    assert.equal(place.errors.length, GARBAGE.length)
    for (const line of place.errors) assert.match(line, /^queue-message-refused \{"message":"[\da-f-]{36}"\}$/)
    await place.clean()
  })

  it('a lane that no entry tells of is run, and once', async () => {
    const place = placeOn(azurite())
    const one = await place.open()
    await one.ready()
    await place.raw.sendMessage(JSON.stringify(lane()))
    await one.release(await takenOne(one))
    await nothing(one)
    await place.clean()
  })
}
