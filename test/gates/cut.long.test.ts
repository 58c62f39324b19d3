import { cutSeeds } from './cut-seeds.ts'

describe('delivery gates: a sender that ends at any place at which it waits', function () {
  this.timeout(240_000)
  cutSeeds(Array.from({ length: 17 }, (_, nth) => nth + 4))
})
