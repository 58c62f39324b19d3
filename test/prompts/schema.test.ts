import assert from 'node:assert/strict'
import { library, published } from '../../services/prompts/library.ts'
import { EXAMPLE_LIMIT, Library, Prompt, QUESTION_LIMIT, type Version } from '../../services/prompts/schema.ts'
import { prompt, version } from './prompts.ts'

const refused = (given: unknown) => !Prompt.safeParse(given).success
const withDutch = (nl: object) => prompt({ versions: [{ ...version(), nl: { ...version().nl, ...nl } }] })
const filled = (start: string, length: number, end = '') => start + 'a'.repeat(length - start.length - end.length) + end

describe('the schema of the library', () => {
  it('takes the library that comes with the product', () => {
    assert.deepEqual(Library.parse({ prompts: library }).prompts, library)
  })

  it('limits a question to what fits a title, and wants a question mark', () => {
    assert.ok(!refused(withDutch({ question: filled('', QUESTION_LIMIT, '?') })))
    assert.ok(refused(withDutch({ question: filled('', QUESTION_LIMIT + 1, '?') })))
    assert.ok(refused(withDutch({ question: 'Vertel eens.' })))
  })

  it('limits an example to what fits a field, and wants it to say that it is one', () => {
    assert.ok(!refused(withDutch({ example: filled('Bijvoorbeeld: ', EXAMPLE_LIMIT) })))
    assert.ok(refused(withDutch({ example: filled('Bijvoorbeeld: ', EXAMPLE_LIMIT + 1) })))
    assert.ok(refused(withDutch({ example: 'For example: I called' })))
  })

  it('refuses what it does not know', () => {
    assert.ok(refused({ ...prompt(), topic: 'parkeren' }))
    assert.ok(refused(prompt({ id: 'Leerzaam Moment' })))
    assert.ok(refused(withDutch({ hint: 'denk na' })))
  })

  it('wants rising versions of which one is published', () => {
    const draft: Version = version({ status: 'draft' })
    assert.ok(!refused(prompt({ versions: [version(), { ...draft, version: 2 }] })))
    assert.ok(refused(prompt({ versions: [draft] })))
    assert.ok(refused(prompt({ versions: [version(), version()] })))
  })

  it('wants an id for each prompt, and the first for everyone', () => {
    const taken = (...prompts: Prompt[]) => Library.safeParse({ prompts }).success
    assert.ok(taken(prompt({ id: 'een' }), prompt({ id: 'twee', audience: 'managers' })))
    assert.ok(!taken(prompt({ id: 'een' }), prompt({ id: 'een' })))
    assert.ok(!taken(prompt({ id: 'een', audience: 'managers' }), prompt({ id: 'twee' })))
    assert.ok(!taken())
  })
})

describe('the version that is sent', () => {
  it('is the latest published one, not a later draft nor a withdrawn one', () => {
    const versions = (['published', 'published', 'withdrawn', 'draft'] as const).map((status, i) =>
      version({ version: i + 1, status }),
    )
    assert.equal(published(prompt({ versions })).version, 2)
  })

  it('is refused when nothing is published', () => {
    assert.throws(
      () => published(prompt({ id: 'oud', versions: [version({ status: 'withdrawn' })] })),
      /oud has no published/,
    )
  })
})
