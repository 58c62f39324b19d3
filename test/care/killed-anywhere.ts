import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { reports } from '../../services/care/report.ts'
import { dying, KILLED } from '../delivery/interrupted.ts'
import { House, read, TENANT } from '../house.ts'
import type { Open } from '../store/keepers.ts'
import { finds, openTown, reporting } from './reported.ts'

/** Where a report waits for the store. */
const PLACES = ['reports', 'knowledge', 'deliveries', 'agenda']

interface Act {
  person: string
  title: string
  /** Up to the card that is pressed. */
  until(house: House): Promise<Card>
}

const REPORT: Act = { person: 'bram', title: 'Meld en verberg', until: reporting }
const PUT_BACK: Act = {
  person: 'olga',
  title: 'Zet terug',
  async until(house) {
    await house.press('bram', await reporting(house), 'Meld en verberg')
    await house.settle()
    return house.say('olga', 'meldingen')
  },
}

/** Pressed in a process that dies at this place, and never pressed again: another process goes on. */
async function killedAt(open: Open, act: Act, place: number) {
  let now = new Date()
  const { store, clean } = await open({ now: () => now })
  const house = await openTown(store)
  const card = await act.until(house)
  now = house.now
  const short = dying(store, PLACES, place)
  const first = new House({ store: short.store, at: now })
  await first.press(act.person, card, act.title).catch(() => {})
  if (!short.isDead()) await first.settle().catch((error) => assert.equal(error, KILLED))
  const died = short.isDead()
  const second = new House({ store, at: now })
  // What is not known to have arrived is settled by a line of text.
  await second.pass(24 * 3_600_000)
  const sent = [...first.sent, ...second.sent]
  /** Heard of it, by one card at most. */
  const isTold = (person: string, words: RegExp) => {
    const own = sent.filter(({ to }) => to === person).map(({ content }) => content)
    const cards = own.filter((content) => typeof content !== 'string' && words.test(read(content))).length
    return cards === 1 || (cards === 0 && own.some((content) => typeof content === 'string'))
  }
  const { items } = await reports(store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
  const found = await finds(second)
  await clean()
  return { died, found, report: items[0], isTold }
}

/** A report, and a decision on one, each broken off at every place. */
export function killedAnywhere(open: Open): void {
  it('while somebody reports: what was kept of it is hidden, and the judge and its author are told once', async () => {
    let kept = 0
    for (let place = 0; ; place++) {
      const { died, found, report, isTold } = await killedAt(open, REPORT, place)
      if (report) {
        kept += 1
        const told = [isTold('olga', /Mag dit blijven staan/), isTold('karin', /Je tekst is verborgen/)]
        assert.deepEqual([found, report.unsettled, ...told], [false, undefined, true, true], `place ${place}`)
      } else assert.equal(found, true, `place ${place}`)
      if (!died) break
    }
    assert.ok(kept > 5, `${kept} deaths after it was kept`)
  })

  it('while somebody decides: either it still waits, or it is back and both are told once', async () => {
    const ends = { waits: 0, done: 0 }
    for (let place = 0; ; place++) {
      const { died, found, report, isTold } = await killedAt(open, PUT_BACK, place)
      const told = [isTold('bram', /teruggezet/), isTold('karin', /teruggezet/)]
      if (report?.state === 'hidden') {
        ends.waits += 1
        assert.deepEqual([found, ...told], [false, false, false], `place ${place}`)
      } else {
        ends.done += 1
        assert.deepEqual([found, report?.unsettled, ...told], [true, undefined, true, true], `place ${place}`)
      }
      if (!died) break
    }
    assert.ok(ends.waits > 1 && ends.done > 5, JSON.stringify(ends))
  })
}
