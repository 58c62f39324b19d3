import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createHouse } from '../../bot/composition/composition.ts'
import type { Wire } from '../../bot/teams/wire.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Doc, Store, Telemetry } from '../../services/core/ports.ts'
import { later } from '../../services/core/time.ts'
import { moments } from '../../services/reflection/moment.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, type Options, read, TENANT, WEDNESDAY } from '../house.ts'

const ANNA = { id: 'anna', name: 'Anna Vis' }
const TEXT = 'Eerst bellen, dan pas schrijven.'

/** Sanne answered the question of this week. What lies in the keeper then, and what the house reads of it. */
async function answered(telemetry?: Telemetry, wire?: Options['wire']) {
  const house = await House.open({ ...(telemetry && { telemetry }), ...(wire && { wire }) })
  const question = await house.say('sanne', 'vraag')
  await house.press('sanne', question, 'Bewaar', { text: TEXT, sharing: 'self' })
  const only = async (store: Store) => {
    const of = { tenant: TENANT, person: 'sanne' }
    const { items } = await moments(store).find(of, { index: 'written', limit: 9 })
    return (items[0] ?? assert.fail('nothing was kept')) as Doc
  }
  return { house, lies: await only(house.keeper), kept: await only(house.store) }
}

/** What was told of, each kind once. */
function heard() {
  const kinds = new Set<string>()
  const telemetry: Telemetry = {
    count: (what) => void kinds.add(what),
    timed: (what, _, work) => {
      kinds.add(what)
      return work()
    },
  }
  return { kinds, telemetry }
}

/** `taken-away.long.test.ts` takes away what each of these is about, one at a time: then that one fails, and no other. */
describe('a house, put together', () => {
  it('keeps a document in the form of this release, and shows nobody which form that is', async () => {
    const { lies, kept } = await answered()
    assert.deepEqual([typeof lies.version, kept.version], ['number', undefined])
  })

  it('keeps an answer for a year', async () => {
    const { lies } = await answered()
    assert.match(String(lies.expires), /^2027-11-1[78]T/)
  })

  it('tells how long the store took', async () => {
    const { kinds, telemetry } = heard()
    await answered(telemetry)
    assert.ok(kinds.has('store'))
  })

  it('tells how long a turn took', async () => {
    const { kinds, telemetry } = heard()
    await answered(telemetry)
    assert.ok(kinds.has('turn'))
  })

  it('tells how long a job took', async () => {
    const { kinds, telemetry } = heard()
    const { house } = await answered(telemetry)
    await house.app.rosterChanged(TENANT)
    await house.settle()
    assert.ok(kinds.has('lane'))
  })

  it('tells of a message that failed', async () => {
    const { kinds, telemetry } = heard()
    const tried: string[] = []
    const { house } = await answered(telemetry, async ({ to }) => {
      tried.push(to)
      return { kind: 'unknown', code: 'http-504' }
    })
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-20T18:00Z')
    assert.ok(tried.length > 0)
    assert.ok(kinds.has('sends'))
  })

  it('says of a write that failed that keeping did not work', async () => {
    const clock = { now: () => WEDNESDAY }
    const store = interrupted(memoryStore({ clock, random: systemRandom }), {
      before(collection, verb) {
        if (collection === 'settings' && verb === 'put') throw new Error('the disk is full')
      },
    })
    const house = await House.open({ store })
    assert.match(read(await house.say('sanne', 'stop')), /Het bewaren lukte niet/)
  })

  it('gives one name of a collection one shape', async () => {
    const { house } = await answered()
    assert.throws(
      () =>
        house.store.collection({ name: 'moments', owner: 'person', indexes: {}, lives: { untilRemoved: 'a test' } }),
      /two shapes of one collection: moments/,
    )
  })

  it('sends no faster than it may', async () => {
    const waits: number[] = []
    const wire: Wire = {
      post: async () => ({ kind: 'accepted', id: 'm' }),
      put: async () => ({ kind: 'accepted', id: 'm' }),
      create: async () => ({ kind: 'accepted', id: 'm' }),
    }
    const wait = async (ms: number) => {
      waits.push(ms)
      house.now = later(house.now, ms)
    }
    const house: House = await House.open({ roster: [ANNA], channel: { wire, paced: { rps: 1, wait } } })
    for (let n = 0; n < 3; n++) await house.pace.slot(TENANT, `conversation-${n}`)
    assert.ok(waits.length > 0)
  })

  it('is not built on a store that has all around it already', async () => {
    const { house } = await answered()
    const given = {
      clock: { now: () => WEDNESDAY },
      random: systemRandom,
      log: { info() {}, error() {} },
      way: {
        messenger: {
          send: async () => ({ kind: 'waiting' as const }),
          update: async () => ({ kind: 'waiting' as const }),
        },
      },
      handed: { workingMoment: (at: Date) => at },
    }
    const on = (keeper: Store) => createHouse({ ...given, keeper }, hmacSecrets('a key for tests'))
    on(house.keeper)
    for (const store of [house.store, { ...house.store }]) assert.throws(() => on(store), /give its keeper/)
  })
})
