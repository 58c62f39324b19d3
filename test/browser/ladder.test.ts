import { demo } from './demo.ts'
import { ladderLoop } from './ladder-loop.ts'
import { DUTCH, ENGLISH } from './ladder-words.ts'

for (const [language, words] of Object.entries({ Dutch: DUTCH, English: ENGLISH })) {
  describe(`how far a question goes, in a browser, in ${language}`, function () {
    this.timeout(120_000)
    ladderLoop(demo, words)
  })
}
