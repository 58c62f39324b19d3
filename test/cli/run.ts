import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('../../', import.meta.url)

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs a program of the house as an operator does, with this environment and no other. */
export async function run(program: string, words: string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
  })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    ran.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    ran.err += chunk
  })
  ran.code = await new Promise((resolve) => child.once('close', resolve))
  return ran
}

/** A folder with an empty store, and the environment that names it. */
export async function workplace() {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-cli-'))
  return {
    folder,
    env: { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: `sqlite:${join(folder, 'store.db')}` },
    clean: () => rm(folder, { recursive: true, force: true }),
  }
}
