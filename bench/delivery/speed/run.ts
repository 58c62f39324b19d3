import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { inherited } from '../../inherited.ts'

const FLAGS = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040', '--expose-gc']

/** Runs a program of this folder to its end, and gives what it said in its line of JSON. */
export async function run<T>(program: string, env: Record<string, string>): Promise<T> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [...FLAGS, path], {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return JSON.parse(said) as T
}
