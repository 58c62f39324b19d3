import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { newPath } from '../../store/folder.ts'
import type { Azurite } from '../azurite.ts'
import { placeOn } from '../on-azurite.ts'
import { LEASE, lane, nothing, SECOND, takenOne } from '../world.ts'

const HOLDER = fileURLToPath(new URL('holder.ts', import.meta.url))

/** A process that ends from one moment to the next, with a lane in its hands. */
export function killed(azurite: () => Azurite): void {
  it('another takes the lane over within one lease, and it is no failure', async () => {
    const { path, remove } = newPath()
    const place = placeOn(azurite(), sqliteStore({ path, clock: systemClock, random: systemRandom }))
    const one = await place.open()
    await one.wake(lane(), place.now())
    const { connectionString, name } = place.address
    const holder = spawn(process.execPath, [HOLDER, path, connectionString, name, `${LEASE}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await once(holder.stdout, 'data')
      // It renews its lease: it is alive.
      await place.pass(LEASE + SECOND)
      await nothing(one)
      holder.kill('SIGKILL')
      assert.deepEqual(await once(holder, 'exit'), [null, 'SIGKILL'])
      await place.pass(LEASE)
      assert.equal((await takenOne(one)).failures, 0)
    } finally {
      holder.kill('SIGKILL')
      await place.clean()
      remove()
    }
  })
}
