import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, it } from 'mocha'
import { readable } from '../../cards/kit/readable.ts'
import { NEVER } from '../cards/rules.ts'

const FOLDER = new URL('../../tab/words/', import.meta.url)

/** Every text in it, with one word in the place of whatever is filled in. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return textsIn(words(...Array.from({ length: words.length }, () => 'X')))
  return Object.values(words ?? {}).flatMap(textsIn)
}

describe('the words of the tab', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name !== 'languages.ts'))
    it(`${file}: sentences of at most 15 words, none that is hard, and none that we never say`, async () => {
      const [both] = Object.values(await import(new URL(file, FOLDER).href)) as Record<'nl' | 'en', unknown>[]
      assert.ok(both)
      for (const language of ['nl', 'en'] as const) {
        const texts = textsIn(both[language])
        assert.ok(texts.length > 3)
        for (const text of texts) {
          const { isTooLong, hard } = readable(text, language)
          assert.deepEqual([isTooLong, hard], [false, []], text)
          assert.ok(!NEVER.some((never) => never.test(text)), text)
          assert.doesNotMatch(text, /!|\p{Extended_Pictographic}/u)
        }
      }
    })
})
