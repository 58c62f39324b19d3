import assert from 'node:assert/strict'
import type { Card } from '../../../cards/kit/card.ts'
import { button, cardOf, type House, read } from '../../house.ts'
import { JEUGD, MANAGERS, members, openTown, PUBLISHED, QUOTES, quote, staff, tick, WMO } from '../town.ts'
import { DOEN } from './answers.ts'

const OTHERS = ['Zet de afspraak in de agenda.', 'Neem een tolk mee.', 'Kom twee keer langs.']
const EMPLOYED = [
  ...MANAGERS.filter(({ id }) => id !== 'petra'),
  ...members('jeugd', JEUGD, ['ruud']),
  ...members('wmo', WMO, ['ruud']),
]

/** Ruud manages two teams, and of both a pulse came. */
async function bothCame(): Promise<House> {
  const house = await openTown({}, undefined, EMPLOYED)
  for (const [team, texts] of [
    ['jeugd', QUOTES],
    ['wmo', OTHERS],
  ] as const) {
    for (const [place, text] of texts.entries()) await quote(house, `${team}-0${place}`, text)
    await tick(house, staff(team, 18).slice(3))
  }
  await house.until(PUBLISHED)
  await house.settle()
  return house
}

/** The words that a card names for a button. */
const typedFor = (card: Card, title: string) => {
  const named =
    card.fallbackText
      .split('\n')
      .at(-1)
      ?.replace(/^Typ: /, '')
      .split(' · ') ?? []
  return named[card.actions.indexOf(button(card, title))] ?? assert.fail()
}
const both = (texts: readonly string[], card: Card) => texts.map((text) => read(card).includes(text))

describe('pulse: somebody who manages two teams', () => {
  it('gets both, and chooses one by pressing or typing', async () => {
    const house = await bothCame()
    const cards = house.sentTo('ruud').filter((card) => /In hun eigen woorden/.test(read(card)))
    assert.equal(cards.length, 2)
    const which = await house.say('ruud', 'leerpuls')
    assert.match(read(which), /Welke leerpuls bedoel je\?[\s\S]*Team Jeugd · [\s\S]*Team Wmo · /)
    for (const [title, texts] of [
      ['Team Jeugd', QUOTES],
      ['Team Wmo', OTHERS],
    ] as const) {
      const pressed = await house.press('ruud', which, title)
      assert.deepEqual(both(texts, pressed), [true, true, true])
      assert.deepEqual(await house.say('ruud', typedFor(which, title)), pressed)
    }
    assert.doesNotMatch(read(await house.say('ruud', 'leerpuls gaf mij een idee')), /Welke leerpuls/)
  })

  it('reports a quote of either: the button and the words it names say of which', async () => {
    const house = await bothCame()
    const which = await house.say('ruud', 'leerpuls')
    for (const [title, texts, other] of [
      ['Team Wmo', OTHERS, QUOTES],
      ['Team Jeugd', QUOTES, OTHERS],
    ] as const) {
      const pulse = await house.press('ruud', which, title)
      const report = await house.press('ruud', pulse, 'Meld dit')
      assert.ok(texts.every((text) => JSON.stringify(report).includes(text.slice(0, 20))))
      assert.ok(!other.some((text) => JSON.stringify(report).includes(text.slice(0, 20))))
      assert.deepEqual(await house.say('ruud', typedFor(pulse, 'Meld dit')), report)
      await house.press('ruud', report, 'Meld en verberg')
      const left = await house.press('ruud', which, title)
      assert.equal(both(texts, left).filter(Boolean).length, 2)
      await house.say('ruud', typedFor(report, 'Meld en verberg').replace('…', '2'))
      assert.equal(both(texts, await house.press('ruud', which, title)).filter(Boolean).length, 1)
    }
    const all = await house.say('ruud', 'meld dit')
    const choices = all.body.find(({ id }) => id === 'quote')?.choices
    assert.equal(Array.isArray(choices) ? choices.length : 0, 2, 'what is left of both')
  })

  it('answers the one that is meant: typed without saying which, the choice comes first', async () => {
    const house = await bothCame()
    const which = await house.say('ruud', 'besluit niet; Daar is dit jaar geen geld voor')
    assert.match(read(which), /Welke leerpuls bedoel je/)
    const wmo = await house.press('ruud', which, 'Team Wmo')
    assert.match(read(wmo), /Iedereen in Team Wmo leest jouw woorden/)
    const jeugd = await house.say('ruud', typedFor(which, 'Team Jeugd'))
    assert.match(read(jeugd), /Iedereen in Team Jeugd leest jouw woorden/)
    let card = wmo
    while (!card.actions.some(({ title }) => title === 'Verstuur naar je team'))
      card = await house.press('ruud', card, 'Verder', DOEN)
    await house.press('ruud', card, 'Verstuur naar je team')
    await house.settle()
    const heard = (person: string) => house.sentTo(person).some((one) => /Dit zeiden jullie/.test(read(one)))
    assert.deepEqual([heard('wmo-05'), heard('jeugd-05')], [true, false])
    assert.match(read(await house.say('ruud', 'reageer')), /Team Jeugd leest jouw woorden/, 'the one that is left')
  })

  it('asks back whom they mean, and what was typed comes along', async () => {
    const house = await bothCame()
    const which = await house.say('ruud', 'vraag terug: wat helpt als eerste?')
    const asks = await house.press('ruud', which, 'Team Wmo')
    assert.match(read(asks), /Iedereen in Team Wmo[\s\S]*wat helpt als eerste\?/)
    await house.press('ruud', asks, 'Vraag het iedereen')
    await house.settle()
    const heard = (person: string) => house.sentTo(person).some((one) => /wat helpt als eerste/.test(read(one)))
    assert.deepEqual([heard('wmo-05'), heard('jeugd-05')], [true, false])
  })

  it('is refused a pulse that they do not read, whatever the button says', async () => {
    const house = await bothCame()
    const which = await house.say('ruud', 'leerpuls')
    const { pulse } = button(which, 'Team Wmo').data
    for (const verb of ['pulse.show', 'pulse.respond'])
      assert.equal((await house.send('jeugd-03', verb, { pulse }))?.refused, 'not-yours')
    assert.match(
      read(cardOf(await house.send('jeugd-03', 'care.open', { pulse: String(pulse) }))),
      /Er is niets om te melden/,
    )
  })
})
