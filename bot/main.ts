import { keyFile } from '../services/adapters/file/key-file.ts'
import { WrongKey } from '../services/core/store/stored-key.ts'
import { openedKeeper, StoreAway, StoreEmpty } from './composition/opened-keeper.ts'
import { ConfigError, config } from './config/config.ts'
import { playgroundStage } from './demo/playground.ts'
import { createService } from './service/service.ts'
import { NotInstalled } from './teams/bot-sdk.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

async function serve(): Promise<void> {
  // The reader of the log may go away: the service goes on, without one.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const settings = config(process.env)
  // A wrong path, or a disk that was not mounted, must not look like a municipality where nobody ever said anything.
  const begins = settings.mode === 'playground' || process.argv.includes('--new')
  const keeper = await openedKeeper(
    settings.store,
    begins,
    undefined,
    (where) => process.stderr.write(`A new house was begun in ${where}.\n`),
    settings.keyFile === undefined ? undefined : keyFile(settings.keyFile),
  )
  const service = await createService(settings, keeper, settings.mode === 'playground' ? playgroundStage() : undefined)
  const listening = service.listen()
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void listening
      .then(() => service.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  // Before anybody can read that it started. npm passes a Ctrl-C on that the terminal sent here too: the second must not cut
  // the stopping off.
  for (const signal of SIGNALS) process.on(signal, stop)
  await listening
  if (!isStopping) service.begin()
}

serve().catch((error: unknown) => {
  const remedy = error instanceof ConfigError ? '\nSee .env.example for every setting.' : ''
  const before =
    error instanceof StoreAway ||
    error instanceof StoreEmpty ||
    error instanceof WrongKey ||
    error instanceof NotInstalled
      ? 'Leermoment cannot start: '
      : ''
  process.stderr.write(`${before}${error instanceof Error ? error.message : String(error)}${remedy}\n`)
  process.exit(1)
})
