import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { wordLists } from '../../../services/adapters/dictionary/lists.ts'
import { Remedy, told, type Verbs } from '../verb.ts'
import { type Evaluated, evaluate, leermoment } from './evaluate.ts'
import type { Quality } from './measures.ts'
import { readTask, taskFolders } from './task.ts'
import { withTypo } from './typos.ts'

const USAGE = 'eval DIR [--typos]'

export const evaluation: Verbs = {
  eval: {
    usage: USAGE,
    does: 'Says how often search puts the right answer or colleague first, on questions of your own',
    async runAlone({ words: [folder], typos }) {
      if (!folder) throw new Remedy(`The folder is missing. Usage: ${USAGE}`)
      const found: Evaluated[] = []
      for (const one of await taskFolders(folder))
        found.push(await evaluate(await readTask(one), leermoment(wordLists), heldMb, typos ? withTypo : undefined))
      const figures = found.map(figuresOf)
      return { lines: figures.map(line), json: told(figures, 'they measure a search') }
    },
  },
}

function figuresOf({ name, qualities, shown, nothing, times, items, heapMb }: Evaluated) {
  const mean = (part: keyof Quality, of = qualities) =>
    of.reduce((sum, quality) => sum + quality[part], 0) / Math.max(1, of.length)
  const sorted = times.toSorted((a, b) => a - b)
  const below = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return {
    name,
    mrr: mean('mrr'),
    ndcg: mean('ndcg'),
    recall: mean('recall'),
    /** MRR@5 of what people see: what is not about the question is not shown. */
    shown: mean('mrr', shown),
    nothing,
    p50: below(0.5),
    p99: below(0.99),
    items,
    heapMb,
  }
}

const line = ({ name, mrr, ndcg, recall, shown, nothing, p50, p99, items, heapMb }: ReturnType<typeof figuresOf>) =>
  `${name} mrr@5=${mrr.toFixed(3)} ndcg@5=${ndcg.toFixed(3)} recall@5=${recall.toFixed(3)} ` +
  `shown@5=${shown.toFixed(3)} nothing=${Math.round(100 * nothing)}% ` +
  `p50_ms=${p50.toFixed(1)} p99_ms=${p99.toFixed(1)} items=${items} heap_mb=${Math.max(0, Math.round(heapMb))}`

/** What this process holds after cleaning, on the heap and beside it. */
export function heldMb(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
