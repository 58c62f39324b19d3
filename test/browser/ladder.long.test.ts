import { demo } from './demo.ts'
import { ladderLoop } from './ladder-loop.ts'
import { ENGLISH } from './ladder-words.ts'

describe('how far a question goes, in a browser, in English', function () {
  this.timeout(120_000)
  ladderLoop(demo, ENGLISH)
})
