import { demo } from './demo.ts'
import { ladderLoop } from './ladder-loop.ts'
import { DUTCH } from './ladder-words.ts'

describe('how far a question goes, in a browser, in Dutch', function () {
  this.timeout(120_000)
  ladderLoop(demo, DUTCH)
})
