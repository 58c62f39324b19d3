import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../bot/app.ts'
import { knowledge } from '../../bot/cli/knowledge/knowledge.ts'
import { type Args, Remedy } from '../../bot/cli/verb.ts'
import { config } from '../../bot/config/config.ts'
import { TENANT } from '../house.ts'

export interface Said {
  code: number
  out: string
  /** What a machine reads. */
  json: Record<string, unknown> & {
    entries: { line: number; question: string; state: string; remarks: { code: string; about: string }[] }[]
  }
}

type Given = Partial<Pick<Args, 'keeper' | 'source' | 'allow' | 'replace' | 'gone' | 'dryRun'>> & { out?: string }

/** A file of `test/knowledge/import`. */
export const sample = (name: string) => new URL(`import/${name}`, import.meta.url).pathname

/** Types a verb of the knowledge bank, on the app of a house. */
export async function types(app: App, verb: string, words: string[] = [], given: Given = {}): Promise<Said> {
  const run = knowledge[`knowledge ${verb}`]
  if (!run || !('run' in run)) throw new Error(`no verb ${verb}`)
  const args = {
    words,
    replace: false,
    dryRun: false,
    ...given,
    needed: (option: string) => (option === 'out' ? (given.out ?? '') : TENANT),
  } as unknown as Args
  try {
    const { lines, json } = await run.run(app, args, config({ LEERMOMENT_MODE: 'playground' }))
    return { code: 0, out: lines.join('\n'), json: json as Said['json'] }
  } catch (error) {
    if (!(error instanceof Remedy)) throw error
    return { code: 1, out: error.message, json: { entries: [] } }
  }
}

/** A file with this text for as long as it is used. */
export async function withFile<T>(name: string, text: string | Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-knowledge-'))
  try {
    const path = join(folder, name)
    await writeFile(path, text)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
