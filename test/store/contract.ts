import { systemRandom } from '../../services/adapters/system/random.ts'
import { archiving } from './promises/archiving.ts'
import { finding } from './promises/finding.ts'
import { isolation } from './promises/isolation.ts'
import { paging } from './promises/paging.ts'
import { refusing } from './promises/refusing.ts'
import { retention } from './promises/retention.ts'
import { writing } from './promises/writing.ts'
import { type Make, testClock, type World, worldOf } from './world.ts'

/** What every keeper promises, tried on what a tenant owns and on what a person owns. */
export function contract(name: string, make: Make): void {
  for (const owner of ['tenant', 'person'] as const) {
    describe(`${name}, owned by a ${owner}`, () => {
      let world: World
      let clean: () => Promise<void>
      beforeEach(async () => {
        const clock = testClock()
        const made = await make({ clock, random: systemRandom, owner })
        clean = made.clean
        world = worldOf(owner, made.store, clock)
      })
      afterEach(() => clean())

      for (const promise of [writing, finding, paging, isolation, retention, refusing, archiving]) {
        describe(promise.name, () => promise(() => world))
      }
    })
  }
}
