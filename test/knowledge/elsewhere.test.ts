import assert from 'node:assert/strict'
import { analysis } from '../../bot/texts.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { later } from '../../services/core/time.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'
import { KEEPERS, type Keeper, type Open } from '../store/keepers.ts'

const TEXT = 'parkeervergunningen aanvragen gaat via het loket'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Two processes on one store, of which the first has a clock that is behind; the second knows what lies there. */
async function two(open: Open, { behind }: { behind: number }) {
  const clock = { time: new Date('2026-11-18T10:00:00.000Z'), now: () => clock.time }
  const keeper = await open(clock)
  const { store } = keeper
  const here = knowledge({ store, clock, random: systemRandom, analysis })
  const elsewhere = knowledge({
    store,
    random: systemRandom,
    analysis,
    clock: { now: () => later(clock.time, -behind) },
  })
  const shares = (from: typeof here, author: string) =>
    from.share({
      tenant: 'gemeente',
      id: author,
      kind: 'moment',
      author,
      language: 'nl',
      text: TEXT,
      at: clock.time.toISOString(),
    })
  const pass = (milliseconds: number) => {
    clock.time = later(clock.time, milliseconds)
  }
  const known = async (): Promise<string[]> => {
    const found = await here.knowers('gemeente', 'parkeervergunningen', 'nl', new Set())
    return (await here.told('gemeente', found)) ? found.map(({ person }) => person).sort() : known()
  }
  for (const author of ['anna', 'bram']) await shares(here, author)
  assert.deepEqual(await known(), ['anna', 'bram'])
  return { keeper, here, elsewhere, shares, pass, known }
}

for (const [name, open] of Object.entries(KEEPERS)) {
  describe(`knowledge on ${name}: what another process changed`, () => {
    let keeper: Keeper
    const begin = async (more: { behind: number }) => {
      const begun = await two(open, more)
      keeper = begun.keeper
      return begun
    }
    afterEach(() => keeper.clean())

    it('is not read more than once a minute', async () => {
      const { elsewhere, shares, pass, known } = await begin({ behind: 0 })
      await shares(elsewhere, 'carla')
      pass(MINUTE - 1)
      assert.deepEqual(await known(), ['anna', 'bram'])
      pass(1)
      assert.deepEqual(await known(), ['anna', 'bram', 'carla'])
    })

    it('is seen though it carries the time of a moment before what was read', async () => {
      const { elsewhere, shares, pass, known } = await begin({ behind: MINUTE / 2 })
      await shares(elsewhere, 'carla')
      pass(MINUTE)
      assert.deepEqual(await known(), ['anna', 'bram', 'carla'])
    })

    it('is seen within the hour though the clock there is behind by more than that', async () => {
      const { elsewhere, shares, pass, known } = await begin({ behind: 2 * MINUTE })
      await shares(elsewhere, 'carla')
      pass(HOUR - MINUTE)
      assert.deepEqual(await known(), ['anna', 'bram'], 'it was seen already, else this shows nothing')
      pass(MINUTE)
      assert.deepEqual(await known(), ['anna', 'bram', 'carla'])
    })

    it('is gone at once when it was taken back, whatever any clock says', async () => {
      const { here, elsewhere, known } = await begin({ behind: 2 * MINUTE })
      await elsewhere.withdraw('gemeente', 'anna')
      assert.deepEqual(await known(), ['bram'])
      const found = await here.searchOthers('gemeente', 'carla', 'parkeervergunningen', 'nl', 3)
      assert.deepEqual(
        found.map(({ author }) => author),
        ['bram'],
      )
    })
  })
}
