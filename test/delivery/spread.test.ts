import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { weekOf } from '../../services/core/time.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import type { Recipient } from '../../services/delivery/rounds/recipients.ts'
import { TENANT, WEDNESDAY } from '../house.ts'

const PEOPLE = 3_000
/** Half a minute before the week is over in Amsterdam. */
const LAST_MOMENT = new Date('2026-11-22T22:59:30.000Z')

async function planned(due: Date, week: string) {
  const pages = roundPages(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), hmacSecrets('a key'))
  const everyone = Array.from({ length: PEOPLE }, (_, nth): Recipient => {
    return { person: `p${nth}`, due: due.toISOString(), prompt: 'x', version: 1, state: 'planned' }
  })
  return new Map((await pages.plan(TENANT, week, everyone, (known) => known)).map((one) => [one.person, one.due]))
}

describe('delivery: where many want their question at the same moment', () => {
  it('they are spread over the time it takes to send them, each at a second of their own that stays the same', async () => {
    const due = await planned(WEDNESDAY, '2026-W47')
    const seconds = new Map<number, number>()
    for (const moment of due.values()) {
      const second = (Date.parse(moment) - WEDNESDAY.getTime()) / 1000
      seconds.set(second, (seconds.get(second) ?? 0) + 1)
    }
    const last = Math.max(...seconds.keys())
    assert.ok(last > PEOPLE / 25 && last < PEOPLE / 8, `over ${last} seconds`)
    assert.ok(Math.max(...seconds.values()) < 100, 'a page or so at a time')
    assert.deepEqual(await planned(WEDNESDAY, '2026-W47'), due)
  })

  it('but nobody out of their week', async () => {
    const due = [...(await planned(LAST_MOMENT, '2026-W47')).values()]
    assert.ok(due.every((moment) => weekOf(new Date(moment)) === '2026-W47'))
    assert.ok(new Set(due).size > 5, 'as far as there is time, they are spread')
  })
})
