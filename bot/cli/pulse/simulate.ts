import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import { type Simulated, simulated } from '../../../services/pulse/rules/simulation.ts'
import { SimulationFile } from '../../../services/pulse/rules/simulation-schema.ts'
import { Remedy, told, type Verbs } from '../verb.ts'

const USAGE = 'simulate pulse FILE.json'

export const simulate: Verbs = {
  'simulate pulse': {
    usage: USAGE,
    does: 'Plays the rules of the pulse over a file, and shows what readers would see',
    async runAlone({ words: [path] }) {
      if (!path) throw new Remedy(`Name the file. Usage: ${USAGE}`)
      const shown = simulated(checked(path, await read(path)), seededRandom)
      return {
        lines: [JSON.stringify(asShown(shown), null, 2)],
        json: told(asShown(shown), 'these people were made up'),
      }
    },
  },
}

const asShown = ({ blocks, pulses, withheld, higher }: Simulated) => ({
  blocks,
  pulses: pulses.map(({ window, block, readers, list, figures, quotes }) => {
    return { window, block, readers, list, figures, quotes }
  }),
  withheld,
  higher,
})

async function read(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Remedy(`${path} cannot be read. Check the path.`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Remedy(`${path} is no JSON.`)
  }
}

/** One line, with the place of the first thing that is wrong. */
function checked(path: string, json: unknown): SimulationFile {
  const found = SimulationFile.safeParse(json)
  if (found.success) return found.data
  const [issue] = found.error.issues
  const place = z.core.toDotPath(issue?.path ?? [])
  throw new Remedy(`${path}: ${place ? `${place} ` : ''}${issue?.message ?? 'is not as it should be'}`)
}
