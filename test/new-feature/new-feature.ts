/**
 * Makes a feature that works: `npm run new-feature -- NAME [FOLDER]`. It keeps one text of each person, in its own folder of
 * every room, and changes the SHARED files. What it does from there on is for who asked for it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesOf, type Names, namesOf } from './files.ts'

/** What is written there, and the line before which it is. */
interface Line {
  before: string
  line: string
}

/** The files that every feature shares, which a person changes; two more are drawn from the code. */
export const SHARED = {
  'bot/app.ts': ({ file, value }: Names): Line[] => [
    {
      before: "import type { App, AppPorts } from './app-ports.ts'",
      line:
        `import { ${value}Service } from '../services/${file}/${file}.ts'\n` +
        `import { ${value}Feature } from './${file}/feature.ts'`,
    },
    { before: '    privacy.feature,', line: `    ${value}Feature(${value}Service({ store, clock })),` },
  ],
  'cards/kit/commands.ts': ({ file, value }: Names): Line[] => [
    {
      before: "import { joined } from './command.ts'",
      line: `import { ${value}Commands } from '../${file}/commands.ts'`,
    },
    { before: '  askCommands,', line: `  ${value}Commands,` },
  ],
  'docs/privacy.md': ({ type }: Names): Line[] => [
    { before: '| **Settings** ', line: `| **${type}**: your text, and when you wrote it | you | 12 months |` },
  ],
  'test/privacy/every-collection.test.ts': ({ value, type }: Names): Line[] => [
    { before: "  settings: { told: 'Settings'", line: `  ${value}: { told: '${type}**' },` },
  ],
} satisfies Record<string, (names: Names) => Line[]>

/** What is drawn from the code, and by what. */
export const DRAWN = {
  'docs/architecture.md': 'test/layers/write-architecture.ts',
  'infra/containers.json': 'test/infra/write-containers.ts',
}

const BIOME = 'node_modules/@biomejs/biome/bin/biome'

/**
 * @returns the paths of what was made and changed
 * @throws {Error} when there is such a feature, or a shared file has not the line that is looked for; then nothing is made
 */
export function makeFeature(name: string, root: string): string[] {
  const names = namesOf(name)
  const made = filesOf(names)
  const there = Object.keys(made).find((path) => existsSync(join(root, path)))
  if (there) throw new Error(`${there} is there already: take another name.`)
  const changed = [...Object.keys(made), ...Object.keys(SHARED)]
  const before = new Map(
    [...Object.keys(SHARED), ...Object.keys(DRAWN)].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
  try {
    for (const [path, text] of Object.entries(made)) write(root, path, text)
    for (const [path, linesFor] of Object.entries(SHARED))
      write(
        root,
        path,
        linesFor(names).reduce((text, line) => insert(text, line, path), before.get(path) ?? ''),
      )
    run(root, BIOME, 'check', '--write', ...changed.filter((path) => path.endsWith('.ts')))
    for (const script of Object.values(DRAWN)) run(root, script)
  } catch (error) {
    // A phrase that something else has, for example: nothing is left half made.
    for (const path of Object.keys(made)) rmSync(join(root, path), { force: true })
    for (const [path, text] of before) write(root, path, text)
    throw error
  }
  return [...changed, ...Object.keys(DRAWN)]
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function insert(text: string, { before, line }: Line, path: string): string {
  const at = text.indexOf(before)
  if (at === -1)
    throw new Error(`${path} has no line "${before.trim()}" any more: mend test/new-feature/new-feature.ts.`)
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`
}

function run(root: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words[0]} failed:\n${stdout}${stderr}`)
}

if (import.meta.main) {
  const [name = '', root = fileURLToPath(new URL('../../', import.meta.url))] = process.argv.slice(2)
  try {
    const changed = makeFeature(name, root)
    process.stdout.write(
      `${changed.join('\n')}\n\nIt works: npx mocha test/${name}/*.test.ts. Next: its words, its row in docs/privacy.md, a line in ` +
        `CHANGELOG.md, and something of it in test/privacy/municipality.ts.\n`,
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
