import assert from 'node:assert/strict'
import type { Lanes } from '../../../services/core/ports.ts'
import { lane, nameOf, nothing, SECOND, type World } from '../world.ts'

const TENANTS = Array.from({ length: 20 }, (_, index) => `tenant-${index}`)
const LANES = TENANTS.flatMap((tenant) => ['outbox', 'rounds', 'welcome'].map((job) => lane(job, tenant)))

/** Long enough for the slowest keeper to get through all of it. */
const LONG = 60 * SECOND

/** Any number of workers may want the same. */
export function racing(world: () => World): void {
  /** Four workers take what they can until all is done, a dozen rounds at the most without anything for anybody. */
  async function race(of: number, done: (lanes: Lanes, name: string) => void): Promise<void> {
    const { place, one, two } = world()
    const workers = [one, two, await place.open(), await place.open()]
    let left = of
    await Promise.all(
      workers.map(async (lanes) => {
        for (let empty = 0; left > 0 && empty < 12; empty++) {
          const { claims } = await lanes.claim(5, LONG)
          for (const claim of claims) {
            done(lanes, nameOf(claim))
            left--
            await lanes.release(claim)
            empty = -1
          }
        }
      }),
    )
  }

  it('each of many lanes goes to one of four workers, once', async () => {
    const { place, one } = world()
    await Promise.all(LANES.map((each) => one.wake(each, place.now())))
    const all: string[] = []
    await race(LANES.length, (_, name) => all.push(name))
    assert.deepEqual(all.sort(), LANES.map(nameOf).sort())
    await nothing(one)
  })

  it('one lane that all of them want goes to one', async () => {
    const { place, one, two } = world()
    const workers = [one, two, await place.open(), await place.open()]
    for (let turn = 0; turn < 5; turn++) {
      await one.wake(lane('outbox', `tenant-${turn}`), place.now())
      let claims = (await Promise.all(workers.map((lanes) => lanes.claim(1, LONG)))).flatMap((each) => each.claims)
      if (claims.length === 0) claims = (await one.claim(1, LONG)).claims
      assert.equal(claims.length, 1)
    }
  })

  it('a wake that crosses its being given back is not lost', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    for (let turn = 0; turn < 5; turn++) {
      const { claims } = await one.claim(1, LONG)
      assert.equal(claims.length, 1, `turn ${turn}`)
      await Promise.all([...claims.map((claim) => one.release(claim)), two.wake(lane(), place.now())])
    }
  })
}
