import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { asks as allAsks } from '../../services/ask/ask.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, TENANT, WEDNESDAY } from '../house.ts'
import { asks, asksOf } from './town.ts'

const MANY = 120

describe('ask: the service stops while open questions are looked after', () => {
  it('ends after the page in hand, and the next one does the rest', async () => {
    let pages = 0
    let onPage = () => {}
    const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
      after(collection, verb, _of, by) {
        const { index, limit = 0 } = (by ?? {}) as { index?: string; limit?: number }
        if (collection !== 'asks' || verb !== 'find' || index !== 'due' || limit === 1) return
        pages++
        onPage()
      },
    })
    const house = await House.open({ store })
    await asks(house, 'sanne', 'karin')
    await house.settle()
    const [one] = await asksOf(house, 'sanne')
    assert.ok(one)
    const { etag: _, due: __, ...known } = one
    const collection = allAsks(house.store)
    for (let at = 0; at < MANY; at++)
      await collection.put({ ...known, id: `ask-${at}`, state: 'closed', offers: [], due: house.now.toISOString() })
    pages = 0
    let stopped: Promise<void> | undefined
    onPage = () => {
      stopped ??= house.app.agenda.stop()
    }
    await house.app.agenda.wake(TENANT, 'ask', house.now)
    await house.app.agenda.look()
    await house.app.agenda.stop()
    await stopped
    const due = async () => (await collection.find({ tenant: TENANT }, { index: 'due', limit: 500 })).items
    assert.equal(pages, 1)
    assert.ok((await due()).length >= MANY - 50, `${(await due()).length} are due`)
    onPage = () => {}
    const next = new House({ store: house.store, at: house.now })
    await next.settle()
    assert.deepEqual(
      (await due()).filter(({ id }) => id.startsWith('ask-')),
      [],
    )
  })
})
