import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRosterFile, UnreadableRoster } from '../services/adapters/file/roster-file.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { demoClock } from '../services/demo/demo-clock.ts'
import { library, published } from '../services/prompts/library.ts'
import { checkRoster, importRoster } from '../services/roster/roster.ts'
import type { App } from './app.ts'
import { ConfigError, config } from './config.ts'
import { offlineApp, openStore } from './offline.ts'

/** What an operator sees: lines to read, and the same as JSON for machines. */
interface Result {
  lines: string[]
  json: unknown
}

/** Something the operator can mend: one line, what is wrong and the remedy. */
class Remedy extends Error {
  override readonly name = 'Remedy'
}

interface Verb {
  usage: string
  run(app: App, args: Args): Promise<Result>
}

interface Args {
  words: string[]
  tenant?: string
  prompt?: string
  person?: string
  now: boolean
}

const SHOWN_PROBLEMS = 20

const verbs: Record<string, Verb> = {
  doctor: {
    usage: 'doctor',
    async run() {
      // Whoever comes here has read the settings and opened the store.
      return { lines: ['settings: good', 'store: answers'], json: { settings: 'good', store: 'answers' } }
    },
  },

  'roster import': {
    usage: 'roster import --tenant ID FILE.csv',
    async run(app, args) {
      const tenant = needed(args, 'tenant')
      const [file] = args.words
      if (!file) throw new Remedy('Name the roster file: leermoment roster import --tenant ID FILE.csv')
      const checked = checkRoster(await readRosterFile(file))
      if (checked.kind === 'bad') {
        const { problems } = checked
        const lines = problems
          .slice(0, SHOWN_PROBLEMS)
          .map(({ line, column, problem }) => `line ${line}, ${column}: ${problem}`)
        const more = problems.length > SHOWN_PROBLEMS ? [`and ${problems.length - SHOWN_PROBLEMS} more`] : []
        throw new Remedy([...lines, ...more, 'Nothing was imported. Mend these cells and import again.'].join('\n'))
      }
      const imported = await importRoster(app.roster, tenant, checked.rows, app.clock)
      await app.rosterChanged(tenant)
      const { added, changed, left } = imported
      return {
        lines: [`${checked.rows.length} people: ${added} new, ${changed} changed, ${left} left`],
        json: imported,
      }
    },
  },

  'round start': {
    usage: 'round start --tenant ID --prompt ID [--now]',
    async run(app, args) {
      const tenant = needed(args, 'tenant')
      const wanted = needed(args, 'prompt')
      const prompt = library.find(({ id }) => id === wanted)
      if (!prompt)
        throw new Remedy(`There is no question "${wanted}". Known are: ${library.map(({ id }) => id).join(', ')}`)
      const round = app.rounds.week()
      const { planned, already } = await app.rounds.start(
        tenant,
        { id: prompt.id, version: published(prompt).version },
        args.now,
      )
      return {
        lines: [`round ${round}: ${planned} planned, ${already} had this week's question or cannot get one`],
        json: { round, planned, already },
      }
    },
  },

  'person forget': {
    usage: 'person forget --tenant ID --person OID',
    async run(app, args) {
      const [tenant, person] = [needed(args, 'tenant'), needed(args, 'person')]
      await app.forget(tenant, person)
      return { lines: ['Everything this person kept is erased. The roster is as it was.'], json: { forgotten: true } }
    },
  },
}

function needed(args: Args, name: 'tenant' | 'prompt' | 'person'): string {
  const value = args[name]
  if (!value)
    throw new Remedy(
      `--${name} is missing. Usage: ${Object.values(verbs)
        .map(({ usage }) => usage)
        .join(' · ')}`,
    )
  return value.toLowerCase()
}

async function main(): Promise<void> {
  const { values, positionals } = parsed()
  const [first = '', second = '', ...rest] = positionals
  const [verb, words] = verbs[first] ? [verbs[first], positionals.slice(1)] : [verbs[`${first} ${second}`], rest]
  if (!verb)
    throw new Remedy(
      `Usage: leermoment ${Object.values(verbs)
        .map(({ usage }) => usage)
        .join('\n       leermoment ')}`,
    )
  const settings = config(process.env)
  if (verb !== verbs['roster import'] && !existsSync(settings.store.path)) {
    throw new Remedy(`There is no store at ${settings.store.path}. Check LEERMOMENT_STORE, or import a roster first.`)
  }
  const store = openStore(settings)
  await store.ready()
  const clock = settings.mode === 'playground' ? await demoClock(store, systemClock) : systemClock
  const { now = false, json = false, ...named } = values
  const result = await verb.run(await offlineApp(store, clock), { ...named, now, words })
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : `${result.lines.join('\n')}\n`)
  await store.close()
}

function parsed() {
  const option = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const options = { tenant: option, prompt: option, person: option, now: flag, json: flag }
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Remedy(error instanceof Error ? error.message : String(error))
  }
}

main().catch((error: unknown) => {
  const known = error instanceof Remedy || error instanceof ConfigError || error instanceof UnreadableRoster
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : `${error.name}: ${error.message}`) : String(error)}\n`,
  )
  process.exit(1)
})
