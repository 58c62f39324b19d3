import assert from 'node:assert/strict'
import { library, published } from '../../services/prompts/library.ts'

const SENTENCE_LIMIT = 15
const FORBIDDEN = /!|gebruiker|feedback|learning|content\b|competentie|\bAI\b|anoniem|\buser\b/i

const wordings = library.flatMap((prompt) =>
  (['nl', 'en'] as const).map((language) => ({ where: `${prompt.id} ${language}`, ...published(prompt)[language] })),
)
const wordCount = (text: string) => text.split(/\s+/).length

describe('the words of the library', () => {
  it('begins with the question that the product is known by', () => {
    const [first] = library
    assert.ok(first)
    assert.equal(first.id, 'leerzaam-moment')
    const { nl, en } = published(first)
    assert.equal(nl.question, 'Wat was deze week je meest leerzame moment?')
    assert.equal(nl.example, 'Bijvoorbeeld: ik belde eerst de moeder')
    assert.equal(en.question, 'What taught you most this week?')
  })

  it('keeps every sentence within fifteen words', () => {
    for (const { where, question, why, example } of wordings)
      for (const sentence of [question, why, example])
        assert.ok(wordCount(sentence) <= SENTENCE_LIMIT, `${where}: ${sentence}`)
  })

  it('asks one thing and says why in one sentence', () => {
    for (const { where, question, why } of wordings) {
      assert.equal(question.match(/[.?]/g)?.length, 1, `${where}: ${question}`)
      assert.equal(why.match(/[.?]/g)?.length, 1, `${where}: ${why}`)
    }
  })

  it('stays away from words that make people feel watched or managed', () => {
    for (const { where, question, why, example } of wordings)
      assert.doesNotMatch(`${question} ${why} ${example}`, FORBIDDEN, where)
  })

  it('asks nothing twice, in either language', () => {
    for (const text of ['question', 'why', 'example'] as const)
      assert.equal(new Set(wordings.map((wording) => wording[text])).size, wordings.length, text)
  })
})
