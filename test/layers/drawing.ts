/**
 * What docs/architecture.md draws from the code: rooms with who knows whom, features with their files, collections with owner
 * and life. `npm run architecture` writes it; a test fails when it is stale.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collections } from '../../bot/cli/store/collections.ts'
import type { CollectionSpec, Doc } from '../../services/core/ports.ts'
import { days } from '../../services/core/time.ts'
import { importsIn, ROOT, sources } from './cruise.ts'

export const ARCHITECTURE = join(ROOT, 'docs/architecture.md')

/** Rooms of bot that are no feature. What puts the parts together may know all, and is not drawn. */
const BOT_ROOMS = ['teams', 'http', 'dispatch']
const COMPOSING = ['cli', 'composition', 'service', 'config', 'demo']
const SERVICE_ROOMS = ['core', 'search', 'delivery', 'adapters']
const NAMES: Record<string, string> = { 'bot/feature': 'bot/FEATURE', 'services/feature': 'services/FEATURE' }

/** The document with what is drawn put in its places: between `<!-- NAME -->` and `<!-- end of NAME -->`. */
export async function drawn(document: string): Promise<string> {
  const parts = { rooms: rooms(), features: features(), collections: await collectionsTable() }
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [opens, closes] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
    const [before, rest] = text.split(opens)
    const after = rest?.split(closes)[1]
    if (after === undefined) throw new Error(`docs/architecture.md has no place for ${name}`)
    return `${before}${opens}\n${part}\n${closes}${after}`
  }, document)
}

function roomOf(path: string): string | undefined {
  const [top = '', folder = '', file = ''] = path.split('/')
  if (!['bot', 'cards', 'services', 'tab', 'manifest'].includes(top)) return undefined
  if (top === 'services') return SERVICE_ROOMS.includes(folder) ? `services/${folder}` : 'services/feature'
  if (top !== 'bot') return top
  if (path === 'bot/turn.ts') return path
  if (!file || COMPOSING.includes(folder) || /part\.ts$/.test(file)) return undefined
  return BOT_ROOMS.includes(folder) ? `bot/${folder}` : 'bot/feature'
}

function rooms(): string {
  const arrows = new Set<string>()
  const seen = new Set<string>()
  const id = (room: string) => room.replace(/[/.]/g, '_')
  for (const path of sources(ROOT)) {
    const from = roomOf(path)
    if (!from) continue
    seen.add(from)
    for (const target of importsIn(path, readFileSync(join(ROOT, path), 'utf8'))) {
      const to = roomOf(target)
      if (to && to !== from && to !== 'services/core') arrows.add(`  ${id(from)} --> ${id(to)}`)
    }
  }
  const nodes = [...seen].sort().map((room) => `  ${id(room)}["${NAMES[room] ?? room}"]`)
  return [
    'Every room may know `services/core`, and what puts the parts together may know all: those arrows are left out.',
    '',
    '```mermaid',
    'flowchart LR',
    ...nodes,
    ...[...arrows].sort(),
    '```',
  ].join('\n')
}

function features(): string {
  const all = sources(ROOT)
  const folders = (top: string, but: string[]) =>
    all
      .map((path) => path.split('/'))
      .filter(([first, name = '', file]) => first === top && file && !but.includes(name))
      .map(([, name = '']) => name)
  const names = new Set([
    ...folders('bot', [...BOT_ROOMS, ...COMPOSING]),
    ...folders('services', SERVICE_ROOMS),
    ...folders('cards', ['kit']),
  ])
  const cell = (top: string, name: string) => {
    const own = all
      .filter((path) => path.startsWith(`${top}/${name}/`))
      .map((path) => path.slice(top.length + name.length + 2))
    const roots = own.filter((path) => !path.includes('/')).map((path) => path.replace(/\.tsx?$/, ''))
    const inside = [...new Set(own.filter((path) => path.includes('/')).map((path) => `${path.split('/')[0]}/`))]
    return [...inside, ...roots].join(', ') || '–'
  }
  const rows = [...names]
    .sort()
    .map((name) => `| **${name}** | ${cell('services', name)} | ${cell('cards', name)} | ${cell('bot', name)} |`)
  return ['| feature | services | cards | bot |', '|---|---|---|---|', ...rows].join('\n')
}

async function collectionsTable(): Promise<string> {
  const texts = sources(ROOT)
    .filter((path) => /^(services|bot)\//.test(path) && !path.startsWith('services/adapters/'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  const ownerOf = (name: string) =>
    texts.find(({ text }) => new RegExp(`name: '${name}',\\s+owner:`).test(text))?.path ?? '–'
  const rows = (await collections())
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map(
      (spec) =>
        `| \`${spec.name}\` | ${spec.owner === 'person' ? 'tenant + person' : 'tenant'} | ${ownerOf(spec.name)} | ${lifeOf(spec)} |`,
    )
  return ['| collection | partition | declared in | lives |', '|---|---|---|---|', ...rows].join('\n')
}

function lifeOf({ lives }: CollectionSpec<Doc>): string {
  if ('untilRemoved' in lives) return `until it is removed: ${lives.untilRemoved}`
  if ('ofItself' in lives) return 'each document carries its end'
  return typeof lives.for === 'number' ? `${Math.round(lives.for / days(1))} days` : 'as long as the document says'
}
