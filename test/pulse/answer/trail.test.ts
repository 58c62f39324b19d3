import assert from 'node:assert/strict'
import { read } from '../../house.ts'
import { answering, CLOSED, openTown, PUBLISHED, QUOTES, quote, staff, tick } from '../town.ts'
import { alsoNext, asked, NIET, REPLY, sent } from './answers.ts'

const [MINE = '', ...OTHERS] = QUOTES

describe('trail: from a quote to what was decided, and back', () => {
  it('is there for its author: their words, and the answer to that pulse', async () => {
    const { house } = await sent(NIET)
    const card = read(await house.say('jeugd-00', 'mijn citaat'))
    assert.ok(card.includes(MINE) && card.includes(REPLY))
    assert.ok(!card.includes(NIET.reason) && !/Meer tijd/.test(card), 'R37: no point beside a quote')
    assert.match(card, /In de leerpuls van 23 november tot en met 6 december[\s\S]*Antwoord van Petra Mulder/)
    for (const other of OTHERS) assert.ok(!card.includes(other), 'whose the others are is nobody’s to see')
  })

  it('is there for nobody else: not for a colleague, a reader or who is over them (A29)', async () => {
    const { house } = await sent(NIET)
    for (const person of ['jeugd-10', 'petra', 'baas', 'ruud'])
      assert.match(read(await house.say(person, 'mijn citaat')), /Je hebt geen citaat/, person)
  })

  it('says that it waits, that there is no answer yet, and in the end that nobody can read it', async () => {
    const waiting = await openTown()
    await answering(waiting)
    for (const moment of [undefined, CLOSED]) {
      if (moment) await waiting.until(moment)
      const card = read(await waiting.say('jeugd-00', 'mijn citaat'))
      assert.match(card, /Je citaat wacht[\s\S]*op zijn vroegst op dinsdag 8 december/, moment)
      assert.ok(card.includes(MINE))
      assert.match(read(await waiting.say('jeugd-10', 'mijn citaat')), /Je hebt geen citaat/)
    }
    const { house } = await asked()
    assert.match(read(await house.say('jeugd-00', 'mijn citaat')), /Er is nog geen antwoord/)
    await house.until('2027-02-02T12:00Z')
    const card = read(await house.say('jeugd-00', 'mijn citaat'))
    assert.match(card, /voor niemand meer te lezen/)
    assert.ok(!card.includes(MINE))
  })

  for (const [when, moment] of [
    ['right after it was given', undefined],
    ['when its window is closed', CLOSED],
  ] as const)
    for (const way of ['pressed', 'typed'] as const)
      it(`takes it back ${when}, ${way}: then nobody reads it, and nothing waits any more`, async () => {
        const house = await openTown()
        await answering(house)
        await quote(house, 'jeugd-03', 'Zoek de huisarts op.')
        if (moment) await house.until(moment)
        const card = await house.say('jeugd-00', 'mijn citaat')
        const typed = card.fallbackText.split('Typ: ').at(-1) ?? ''
        const done = await (way === 'typed'
          ? house.say('jeugd-00', typed)
          : house.press('jeugd-00', card, 'Trek mijn citaat in'))
        assert.match(read(done), /Je citaat is ingetrokken/)
        assert.match(read(await house.press('jeugd-00', card, 'Trek mijn citaat in')), /niet meer/)
        assert.match(read(await house.say('jeugd-00', 'mijn citaat')), /Je hebt geen citaat/)
        await house.until(PUBLISHED)
        const pulse = read(await house.say('petra', 'leerpuls'))
        assert.ok(pulse.includes('Zoek de huisarts op.') && !pulse.includes(MINE))
      })

  it('is there for the one before, when the same author says something again', async () => {
    const { house } = await sent(NIET, NIET, {}, alsoNext)
    await house.until('2026-12-15T09:00Z')
    await quote(house, 'jeugd-00', 'Een tweede scherm helpt.')
    await tick(house, staff('jeugd', 18).slice(3))
    await house.until('2027-01-04T02:00Z')
    const card = read(await house.say('jeugd-00', 'mijn citaat'))
    assert.match(card, /Je citaat wacht/)
    assert.ok(card.includes(MINE) && card.includes(REPLY))
    assert.ok(!card.includes(NIET.reason) && !/Meer tijd/.test(card), 'R37: no point beside a quote')
    await house.press('jeugd-00', await house.say('jeugd-00', 'verwijder mij'), 'Ja, verwijder alles')
    assert.match(read(await house.say('jeugd-00', 'mijn citaat')), /Je hebt geen citaat/)
  })
})
