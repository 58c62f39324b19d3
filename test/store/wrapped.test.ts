import { keptStore } from '../../bot/composition/kept-store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { writing } from './promises/writing.ts'
import { testClock, type World, worldOf } from './world.ts'

/** A wrapper that does not hand on all that it is asked breaks a promise here. */
describe('a store in all that the service wraps it in', () => {
  let world: World
  beforeEach(() => {
    const clock = testClock()
    const keeper = memoryStore({ clock, random: systemRandom })
    world = worldOf('person', { ...keeper, ...keptStore(keeper) }, clock)
  })

  writing(() => world)
})
