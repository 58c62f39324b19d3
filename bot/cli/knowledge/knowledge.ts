import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Choices, Progress } from '../../../services/knowledge/importing/importing.ts'
import type { App } from '../../app.ts'
import { progressOn } from '../store/progress.ts'
import { type Args, Remedy, type Result, told, type Verbs } from '../verb.ts'
import { exportHead, exportLine, foundLines, jsonOf, summary } from './knowledge-view.ts'

const MOST_BYTES = 20 * 1024 * 1024
const HELD = 'the file holds them, which the operator has'

export const knowledge: Verbs = {
  'knowledge import': {
    usage:
      'knowledge import --tenant ID FILE [--keeper WHO] [--source NAME] [--allow LINES] [--replace] [--gone N] [--dry-run]',
    does: 'Puts the questions or headings of this file (.csv, .md, .docx) in the knowledge bank; --dry-run only says which',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const file = await fileNamed(args)
      const choices = choicesIn(args)
      return args.dryRun ? looked(app, tenant, file, choices) : imported(app, tenant, file, choices)
    },
  },

  'knowledge undo': {
    usage: 'knowledge undo --tenant ID',
    does: 'Takes the last import of the knowledge bank back, for 30 days',
    async run(app, args) {
      const shown = under('taking back')
      const undone = await app.knowledgeImports.undo(args.needed('tenant').toLowerCase(), shown.show)
      shown.end()
      if (undone.kind === 'nothing') throw new Remedy('There is no import of the last 30 days to take back.')
      const { at, source, taken, restored } = undone
      return {
        lines: [`The import of ${at} (${source}) is taken back: ${taken} taken away, ${restored} put back as before`],
        json: told({ at, source, taken, restored }, HELD),
      }
    },
  },

  'knowledge export': {
    usage: 'knowledge export --tenant ID --out FILE',
    does: 'Writes the documents of the knowledge bank to a table that can be imported again; not what colleagues shared',
    async run(app, args) {
      const out = args.needed('out')
      const file = await open(out, 'wx').catch(() => {
        throw new Remedy(`${out} cannot be written: it is there already, or its folder is not.`)
      })
      let count = 0
      try {
        await file.write(exportHead)
        for await (const one of app.knowledgeImports.documents(args.needed('tenant').toLowerCase())) {
          await file.write(exportLine(one))
          count++
        }
      } finally {
        await file.close()
      }
      return { lines: [`${count} documents are in ${out}`], json: told({ out, documents: count }, HELD) }
    },
  },

  'knowledge gaps': {
    usage: 'knowledge gaps --tenant ID',
    does: 'Names the topics that four colleagues asked about and nobody knew',
    async run(app, args) {
      const topics = await app.gaps.topics(args.needed('tenant').toLowerCase(), 'nl')
      const none = 'There is no topic yet that four colleagues asked about and nobody knew.'
      return { lines: topics.length > 0 ? topics : [none], json: { topics } }
    },
  },
}

interface Given {
  name: string
  bytes: Buffer
  source: string | undefined
}

async function fileNamed({ words: [path, ...more], source }: Args): Promise<Given> {
  if (more.length > 0) throw new Remedy('More than one file is named. Name one; quote a path with a space.')
  if (!path) throw new Remedy('Name the file: leermoment knowledge import --tenant ID FILE')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Remedy(`${path} cannot be read. Check the path.`)
  if (found.size > MOST_BYTES) throw new Remedy(`${path} is larger than 20 MB. Cut it into parts.`)
  return { name: basename(path), bytes: await readFile(path), source }
}

function choicesIn({ keeper, allow, replace, gone }: Args): Choices {
  if (gone !== undefined && !/^\d+$/.test(gone))
    throw new Remedy('--gone wants the number that was printed, such as --gone 12.')
  const allowed = (allow ?? '').split(/[\s,]+/).filter(Boolean)
  if (allowed.some((line) => !/^\d+$/.test(line))) throw new Remedy('--allow wants lines, such as --allow 12,40.')
  return { keeper, replace, allowed: allowed.map(Number), gone: gone === undefined ? undefined : Number(gone) }
}

/** How far it is, on the other stream. */
function under(doing: string): { show: Progress; end(): void } {
  const { show, end } = progressOn(process.stderr)
  const step = (done: number, total?: number) =>
    show({ doing, collection: 'knowledge', done, ended: false, ...(total !== undefined && { total }) })
  return { show: step, end }
}

async function looked(app: App, tenant: string, file: Given, choices: Choices): Promise<Result> {
  const shown = under('reading')
  const outcome = await app.knowledgeImports.look(tenant, file, choices, shown.show)
  shown.end()
  if (outcome.kind === 'refused') throw new Remedy(withNothing(outcome.reason))
  const { look } = outcome
  return {
    lines: [`Nothing is written. An import would make it ${summary(look)}`, ...foundLines(look)],
    json: told({ dryRun: true, ...jsonOf(look) }, HELD),
  }
}

async function imported(app: App, tenant: string, file: Given, choices: Choices): Promise<Result> {
  const shown = under('importing')
  const outcome = await app.knowledgeImports.import(tenant, file, choices, shown.show)
  shown.end()
  if (outcome.kind === 'refused') throw new Remedy(withNothing(outcome.reason))
  const { look } = outcome
  if (outcome.kind === 'doubted') {
    const doubt =
      outcome.because === 'gone'
        ? `${look.gone.length} of ${look.of} would go. Is it meant so? Say --gone ${look.gone.length}.`
        : 'With --replace every line has to be right: one that is refused would go.'
    throw new Remedy(withNothing([doubt, ...foundLines(look)].join('\n')))
  }
  return { lines: [summary(look), ...foundLines(look)], json: told(jsonOf(look), HELD) }
}

const withNothing = (reason: string) => `${reason}${reason.includes('\n') ? '\n' : ' '}Nothing was imported.`
