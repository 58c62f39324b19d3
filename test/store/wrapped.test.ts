import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { measured } from '../../services/core/measured.ts'
import { migrated } from '../../services/core/migrated.ts'
import { retained } from '../../services/core/retained.ts'
import { silent } from '../../services/core/silent.ts'
import { writing } from './promises/writing.ts'
import { testClock, type World, worldOf } from './world.ts'

/** A wrapper that does not hand on all that it is asked breaks a promise here. */
describe('a store in all that the service wraps it in', () => {
  let world: World
  beforeEach(() => {
    const clock = testClock()
    const kept = migrated(memoryStore({ clock, random: systemRandom }), {})
    const wrapped = retained(measured(kept, silent), {}, clock)
    world = worldOf('person', { ...kept, ...wrapped }, clock)
  })

  writing(() => world)
})
