import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc, Store } from '../../services/core/ports.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import type { Course, KeptWindow } from '../../services/pulse/documents.ts'
import { House, read, TENANT } from '../house.ts'
import { FRIDAY, LEAST, lookedAt, needing, openTown, PUBLISHED, staff, tick, WINDOW } from './town.ts'

/** As 0.1.0 wrote it: without a stamp, which is as if it were of the first form. */
const unstamped = <T extends Doc>(doc: T): T => {
  const { version: _, ...bare } = doc as T & { version?: number }
  return bare as T
}

/** A town with an open window as 0.1.0 kept it: without a list, and without who was there. */
async function olderTown(rhythm: 'week' | '4weeks', to: string): Promise<{ house: House; raw: Store }> {
  let house: House | undefined
  const raw = memoryStore({ clock: { now: () => house?.now ?? FRIDAY }, random: systemRandom })
  house = await openTown({ store: raw })
  await needing(house, staff('jeugd', 14))
  const { windows, courses, memberships, policies } = pulseCollections(raw)
  const window = (await windows.get({ tenant: TENANT, id: WINDOW })) ?? assert.fail()
  const { place: _place, list: _list, since: _since, ...bare } = unstamped(window)
  await windows.put({ ...bare, to } as KeptWindow)
  const course = (await courses.get({ tenant: TENANT, id: 'pulse' })) ?? assert.fail()
  await courses.put({ ...unstamped(course), cadence: rhythm } as Course)
  const policy = await policies.get({ tenant: TENANT, id: 'pulse' })
  const chosen = { ...policy?.chosen, cadence: rhythm }
  await policies.put({ ...(policy ? unstamped(policy) : { tenant: TENANT, id: 'pulse', log: [] }), chosen })
  for (const one of (await memberships.find({ tenant: TENANT }, { index: 'window', limit: 200 })).items)
    await memberships.remove(one)
  const next = new House({ store: raw, at: house.now, draws: LEAST })
  // The moment that was kept is of the window as it was.
  await next.app.agenda.wake(TENANT, 'pulse', next.now)
  return { house: next, raw }
}

describe('pulse: an open window of 0.1.0', () => {
  it('goes on: it tells the first list, of who is on the roster still, and names the second', async () => {
    const { house } = await olderTown('4weeks', '2026-W50')
    await house.until(PUBLISHED)
    const words = read(await house.say('petra', 'leerpuls'))
    assert.match(words, /Wat hen zou helpen\nSluit\nMeer tijd/)
    assert.match(words, /De volgende lijst komt op dinsdag 5 januari: hoe zij leerden/)
  })

  it('is followed by a list about the window after it: who was there is known from then on', async () => {
    const { house, raw } = await olderTown('4weeks', '2026-W50')
    await lookedAt(house, '2026-12-10T13:00Z')
    await tick(house, staff('jeugd', 14))
    await lookedAt(house, '2027-01-05T12:00Z')
    const words = read(await house.say('petra', 'leerpuls'))
    assert.match(words, /Hoe zij leerden\nSluit\nDe helft of meer leerde in het werk\.[\s\S]*sinds 7 december/)
    const { pulses } = pulseCollections(raw)
    const all = await pulses.find({ tenant: TENANT }, { index: 'window', equals: '2026-W50', limit: 9 })
    assert.deepEqual(all.items.map(({ name, there, fallen }) => [name, there, fallen]).sort(), [
      ['Team Jeugd', 24, false],
      ['Team Wmo', 25, false],
    ])
  })

  it('of one week is followed by windows of four, and the policy holds', async () => {
    const { house, raw } = await olderTown('week', '2026-W49')
    await house.until('2026-12-01T12:00Z')
    assert.match(read(await house.say('petra', 'leerpuls')), /Meer tijd/)
    const windows = (await pulseCollections(raw).windows.find({ tenant: TENANT }, { index: 'opening', limit: 9 })).items
    assert.deepEqual(
      windows.map(({ from, to }) => [from, to]),
      [
        [WINDOW, '2026-W49'],
        ['2026-W49', '2026-W53'],
      ],
    )
    assert.equal((await house.app.pulse.policies.of(TENANT))?.cadence, '4weeks')
  })
})
