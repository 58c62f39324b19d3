import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const options = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'))

/** The rules of the layer lint: the name of each, and its remedy. */
export const RULES = new Map((options.ruleSet?.forbidden ?? []).map(({ name, comment }) => [name, comment]))

/** `modules` are the TypeScript files that were read, as paths from the root. */
export interface Findings {
  trespasses: { rule: string; from: string; to: string }[]
  modules: string[]
}

/** Holds every TypeScript file under `root` against the layer lint. */
export const findings = async (root: string): Promise<Findings> => {
  const { output } = await cruise(sources(root), { ...options, baseDir: root, validate: true })
  if (typeof output === 'string') throw new Error(output)
  return {
    trespasses: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    modules: output.modules
      .filter(({ source, couldNotResolve }) => isSource(source) && !couldNotResolve)
      .map(({ source }) => source)
      .sort(),
  }
}

/** Every file of every room under `root`, found on disk. */
export const filesOf = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_ROOM.test(entry.name))
    .flatMap(({ name }) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file)),
    )
    .map((file) => file.split(sep).join('/'))

/** Every TypeScript file of every room under `root`. */
export const sources = (root: string): string[] => filesOf(root).filter(isSource).sort()

const NO_ROOM = /^(\..*|node_modules|dist|data)$/

const isSource = (path: string) => /\.tsx?$/.test(path) && !path.includes('node_modules/')

/** The files that this text of the file at `path` imports, from the root: packages are left out. */
export const importsIn = (path: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\() ?'(\.[^']*)'/g)].map(([, to = '']) =>
    join(dirname(path), to).split(sep).join('/'),
  )
