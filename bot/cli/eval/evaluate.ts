import { instant } from '../../../services/core/time.ts'
import { dutchAnalysis, type WordLists } from '../../../services/search/analysis/dutch-analysis.ts'
import { isOnTopic, type Match, textIndex } from '../../../services/search/index/text-index.ts'
import { type Candidate, rankPeople, VOTERS } from '../../../services/search/ranking/people.ts'
import { type Quality, qualityOf } from './measures.ts'
import type { Asked, Task } from './task.ts'

/** What came of one task: the quality of each query in their order, and what finding cost. */
export interface Evaluated {
  name: string
  qualities: Quality[]
  /** Of what people see of it, where an engine holds back what is not about the query. */
  shown: Quality[]
  /** Part of the queries for which nothing is shown, 0 to 1. */
  nothing: number
  /** Of each query the shortest of a few times, in milliseconds: mostly without what else the machine did meanwhile. */
  times: number[]
  /** Of this process for all queries together, the last time. */
  cpuMs: number
  items: number
  heapMb: number
}

/** Ranks the ids of a task's items or people for a query, best first. */
type Ranks = (query: Asked, text: string) => string[]
/** Where something is held back, `shown` gives what is left. */
export type Ranking = Ranks & { shown?: Ranks }

/** Builds a ranking over a task's evidence. */
export type Engine = (task: Task) => Ranking | Promise<Ranking>

/** For what carries no date: everything is of the same day. */
const SOME_DAY = '2026-01-01'
const PLACES = 5
/** A service has run for a while: all queries are put so many times. */
const TIMES = 3

/** The product's own search and expert ranking, with the list of Dutch words. */
export const leermoment =
  (lists: () => Promise<WordLists>): Engine =>
  async ({ evidence, rank }) => {
    const index = textIndex(dutchAnalysis(await lists()))
    for (const { id, text, lang, date = SOME_DAY, people } of evidence)
      index.add(id, { text, language: lang, at: instant(new Date(date)), people })
    const itemsFor = (matches: readonly Match[]) => matches.map(({ id }) => id)
    const peopleFor: PeopleFor = ({ lang, date = SOME_DAY }, text) => {
      const how = { now: instant(new Date(date)), exclude: new Set<string>(), most: VOTERS }
      return rankPeople(index.related(text, lang, VOTERS), index.peopleOf, how)
    }
    const named = (people: readonly Candidate[]) => people.map(({ person }) => person)
    return rank === 'items'
      ? Object.assign(({ lang }: Asked, text: string) => itemsFor(index.related(text, lang, PLACES)), {
          shown: ({ lang }: Asked, text: string) => itemsFor(index.find(text, lang, PLACES).filter(isOnTopic)),
        })
      : Object.assign((query: Asked, text: string) => named(peopleFor(query, text).slice(0, PLACES)), {
          shown: (query: Asked, text: string) =>
            named(
              peopleFor(query, text)
                .filter(({ shows }) => shows)
                .slice(0, PLACES),
            ),
        })
  }

type PeopleFor = (query: Asked, text: string) => Candidate[]

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
  const seen = task.queries.map((query, place) => (ranking.shown ?? ranking)(query, texts[place] ?? ''))
  const shown = task.queries.map(({ gold }, place) => qualityOf(seen[place] ?? [], gold))
  const nothing = seen.filter((ids) => ids.length === 0).length / Math.max(1, seen.length)
  return { name: task.name, qualities, shown, nothing, times, cpuMs, items: task.evidence.length, heapMb }
}
