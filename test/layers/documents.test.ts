import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { ROOT } from './cruise.ts'

/** Decisions that tell of what is gone by then, each with a reason to name it. */
const TELLS_OF_BEFORE = /^docs\/decisions\/(0094|0098)-/
const PATH = /`((?:bot|cards|services|tab|test|bench|docs|manifest|infra|demo)\/[\w./-]*[\w/])`/g
const LINK = /\]\(([^)#:\s]+)(?:#[^)]*)?\)/g

const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })]

/** A decision may be named by its number. */
const isThere = (path: string) => existsSync(join(ROOT, path)) || globSync(`${path}-*`, { cwd: ROOT }).length > 0

/** The paths that a document names or links to, from the root. */
function named(document: string, text: string): string[] {
  const links = [...text.matchAll(LINK)].map(([, to = '']) => join(document, '..', to))
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path)
  return TELLS_OF_BEFORE.test(document) ? links : [...links, ...paths]
}

const missing = (document: string, text: string) =>
  named(document, text).flatMap((path) => (isThere(path) ? [] : [`${document}: ${path}`]))

describe('what documents point to', () => {
  it('is there', () => {
    assert.ok(documents.length > 50, 'else this test shows nothing')
    assert.deepEqual(
      documents.flatMap((document) => missing(document, readFileSync(join(ROOT, document), 'utf8'))),
      [],
    )
  })

  it('is missed where it is gone', () => {
    assert.deepEqual(missing('docs/privacy.md', 'See `bot/gone.ts`, [that](gone.md#part) and `docs/decisions/0094`.'), [
      'docs/privacy.md: docs/gone.md',
      'docs/privacy.md: bot/gone.ts',
    ])
  })
})
