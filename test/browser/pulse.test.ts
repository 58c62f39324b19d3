import { demo } from './demo.ts'
import { pulseLoop } from './pulse-loop.ts'

describe('the learning pulse, in a browser', function () {
  this.timeout(120_000)
  pulseLoop(demo)
})
