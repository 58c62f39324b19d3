import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { ROOT } from './cruise.ts'
import { unplain, written } from './prose.ts'

/** A tree with the word in every place where it is prose, and where it is none. */
const PLANTED = {
  'README.md': 'Fine.\nAnd back to whoever said it.',
  'CHANGELOG.md': 'To whomever it concerns.',
  '.env.example': '# for whoever signs in',
  'docs/decisions/0001-one.md': '# Whoever asks',
  'services/ask/one.ts': '/**\n * Fine.\n * Whoever asks.\n */\nexport const one = 1 // whoever’s it is',
  'services/ask/last.ts': 'export const last = () => {\n  return 1\n  // So long a line is kept.\n}',
  'tab/page.tsx': 'export const page = <p>{/* of whom theirs holds */}</p>',
  'tab/first.css': '/* Whoever waits. */\np { color: red }',
  'test/one.test.ts': '// whosoever\nexport {}',
}
const FINE = {
  'cards/en.ts': "/** A person who asks. */\nexport const note = 'Whoever you ask // may say no.'",
  'services/ask/ago.ts': '/** Kept so long ago. */\nexport const ago = `/* whoever */`',
  'node_modules/one/README.md': 'whoever',
}

describe('comments and documents', function () {
  this.timeout(60_000)
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'leermoment-prose-'))
    for (const [path, text] of Object.entries({ ...PLANTED, ...FINE })) {
      mkdirSync(dirname(join(home, path)), { recursive: true })
      writeFileSync(join(home, path), text)
    }
  })
  after(() => rmSync(home, { recursive: true }))

  it('use no word that has to be read twice', () => {
    assert.deepEqual(unplain(ROOT), [])
    for (const path of ['README.md', 'CHANGELOG.md', '.env.example', 'docs/privacy.md', 'bot/app.ts', 'tab/first.css'])
      assert.ok(written(ROOT).includes(path), path)
  })

  it('are seen wherever they are, and what is on screen is none', () => {
    const found = unplain(home)
    assert.deepEqual([...new Set(found.map((one) => one.split(': ')[0]))], Object.keys(PLANTED).sort())
    assert.equal(found.length, Object.keys(PLANTED).length + 1)
  })
})
