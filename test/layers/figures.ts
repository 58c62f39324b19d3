/**
 * How the house is built, in figures: `npm run house`, or `npm run house -- FOLDER` for another checkout. It judges nothing.
 * `from outside` are the files that would have to change if the feature went: they import from its folders.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { importsIn, sources } from './cruise.ts'

const PRODUCT = /^(bot|cards|services|tab|manifest)\//
const FEATURES = ['pulse', 'prompts', 'ask', 'knowledge', 'care', 'reflection', 'settings', 'running', 'privacy']
const LONG_FUNCTION = 60
const SMALL_FILE = 30

interface Source {
  path: string
  text: string
  lines: number
  imports: string[]
}

const root = process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url))
const files = sources(root).map((path): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, lines: text.trimEnd().split('\n').length, imports: importsIn(path, text) }
})
const product = files.filter(({ path }) => PRODUCT.test(path))
const importers = Map.groupBy(
  product.flatMap(({ path, imports }) => [...new Set(imports)].map((to) => ({ to, path }))),
  ({ to }) => to,
)

const functions = product.flatMap(longFunctions).sort((one, other) => other.lines - one.lines)
const lengths = product.map(({ lines }) => lines).sort((one, other) => one - other)
const longest = product.toSorted((one, other) => other.lines - one.lines).slice(0, 5)
const folders = [...Map.groupBy(files, ({ path }) => dirname(path))]
  .map(([folder]) => ({
    folder,
    count: readdirSync(join(root, folder), { withFileTypes: true }).filter((one) => one.isFile()).length,
  }))
  .sort((one, other) => other.count - one.count)
const inProduct = folders.filter(({ folder }) => PRODUCT.test(`${folder}/`))
const count = (pattern: RegExp) => product.reduce((sum, { text }) => sum + [...text.matchAll(pattern)].length, 0)

const say = (what: string, value: unknown) => process.stdout.write(`${what.padEnd(44)}${value}\n`)
say(
  'lines in bot, cards, services, tab, manifest',
  lengths.reduce((sum, one) => sum + one, 0),
)
say('files there', product.length)
say('median file (lines)', lengths[Math.floor(lengths.length / 2)])
say('longest files', longest.map(({ path, lines }) => `${path} ${lines}`).join(', '))
say('files over 250 lines', lengths.filter((lines) => lines > 250).length)
say(
  'biggest folders',
  inProduct
    .slice(0, 4)
    .map(({ folder, count }) => `${folder} ${count}`)
    .join(', '),
)
say(
  'biggest folders of test and bench',
  folders
    .filter(({ folder }) => /^(test|bench)/.test(folder))
    .slice(0, 4)
    .map(({ folder, count }) => `${folder} ${count}`)
    .join(', '),
)
say(`functions over ${LONG_FUNCTION} lines`, functions.length)
say(
  'the longest of them',
  functions
    .slice(0, 5)
    .map(({ name, lines }) => `${name} ${lines}`)
    .join(', '),
)
say(
  `files of at most ${SMALL_FILE} lines with one importer`,
  product.filter(({ path, lines }) => lines <= SMALL_FILE && importers.get(path)?.length === 1).length,
)
say('spreads that only save lines', count(/\.\.\.\{/g))
say('"whoever"', count(/\bwhoever\b/gi))
process.stdout.write('\nfeature       files   from outside\n')
for (const name of FEATURES) {
  const isOwn = (path: string) => new RegExp(`/${name}(/|\\.|-part)`).test(path)
  const own = product.filter(({ path }) => isOwn(path))
  const outside = product.filter(({ path, imports }) => !isOwn(path) && imports.some(isOwn))
  process.stdout.write(`${name.padEnd(14)}${String(own.length).padEnd(8)}${outside.length}\n`)
}

/** A function whose own body is that long; a function around others counts once for itself. */
function longFunctions({ path, text }: Source): { name: string; lines: number }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: { name: string; lines: number }[] = []
  const lineAt = (place: number) => file.getLineAndCharacterOfPosition(place).line
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineAt(node.end) - lineAt(node.getStart()) + 1
      if (lines > LONG_FUNCTION) found.push({ name: `${path} ${nameOf(node)}`, lines })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function nameOf(node: ts.Node): string {
  const named = [node, node.parent].find((one) => one && 'name' in one && one.name) as { name?: ts.Node } | undefined
  return named?.name?.getText() ?? ''
}
