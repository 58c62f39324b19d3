import assert from 'node:assert/strict'
import { readable } from '../../cards/kit/readable.ts'
import { library } from '../../services/prompts/library.ts'

describe('how a question reads', () => {
  it('counts the words of the longest sentence, whatever stands between them', () => {
    assert.equal(readable('Wat leerde je? Van wie, en waarom juist daar?', 'nl').longest, 6)
    assert.equal(readable('', 'nl').longest, 0)
    const long = readable('a b c d e f g h i j k l m n o p.', 'nl')
    assert.deepEqual([long.longest, long.isTooLong], [16, true])
    assert.equal(readable('a b c d e f g h i j k l m n o.', 'nl').isTooLong, false)
  })

  it('names the word that is hard as it was written, once, with an easier one', () => {
    assert.deepEqual(readable('Implementeren of niet? Eerst implementeren.', 'nl').hard, [
      { word: 'implementeren', easier: 'invoeren' },
    ])
    assert.deepEqual(readable('Which learnings?', 'en').hard, [{ word: 'learnings', easier: 'what you learned' }])
    assert.deepEqual(readable('constructor of toString', 'nl').hard, [])
  })

  it('has nothing to say of the questions that come along', () => {
    for (const { id, versions } of library)
      for (const { nl, en } of versions)
        for (const [language, words] of Object.entries({ nl, en }) as ['nl' | 'en', typeof nl][])
          for (const text of [words.question, words.why]) {
            const { isTooLong, hard } = readable(text, language)
            assert.deepEqual([isTooLong, hard], [false, []], `${id} ${text}`)
          }
  })
})
