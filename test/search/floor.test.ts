import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import type { Instant, Language } from '../../services/core/ports.ts'
import { textIndex } from '../../services/search/index/text-index.ts'
import { rankPeople, VOTERS } from '../../services/search/ranking/people.ts'
import { analysis } from './read.ts'

/** Development data beside the repository, where there is any; it is no part of it. */
const DATA = new URL('../../../shared/eval/', import.meta.url)

interface Row {
  id: string
  lang: Language
  date?: string
  text: string
  people: string[]
  gold: Record<string, number>
}

/** MRR@5 of the last line of the README beside the data, less the noise it names. */
const NOISE = 0.02
const floors = { 'nl-answers': 0.663, 'nl-terms': 0.566, 'nl-specialists': 0.305, 'nl-answerers': 0.607 }

const rows = (task: string, file: string): Row[] =>
  readFileSync(new URL(`${task}/${file}.jsonl`, DATA), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const instant = ({ date = '2024-01-01' }: Row): Instant => `${date}T00:00:00.000Z`

/** Ranks the texts of a task, or the people behind them, for one query. */
function ranker(task: string): (query: Row) => string[] {
  const index = textIndex(analysis)
  for (const row of rows(task, 'evidence')) {
    index.add(row.id, { text: row.text, language: row.lang, at: instant(row), people: row.people })
  }
  const { rank } = JSON.parse(readFileSync(new URL(`${task}/task.json`, DATA), 'utf8'))
  return (query) => {
    const matches = index.related(query.text, query.lang, VOTERS)
    if (rank === 'items') return matches.map(({ id }) => id)
    const candidates = rankPeople(matches, index.peopleOf, { now: instant(query), exclude: new Set() })
    return candidates.map(({ person }) => person)
  }
}

function meanReciprocalRank(task: string): number {
  const rank = ranker(task)
  const queries = rows(task, 'queries')
  const reciprocal = queries.map((query) => {
    const place = rank(query)
      .slice(0, 5)
      .findIndex((id) => id in query.gold)
    return place < 0 ? 0 : 1 / (place + 1)
  })
  return reciprocal.reduce((sum, one) => sum + one, 0) / queries.length
}

describe('search on the development set', function () {
  this.timeout(120_000)

  before(function () {
    if (existsSync(DATA)) return
    process.stdout.write('    not run: ../shared/eval is absent\n')
    this.skip()
  })

  for (const [task, floor] of Object.entries(floors)) {
    it(`${task}: MRR@5 at least ${floor} less the noise`, () => {
      const measured = meanReciprocalRank(task)
      assert.ok(measured >= floor - NOISE, `measured ${measured.toFixed(3)}`)
    })
  }
})
