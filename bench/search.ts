import { heldMb } from '../bot/cli/eval/eval.ts'
import { type Engine, evaluate, leermoment } from '../bot/cli/eval/evaluate.ts'
import { readTask, type Task, taskFolders } from '../bot/cli/eval/task.ts'
import { wordLists } from '../services/adapters/dictionary/lists.ts'
import { mean, quantile } from './numbers.ts'
import type { Figure, Outcome } from './report.ts'
import { type Gain, gainOf } from './search/gain.ts'
import { fts5, miniSearch } from './search/peers.ts'
import { madeUp } from './search/town.ts'
import { inWords, sized } from './size.ts'

const LARGE = sized(100_000, 5_000)
const SMALL = sized(10_000, 1_000)
const QUERIES = sized(300, 50)
const ENGINES = { leermoment: leermoment(wordLists), fts5, miniSearch }

/**
 * How fast it is beside SQLite's full-text search with stems and MiniSearch as it comes, on the same texts and queries of
 * the same run; and how good, when a folder of tasks is given.
 */
export async function search(folder?: string): Promise<Outcome> {
  const { dutch: words } = await wordLists()
  const small = await measured(madeUp(SMALL, QUERIES, words))
  const large = await measured(madeUp(LARGE, QUERIES, words))
  const quality = folder ? await qualities(folder) : {}
  const { leermoment: own, fts5: peer, miniSearch: other } = large
  const figures: Figure[] = [
    { name: `cpu per query at ${inWords(LARGE)} items`, value: own.cpu, unit: 'ms' },
    { name: `cpu per query at ${inWords(LARGE)} items, SQLite FTS5 with stems`, value: peer.cpu, unit: 'ms' },
    { name: `cpu per query at ${inWords(LARGE)} items, MiniSearch`, value: other.cpu, unit: 'ms' },
    { name: 'cpu per query beside SQLite FTS5', value: own.cpu / peer.cpu, unit: 'x', limit: 3 },
    { name: `p99 at ${inWords(SMALL)} items`, value: small.leermoment.p99, unit: 'ms', limit: 5 },
    { name: `p99 at ${inWords(LARGE)} items`, value: own.p99, unit: 'ms', limit: 30 },
    { name: `memory at ${inWords(LARGE)} items`, value: own.heapMb, unit: 'MB', limit: 120 },
    { name: `memory at ${inWords(LARGE)} items, MiniSearch`, value: other.heapMb, unit: 'MB' },
  ]
  return { figures, detail: { small, large, quality } }
}

async function measured(task: Task) {
  const measure = async (engine: keyof typeof ENGINES) => {
    const { times, cpuMs, heapMb } = await evaluate(task, ENGINES[engine], heldMb)
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: cpuMs / times.length, heapMb }
  }
  return {
    fts5: await measure('fts5'),
    miniSearch: await measure('miniSearch'),
    leermoment: await measure('leermoment'),
  }
}

/**
 * MRR@5 of every engine on every task, printed as a table: where our own lies in 95 of 100 draws, to be held against a bar of
 * which only the mean is known, and the gain over a peer that answered the same queries.
 */
async function qualities(folder: string) {
  const rows: Record<string, { leermoment: number; level: Gain; fts5: number; miniSearch: number; gain: Gain }> = {}
  for (const one of await taskFolders(folder)) {
    const task = await readTask(one)
    const of = async (engine: Engine) => (await evaluate(task, engine, heldMb)).qualities.map(({ mrr }) => mrr)
    const [own, peer, other] = [await of(ENGINES.leermoment), await of(ENGINES.fts5), await of(ENGINES.miniSearch)]
    const [gain, level] = [gainOf(own, peer), gainOf(own, [])]
    rows[task.name] = { leermoment: mean(own), level, fts5: mean(peer), miniSearch: mean(other), gain }
    const means = `leermoment ${range(level)} · fts5 ${mean(peer).toFixed(3)} · miniSearch ${mean(other).toFixed(3)}`
    const halves = gain.halves.map((one) => one.toFixed(3)).join(', ')
    process.stdout.write(`search mrr@5 ${task.name}: ${means} · gain over fts5 ${range(gain)}, halves ${halves}\n`)
  }
  return rows
}

const range = ({ mean, from, to }: Gain) => `${mean.toFixed(3)} (95% ${from.toFixed(3)} to ${to.toFixed(3)})`
