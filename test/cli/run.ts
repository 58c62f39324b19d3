import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inherited } from '../../bench/inherited.ts'

const ROOT = new URL('../../', import.meta.url)

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs a program of the house as an operator does, with this environment and no other. */
export async function run(program: string, words: string[], env: Record<string, string>): Promise<Ran> {
  const child = start(program, words, env)
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

/** Runs it until it says this, and ends it there as a crash does. Whether it had ended by itself, the caller can see. */
export async function killed(
  program: string,
  words: string[],
  env: Record<string, string>,
  at: RegExp,
): Promise<NodeJS.Signals | null> {
  const child = start(program, words, env)
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
    if (at.test(err)) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)))
}

const start = (program: string, words: string[], env: Record<string, string>) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
    cwd: ROOT,
    env: { ...inherited(), ...env },
  })

/** A folder with an empty store, and the environment that names it. */
export async function workplace() {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-cli-'))
  return {
    folder,
    env: { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: `sqlite:${join(folder, 'store.db')}` },
    clean: () => rm(folder, { recursive: true, force: true }),
  }
}
