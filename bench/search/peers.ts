import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import type { Engine } from '../../bot/cli/eval/evaluate.ts'
import type { Task } from '../../bot/cli/eval/task.ts'
import { stem } from '../../services/search/analysis/stems.ts'
import { isStopWord } from '../../services/search/analysis/stop-words.ts'

const WORD = /[\p{L}\p{N}]+/gu
const FOUND = 100

/** Ranks people as a plain service would: each adds up what their texts score. */
function peopleOf(task: Task, hits: { id: string; score: number }[]): string[] {
  const people = peopleById(task)
  const sums = new Map<string, number>()
  for (const { id, score } of hits)
    for (const person of people.get(id) ?? []) sums.set(person, (sums.get(person) ?? 0) + score)
  return [...sums].sort(([, a], [, b]) => b - a).map(([person]) => person)
}

const known = new WeakMap<Task, Map<string, string[]>>()
function peopleById(task: Task): Map<string, string[]> {
  const people = known.get(task) ?? new Map(task.evidence.map(({ id, people }) => [id, people]))
  known.set(task, people)
  return people
}

/**
 * SQLite's own full-text search with BM25, over the stems of Snowball. It is spared the small words, in texts and
 * questions: each is in every third text, and reading those would make it slower than it has to be.
 */
export const fts5: Engine = (task) => {
  const db = new DatabaseSync(':memory:')
  db.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, stems, detail='full')")
  const add = db.prepare('INSERT INTO texts VALUES (?, ?)')
  db.exec('BEGIN')
  for (const { id, text, lang } of task.evidence) add.run(id, stemsOf(text, lang).join(' '))
  db.exec('COMMIT')
  const find = db.prepare(`SELECT id, -rank AS score FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${FOUND}`)
  return ({ lang }, text) => {
    const wanted = [...new Set(stemsOf(text, lang))].map((stem) => `"${stem}"`).join(' OR ')
    const hits = wanted ? (find.all(wanted) as { id: string; score: number }[]) : []
    return task.rank === 'items' ? hits.map(({ id }) => id) : peopleOf(task, hits)
  }
}

const stemsOf = (text: string, lang: 'nl' | 'en') =>
  (text.toLowerCase().match(WORD) ?? []).filter((word) => !isStopWord(word, lang)).map((word) => stem(word, lang))

/** MiniSearch as it comes. */
export const miniSearch: Engine = (task) => {
  const index = new MiniSearch({ fields: ['text'] })
  index.addAll(task.evidence.map(({ id, text }) => ({ id, text })))
  return (_query, text) => {
    const hits = index.search(text).slice(0, FOUND) as { id: string; score: number }[]
    return task.rank === 'items' ? hits.map(({ id }) => id) : peopleOf(task, hits)
  }
}
