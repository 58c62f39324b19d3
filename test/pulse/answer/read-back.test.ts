import assert from 'node:assert/strict'
import { type House, read } from '../../house.ts'
import { QUOTES, staff } from '../town.ts'
import { DOEN, NIET, only, REASON, REPLY, sent } from './answers.ts'

const PASS = { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'ruud willems', hears: '' }
const NOT_YET = { decision: 'nog-niet', reason: 'Het rooster ligt nog bij de centrale.', hears: '2027-02-15' }
const DONE = { decision: 'gedaan', reason: 'Sinds deze week is dinsdag zonder telefoon.', hears: '' }

async function tells(house: House, outcome: Record<string, string>): Promise<void> {
  const card = await house.say('petra', 'reageer')
  await house.press('petra', await house.press('petra', card, 'Verder', outcome), 'Verstuur naar je team')
  await house.settle()
}

describe('response: read back with "besluiten"', () => {
  it('has the pulse, every point, the decision in its own words, the owner, the day and what came of it', async () => {
    const { house } = await sent({ ...DOEN, owner: 'Petra Mulder' }, NIET)
    await house.until('2027-01-12T12:00Z')
    await tells(house, NOT_YET)
    await house.until('2027-02-15T12:00Z')
    await tells(house, DONE)
    for (const person of [...staff('jeugd'), 'petra']) {
      const first = await house.say(person, 'besluiten')
      assert.match(
        read(first),
        /Dit is gedaan\.[\s\S]*dinsdag zonder telefoon[\s\S]*nog niet klaar\.[\s\S]*15 februari/,
      )
      const older = read(await house.press(person, first, 'Eerdere besluiten'))
      assert.match(older, /Antwoord op de leerpuls · 23 november t\/m 6 december[\s\S]*Antwoord van Petra Mulder/)
      assert.match(older, /Petra Mulder pakt dit op\.[\s\S]*Je hoort meer op dinsdag 12 januari/)
      for (const words of [REASON, REPLY, NIET.reason]) assert.ok(older.includes(words), `${person}: ${words}`)
      for (const quote of QUOTES) assert.ok(!older.includes(quote), 'R37: no quote beside a point')
      assert.deepEqual(read(await house.say(person, 'besluiten 3')), older, 'typed it is the same')
    }
    assert.match(read(await house.say('wmo-01', 'besluiten')), /nog geen besluit/)
  })

  it('past the last one begins with the newest, and does not say that nothing was decided', async () => {
    const { house } = await sent(DOEN, NIET)
    const newest = read(await house.say('jeugd-20', 'besluiten'))
    assert.ok(newest.includes(NIET.reason))
    for (const place of ['0', '2', '999'])
      assert.equal(read(await house.say('jeugd-20', `besluiten ${place}`)), newest, place)
  })

  it('is also for who decided a point that was passed on to them', async () => {
    const { house } = await sent(PASS, NIET)
    const note = await house.press('ruud', only(house, 'ruud', /vraagt of jij een punt overneemt/), 'Ik neem het over')
    const preview = await house.press('ruud', note, 'Verder', { ...DOEN, owner: 'Ruud Willems' })
    await house.press('ruud', preview, 'Verstuur naar je team')
    const back = read(await house.say('ruud', 'decisions'))
    assert.ok(back.includes(REASON))
    assert.doesNotMatch(back, /Daar is dit jaar geen geld voor/)
  })
})
