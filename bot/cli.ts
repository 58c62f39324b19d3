import { enableCompileCache } from 'node:module'
import { command } from './cli/command.ts'
import { type AppVerb, type Args, Remedy, type Result } from './cli/verb.ts'
import { ConfigError, config } from './config/config.ts'

async function main(): Promise<void> {
  const asked = command(process.argv.slice(2))
  if (asked.kind === 'help') {
    process.stdout.write(`${asked.lines.join('\n')}\n`)
    return
  }
  const { verb, args } = asked
  const result = 'runAlone' in verb ? await verb.runAlone(args) : await onHouse(verb, args)
  process.stdout.write(asked.json ? `${JSON.stringify(result.json)}\n` : `${result.lines.join('\n')}\n`)
  if (!result.remedy) return
  process.stderr.write(`${result.remedy}\n`)
  process.exitCode = 1
}

/** A house is most of what there is to load: what needs none is answered at once. */
async function onHouse(verb: AppVerb, args: Args): Promise<Result> {
  const settings = config(process.env)
  enableCompileCache()
  const { runOnHouse } = await import('./cli/on-house.ts')
  return runOnHouse(verb, args, settings)
}

main().catch((error: unknown) => {
  const known = error instanceof Remedy || error instanceof ConfigError
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : `${error.name}: ${error.message}`) : String(error)}\n`,
  )
  process.exit(1)
})
