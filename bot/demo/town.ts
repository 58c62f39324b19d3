import { systemClock } from '../../services/adapters/system/clock.ts'
import type { Clock, Log, Store } from '../../services/core/ports.ts'
import type { Config } from '../config/config.ts'
import { createService, type Service } from '../service/service.ts'
import { tenantOfPlayground } from './chat-window.ts'
import { playgroundStage } from './playground.ts'
import { seed } from './seed.ts'

export interface DemoTown {
  config: Config
  keeper: Store
  log: Log
  real?: Clock
  /** Called when nothing is kept yet, before the example municipality is made. */
  making?: () => void
}

/** The example municipality and the service of the demo. Nothing listens and nothing is sent yet. */
export async function openDemoTown({ config, keeper, log, real = systemClock, making }: DemoTown): Promise<Service> {
  const tenant = await tenantOfPlayground()
  const service = await createService(config, keeper, playgroundStage({ spares: true, real }), log)
  const { items } = await service.app.roster.find({ tenant }, { index: 'name', limit: 1 })
  if (items.length === 0) {
    making?.()
    await seed(keeper, service.app.clock.now(), tenant, new URL('../../demo/', import.meta.url))
  }
  await service.app.rosterChanged(tenant)
  await service.app.pulse.course.confirm(tenant)
  return service
}
