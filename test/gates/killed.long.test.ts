import { killedPlaces } from './killed-places.ts'

describe('delivery gates: a process killed with -9 at each place at which it waits', function () {
  this.timeout(240_000)
  killedPlaces(() => true)
})
