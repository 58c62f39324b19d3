import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { inherited } from '../../../bench/inherited.ts'
import { run } from '../../cli/run.ts'
import type { World } from './someone.ts'
import { letters, rosterFile, STAFF, TENANT } from './town.ts'

const ROOT = new URL('../../../', import.meta.url)

export interface Operator {
  imports(jobs: ReadonlyMap<string, string>): Promise<void>
  /** Killed after so many milliseconds. */
  cutOff(jobs: ReadonlyMap<string, string>, ms: number): Promise<void>
}

/** The command line beside the service. */
export function operators(env: Record<string, string>, file: string): Operator {
  const words = ['roster', 'import', '--tenant', TENANT, file]
  return {
    async imports(jobs) {
      await writeFile(file, rosterFile(jobs))
      const ran = await run('bot/cli.ts', words, env)
      if (ran.code !== 0) throw new Error(`an import failed: ${ran.err}`)
    },
    async cutOff(jobs, ms) {
      await writeFile(file, rosterFile(jobs))
      const child = spawn(process.execPath, ['bot/cli.ts', ...words], {
        cwd: ROOT,
        env: { ...inherited(), ...env },
        stdio: 'ignore',
        timeout: ms,
        killSignal: 'SIGKILL',
      })
      await once(child, 'exit')
    },
  }
}

/** Some have another job in each file; what counts is what the last import said that ended well. */
export async function importing({ ledger, dice }: World, operator: Operator): Promise<void> {
  const jobs = new Map(ledger.jobs)
  for (let n = 0; n < 5; n++) jobs.set(dice.pick(STAFF).id, `Medewerker ${letters(dice.below(17_576), 3)}`)
  // The first is ended in the middle, as a terminal that is closed; the whole file is imported again.
  await operator.cutOff(jobs, dice.below(3_000))
  await operator.imports(jobs)
  for (const [person, job] of jobs) ledger.jobs.set(person, job)
}
