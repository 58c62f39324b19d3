import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { documentAt, rowsOf } from '../privacy/document.ts'

const ROOT = new URL('../../', import.meta.url)
const FOLDERS = ['pulse', 'reflection', 'privacy', 'care', 'beside', 'leaving', 'ask', 'cli', 'knowledge', 'intentions']

/** The rows of the table: which attack, and the tests that carry it out. */
const rows = rowsOf(documentAt('docs/pulse-attacks.md'), /^A\d/).map(([attack = '', where = '']) => ({
  attack,
  where,
  named: [...where.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
}))

const namesIn = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map((path) => path.replace(/^.*\//, '').replace(/((\.long)?\.test)?\.ts$/, ''))
const there = new Set([...namesIn(`test/{${FOLDERS.join(',')}}/**/*.test.ts`), ...namesIn('bench/pulse/*.ts')])
/** Kinds of attack of the bench, which the small run of `attacks` carries out too. */
const OF_THE_BENCH = ['leaver', 'participation']

describe('docs/pulse-attacks.md', () => {
  it('names for each attack the test that carries it out, or says that it is impossible', () => {
    assert.ok(rows.length > 20)
    const unheld = rows.filter(({ where, named }) => named.length === 0 && !/impossible/.test(where))
    assert.deepEqual(unheld, [])
  })

  it('names no test that is gone', () => {
    const gone = rows.flatMap(({ attack, named }) =>
      named.filter((name) => !there.has(name) && !OF_THE_BENCH.includes(name)).map((name) => `${attack}: ${name}`),
    )
    assert.deepEqual(gone, [])
  })

  it('knows a test that is there, and one that is not: the control', () => {
    assert.ok(there.has('resting') && !there.has('a-test-of-nothing'))
  })
})
