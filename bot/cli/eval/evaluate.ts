import { instant } from '../../../services/core/time.ts'
import { dutchAnalysis } from '../../../services/search/dutch-analysis.ts'
import { rankPeople, VOTERS } from '../../../services/search/people.ts'
import { type TextIndex, textIndex } from '../../../services/search/text-index.ts'
import { type Quality, qualityOf } from './measures.ts'
import type { Asked, Task } from './task.ts'

/** What came of one task: the quality of each query in their order, and what finding cost. */
export interface Evaluated {
  name: string
  qualities: Quality[]
  /** Of each query the shortest of a few times, in milliseconds: mostly without what else the machine did meanwhile. */
  times: number[]
  /** Of this process for all queries together, the last time. */
  cpuMs: number
  items: number
  heapMb: number
}

/** Ranks the ids of a task's items or people for a query, best first. */
export type Ranking = (query: Asked, text: string) => string[]

/** Builds a ranking over a task's evidence. */
export type Engine = (task: Task) => Ranking | Promise<Ranking>

/** For what carries no date: everything is of the same day. */
const SOME_DAY = '2026-01-01'
const PLACES = 5
/** A service has run for a while: all queries are put so many times. */
const TIMES = 3

/** The product's own search and expert ranking, with the list of Dutch words. */
export const leermoment =
  (wordList: () => Promise<string>): Engine =>
  async ({ evidence, rank }) => {
    const index = textIndex(dutchAnalysis(await wordList()))
    for (const { id, text, lang, date = SOME_DAY, people } of evidence)
      index.add(id, { text, language: lang, at: instant(new Date(date)), people })
    return ({ lang, date = SOME_DAY }, text) =>
      rank === 'items'
        ? index.related(text, lang, PLACES).map(({ id }) => id)
        : peopleFor(index, text, lang, instant(new Date(date)))
  }

function peopleFor(index: TextIndex, text: string, language: Asked['lang'], now: string): string[] {
  const matches = index.related(text, language, VOTERS)
  return rankPeople(matches, index.peopleOf, { now, exclude: new Set(), most: PLACES }).map(({ person }) => person)
}

/** `settle` cleans the memory, so that what is left is held on purpose. `spoil` may change the text of a query. */
export async function evaluate(
  task: Task,
  engine: Engine,
  settle: () => number,
  spoil: (text: string, id: string) => string = (text) => text,
): Promise<Evaluated> {
  const before = settle()
  const ranking = await engine(task)
  const heapMb = settle() - before
  const texts = task.queries.map(({ text, id }) => spoil(text, id))
  const times = task.queries.map(() => Number.POSITIVE_INFINITY)
  let used = process.cpuUsage()
  let ranked: string[][] = []
  for (let time = 0; time < TIMES; time++) {
    used = process.cpuUsage()
    ranked = task.queries.map((query, place) => {
      const start = performance.now()
      const found = ranking(query, texts[place] ?? '')
      times[place] = Math.min(times[place] ?? 0, performance.now() - start)
      return found
    })
  }
  const { user, system } = process.cpuUsage(used)
  const cpuMs = (user + system) / 1000
  const qualities = task.queries.map(({ gold }, place) => qualityOf(ranked[place] ?? [], gold))
  return { name: task.name, qualities, times, cpuMs, items: task.evidence.length, heapMb }
}
