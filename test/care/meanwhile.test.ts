import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Interruption, interrupted } from '../delivery/interrupted.ts'
import { type House, read, House as Town, WEDNESDAY } from '../house.ts'
import { answering, employCouncil, PUBLISHED, openTown as pulseTown, QUOTES } from '../pulse/town.ts'
import { finds, openTown, reporting } from './reported.ts'

/** A store in which something else happens once, just before what the app is about to do. */
function between() {
  const wait: { at?: (collection: string, verb: string) => boolean; act?: () => Promise<unknown> } = {}
  const before: Interruption = async (collection, verb) => {
    const { act } = wait
    if (!act || !wait.at?.(collection, verb)) return
    delete wait.act
    await act()
  }
  const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), { before })
  return { store, wait }
}

const judging = async (house: House, title: string) => {
  const card = await house.say('olga', 'meldingen')
  return house.press('olga', card, title)
}

describe('care: two things at the same moment', () => {
  it('words that are put back while they are being hidden are there afterwards', async () => {
    const { store, wait } = between()
    const house = await openTown(store)
    const card = await reporting(house)
    // Reported already, the words are about to be taken out of the bank.
    wait.at = (collection, verb) => collection === 'knowledge' && (verb === 'remove' || verb === 'put')
    wait.act = () => judging(house, 'Zet terug')
    await house.press('bram', card, 'Meld en verberg')
    assert.equal(wait.act, undefined)
    assert.equal(await finds(house), true)
    await house.pass(5 * 60_000)
    assert.equal(await finds(house), true)
  })

  it('and a quote of a pulse too, also when the process that hid it ends before it looks again', async () => {
    for (const dies of [false, true]) {
      const { store, wait } = between()
      const house = await pulseTown({ store })
      await answering(house)
      await house.until(PUBLISHED)
      await house.settle()
      await employCouncil(house)
      await house.app.pulse.policies.choose('tenant-a', { decides: 'works-council' })
      const pulse = await house.say('petra', 'leerpuls')
      const report = await house.press('petra', pulse, 'Meld dit')
      wait.at = (collection, verb) => collection === 'pulses' && verb === 'put'
      wait.act = async () => {
        await judging(house, 'Zet terug')
        if (!dies) return
        wait.at = (collection) => collection === 'reports'
        wait.act = async () => {
          throw new Error('killed')
        }
      }
      await house.press('petra', report, 'Meld en verberg').catch(() => {})
      const next = new Town({ store, at: house.now })
      await next.pass(5 * 60_000)
      const shown = read(await next.say('petra', 'leerpuls'))
      assert.ok(
        QUOTES.every((text) => shown.includes(text)),
        `dies: ${dies}`,
      )
    }
  })

  it('a second reporter hears what was decided meanwhile, and not that it is hidden', async () => {
    const { store, wait } = between()
    const house = await openTown(store)
    const card = await reporting(house)
    // She has found that nobody reported it, and is about to: by then somebody did, and somebody else put it back.
    wait.at = (collection) => collection === 'agenda'
    wait.act = async () => {
      await house.press('bram', card, 'Meld en verberg')
      await judging(house, 'Zet terug')
    }
    const told = read(await house.press('priya', card, 'Meld en verberg'))
    assert.equal(wait.act, undefined)
    assert.match(told, /Hier is al naar gekeken|looked at/i)
    assert.equal(await finds(house), true)
  })
})
