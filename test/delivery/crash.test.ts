import assert from 'node:assert/strict'
import type { Sent } from '../../services/core/ports.ts'
import type { Options } from '../house.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
/** At nine, so that six hours later people are still at work. */
const AT_NINE = 'vraag op woensdag 9:00'
const REMINDER = 'Je vraag van de week staat klaar. Typ: vraag'

const crashes: [how: string, wire: Options['wire']][] = [
  ['the wire breaks while the card is on it', () => Promise.reject(new Error('socket hang up'))],
  ['the wire never answers', () => new Promise(() => {})],
  ['the wire cannot say whether the card arrived', async () => ({ kind: 'unknown', code: '504' })],
]

for (const [how, wire] of crashes) {
  describe(`delivery: when ${how}`, () => {
    /** Crashed in the middle of sending, and started again a minute later. */
    async function crashed() {
      const house = await plannedWeek([SANNE], { at: MONDAY, ...(wire && { wire }) })
      await house.say('sanne', AT_NINE)
      house.now = new Date('2026-11-18T08:00Z')
      void house.settle()
      await new Promise(setImmediate)
      return restarted(house, '2026-11-18T08:01Z')
    }

    it('no second card is sent, and after six hours one line of text', async () => {
      const house = await crashed()
      await house.until('2026-11-18T13:59Z')
      assert.equal(house.sent.length, 0)
      await house.until('2026-11-18T14:00Z')
      assert.deepEqual(house.linesTo('sanne'), [REMINDER])
      await house.until('2026-11-22T12:00Z')
      assert.equal(house.sent.length, 1)
    })

    it('the line is sent once, also when the service starts again', async () => {
      const house = await crashed()
      await house.until('2026-11-18T15:00Z')
      const again = await restarted(house, '2026-11-19T09:00Z')
      await again.until('2026-11-22T12:00Z')
      assert.equal(again.sent.length, 0)
    })

    it('the line waits for the morning when the service was down until night', async () => {
      const house = await restarted(await crashed(), '2026-11-18T20:00Z')
      assert.equal(house.sent.length, 0)
      await house.until('2026-11-19T08:00Z')
      assert.deepEqual(house.linesTo('sanne'), [REMINDER])
    })

    it('no line follows when the person answered meanwhile', async () => {
      const house = await crashed()
      await house.press('sanne', await house.say('sanne', 'vraag'), 'Bewaar', { text: 'Eerst bellen.' })
      await house.until('2026-11-22T12:00Z')
      assert.equal(house.sent.length, 0)
    })

    it('no line follows when the person stopped meanwhile', async () => {
      const house = await crashed()
      await house.say('sanne', 'stop')
      await house.until('2026-11-22T12:00Z')
      assert.equal(house.sent.length, 0)
    })
  })
}

describe('delivery: when the channel refuses the card', () => {
  it('nothing more is sent about it, and the others get theirs', async () => {
    const house = await plannedWeek([SANNE, BRAM], {
      wire: async ({ to }) =>
        to === 'sanne' ? { kind: 'rejected', code: 'BotDisabledByAdmin' } : { kind: 'accepted', message: 'message-1' },
    })
    await house.until('2026-11-22T12:00Z')
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['bram'],
    )
    assert.match(house.logged.join(), /"kind":"rejected"/)
  })
})

describe('delivery: a line of text that fails', () => {
  it('does not keep another from being sent', async () => {
    const unknown = async (): Promise<Sent> => ({ kind: 'unknown', code: '504' })
    const first = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-19T14:00Z'), wire: unknown })
    const house = await restarted(first, '2026-11-19T14:01Z')
    const reflection = house.app.features.find(({ name }) => name === 'reflection')
    const render = reflection?.render
    if (!reflection || !render) throw new Error('reflection renders the question')
    reflection.render = (delivery, to) =>
      delivery.person === 'bram' ? Promise.reject(new TypeError('no such card')) : render(delivery, to)
    await house.until('2026-11-20T09:00Z')
    assert.deepEqual(house.linesTo('sanne'), [REMINDER])
  })
})
