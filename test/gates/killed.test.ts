import { killedPlaces } from './killed-places.ts'

const EACH = 8

describe('delivery gates: a process killed with -9 where it waits', function () {
  this.timeout(240_000)
  // The rest is in `killed.long.test.ts`: each place takes a process.
  killedPlaces((place, nth) => nth % EACH === 0 || place.endsWith(' post'))
})
