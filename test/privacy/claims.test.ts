import assert from 'node:assert/strict'
import { documentAt, isTest, passagesOf, rowsOf } from './document.ts'

/** How passages begin that claim nothing: they explain, advise or say what is not so. At most eight for each document. */
const NO_CLAIM: Record<string, readonly string[]> = {
  'docs/privacy.md': ['The people who manage the server', 'Leave out names of residents'],
  'README.md': ['A Microsoft Teams bot for learning', '[CONTRIBUTING.md]', 'Licence:'],
}

/** What is wrong with the claims of a document: those that name no test, and tests that are gone. */
function unheld(text: string, noClaim: readonly string[]): string[] {
  return passagesOf(text).flatMap(({ text: said, heldBy }) => {
    const begins = said.slice(0, 60)
    if (heldBy.length === 0)
      return noClaim.some((one) => plain(said).startsWith(one)) ? [] : [`held by nothing: ${begins}`]
    return heldBy.filter((name) => !isTest(name)).map((name) => `${name} is gone: ${begins}`)
  })
}

const plain = (said: string) => said.replace(/^(?:- |\d+\. )/, '')

const HELD = `# A page

| **Moments** | you |
|---|---|

Nobody sees you.
<!-- held by: test/privacy/claims -->

- One claim, on
  two lines.
  <!-- held by: test/privacy/claims, test/gates/killed,
       bench/pulse -->
1. A rule.
   <!-- held by: test/privacy/every-collection -->

\`\`\`sh
npm test
\`\`\`
`

describe('what docs/privacy.md and README.md claim', () => {
  for (const [path, noClaim] of Object.entries(NO_CLAIM)) {
    it(`names for each claim the tests that hold it: ${path}`, () => {
      assert.deepEqual(unheld(documentAt(path), noClaim), [])
    })

    it(`is nearly all of ${path}: what claims nothing is named here, and is there`, () => {
      const passages = passagesOf(documentAt(path))
      assert.ok(passages.length > 20, `${passages.length} passages`)
      assert.ok(noClaim.length <= 8)
      for (const begins of noClaim)
        assert.equal(passages.filter(({ text }) => plain(text).startsWith(begins)).length, 1, begins)
    })
  }

  it('has in the table of what is kept nothing else than rows', () => {
    assert.ok(rowsOf(documentAt('docs/privacy.md'), /^\*\*/).every((cells) => cells.length === 3))
  })
})

describe('and a claim that is not held is seen', () => {
  it('but not in a page where each is held: the control', () => {
    assert.deepEqual(unheld(HELD, []), [])
    assert.equal(passagesOf(HELD).length, 3)
  })

  for (const [what, changed, found] of [
    [
      'a paragraph',
      HELD.replace('<!-- held by: test/privacy/claims -->\n\n', '\n\n'),
      'held by nothing: Nobody sees you.',
    ],
    ['a bullet', HELD.replace(/ {2}<!--[^>]*bench\/pulse -->\n/, ''), 'held by nothing: - One claim, on\n  two lines.'],
    ['a rule', HELD.replace(/ {3}<!--[^>]*every-collection -->\n/, ''), 'held by nothing: 1. A rule.'],
    ['a claim that is new', `${HELD}\nNobody hears you.`, 'held by nothing: Nobody hears you.'],
    [
      'a comment that names nothing',
      HELD.replace('held by: test/privacy/claims -->', 'held -->'),
      'held by nothing: Nobody sees you.',
    ],
    ['a test that is gone', HELD.replace('claims -->', 'claim -->'), 'test/privacy/claim is gone: Nobody sees you.'],
    [
      'a file that is no test',
      HELD.replace('test/privacy/claims -->', 'test/privacy/planting -->'),
      'test/privacy/planting is gone: Nobody sees you.',
    ],
  ] as const)
    it(`${what}`, () => assert.deepEqual(unheld(changed, []), [found]))
})
