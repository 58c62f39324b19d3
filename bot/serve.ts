import { ConfigError, config } from './config.ts'
import { openStore } from './offline.ts'
import { playgroundStage } from './playground.ts'
import { createService } from './service.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

async function serve(): Promise<void> {
  const settings = config(process.env)
  const store = openStore(settings)
  const stage = settings.mode === 'playground' ? await playgroundStage(store) : undefined
  const service = await createService(settings, store, stage)
  await service.listen()
  service.begin()
  for (const signal of SIGNALS) process.once(signal, () => void service.stop().then(() => process.exit(0)))
}

serve().catch((error: unknown) => {
  const remedy = error instanceof ConfigError ? '\nSee .env.example for every setting.' : ''
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${remedy}\n`)
  process.exit(1)
})
