import assert from 'node:assert/strict'
import { config } from '../../bot/config/config.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { createService } from '../../bot/service/service.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { diary } from '../edge/world.ts'

/** Whether the service keeps to a limit: then it looks in its store for pauses that another process was told. */
async function isPaced(env: Record<string, string>): Promise<boolean> {
  const keeper = memoryStore({ clock: systemClock, random: systemRandom })
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT: '0', ...env })
  const service = await createService(settings, keeper, playgroundStage(), diary().log)
  await service.stop()
  return service.store.specs().some(({ name }) => name === 'pace')
}

describe('demo: how fast messages go', () => {
  it('has no limit of its own', async () => {
    assert.equal(await isPaced({}), false)
  })

  it('keeps LEERMOMENT_TENANT_RPS when it is set', async () => {
    assert.equal(await isPaced({ LEERMOMENT_TENANT_RPS: '5' }), true)
  })
})
