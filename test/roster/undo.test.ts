import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { WEDNESDAY } from '../house.ts'
import { file, folder, row } from './files.ts'
import { type Operator, operator } from './operator.ts'

let place: Awaited<ReturnType<typeof folder>>
before(async () => {
  place = await folder()
})
after(() => place.clean())

describe('roster: taking an import back beside another operator', () => {
  const imports = async (one: Operator, ...rows: string[]) => one.types('import', await place.write(file(...rows)))

  it('leaves an import that begins meanwhile its own way back', async () => {
    const kept = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
    const other = await operator({ store: kept })
    let meanwhile: (() => Promise<unknown>) | undefined
    const store = interrupted(kept, {
      async before(collection, verb) {
        if (collection !== 'people' || verb !== 'remove') return
        const now = meanwhile
        meanwhile = undefined
        await now?.()
      },
    })
    const one = await operator({ store })
    await imports(one, row(1), row(2))
    await imports(one, row(1), row(2), row(3))
    meanwhile = () => imports(other, row(1), row(2), row(3), row(4))
    assert.match((await one.types('undo')).out, /1 taken off/)
    const { out, err } = await other.types('undo')
    assert.match(out, /taken off: 1\n {2}Person 4/, err)
  })
})
