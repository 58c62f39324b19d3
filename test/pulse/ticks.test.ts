import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { listOf } from '../../services/core/ticks.ts'
import { weekAfter } from '../../services/core/time.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { type House, read, TENANT } from '../house.ts'
import { answered, journalOf } from '../reflection/answers.ts'
import { CLOSED, openTown, PUBLISHED, staff, WINDOW } from './town.ts'

const NEED = 'een collega die meekijkt'
const RULE = 'een regel die weg kan'
const TOPIC = 'contact met inwoners'

/** Answers, and ticks in the boxes of the card that says so. */
async function ticking(house: House, person: string, ticks: Record<string, string>): Promise<Card> {
  const saved = await answered(house, person, `Iets van ${person}`, { how: 'werk' })
  return house.press(person, saved, 'Klaar', ticks)
}

/** So many of the team tick some things, and the rest of those who answer others: the list that is not on the card is typed. */
async function divided(house: House, having: number, of: number): Promise<void> {
  for (const [place, person] of staff('jeugd', of).entries()) {
    await ticking(house, person, { needs: place < having ? `${NEED},${RULE}` : 'meer tijd' })
    await house.say(person, `kies ${place < having ? TOPIC : 'samenwerken'}`)
  }
}

async function published(house: House): Promise<string> {
  await house.until(PUBLISHED)
  return read(await house.say('petra', 'leerpuls'))
}

describe('pulse: topics, and what would help', () => {
  it('appear in words, from five with it and five without it, and of one list alone', async () => {
    const house = await openTown()
    await divided(house, 6, 11)
    const words = await published(house)
    assert.match(words, /Wat hen zou helpen\nSluit\nEen collega die meekijkt\nEen regel die weg kan\nMeer tijd\n/)
    assert.doesNotMatch(words, /Waarover zij leerden\n|Hoe zij leerden\nSluit\n|Contact met inwoners|in het werk/)
    const [, told = ''] = /Wat hen zou helpen([\s\S]*)Dit kozen mensen/.exec(words) ?? []
    assert.ok(told !== '')
    assert.doesNotMatch(told, /\d/)
  })

  it('R7: end in the same sentence when four named it, or when all but four did', async () => {
    for (const having of [4, 8]) {
      const house = await openTown()
      await divided(house, having, 12)
      const words = await published(house)
      assert.match(
        words,
        /Wat hen zou helpen\nSluit\nHierover kunnen we deze periode niets laten zien\./,
        String(having),
      )
    }
  })

  it('R4: have their own base: ten who ticked are not enough, however many answered', async () => {
    const house = await openTown()
    await divided(house, 5, 10)
    for (const person of staff('jeugd', 20).slice(10))
      await answered(house, person, `Iets van ${person}`, { how: 'werk' })
    const words = await published(house)
    assert.match(
      words,
      /Leerpuls van Team Jeugd[\s\S]*Wat hen zou helpen\nSluit\nHierover kunnen we deze periode niets laten zien/,
    )
    assert.doesNotMatch(words, new RegExp(`${NEED}|${RULE}|${TOPIC}`, 'i'))
  })

  it('R10: lie in the journal, and at the close under an id of the window, without the text', async () => {
    const house = await openTown()
    await divided(house, 6, 12)
    const [moment] = await journalOf(house, 'jeugd-00')
    assert.deepEqual([moment?.needs, moment?.topics], [[RULE, NEED], [TOPIC]])
    await house.until(CLOSED)
    const { contributions } = pulseCollections(house.store)
    const { items } = await contributions.find({ tenant: TENANT }, { index: 'window', equals: WINDOW, limit: 100 })
    assert.equal(items.filter(({ needs }) => needs.includes(NEED) && needs.includes(RULE)).length, 6)
    assert.doesNotMatch(JSON.stringify(items), /jeugd-|Iets van/)
  })

  it('are not repeated on the card that says they are kept, and change neither text nor consent', async () => {
    const house = await openTown()
    const asked = await answered(house, 'jeugd-00', 'Bel eerst de moeder.', { sharing: 'pulse' })
    const saved = await house.press('jeugd-00', asked, 'Zet dit in de leerpuls')
    const kept = await house.press('jeugd-00', saved, 'Klaar', { needs: NEED })
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(NEED, 'i'))
    assert.match(read(kept), /als 10 collega’s ook iets kozen/)
    const [moment] = await journalOf(house, 'jeugd-00')
    assert.deepEqual([moment?.sharing, moment?.readers, moment?.text], ['pulse', ['petra'], 'Bel eerst de moeder.'])
    assert.match(read(await house.press('jeugd-00', kept, 'Wijzig mijn keuzes')), new RegExp(`\n${NEED}\n`))
  })

  it('leave the ways on of what was saved on the card that says they are kept', async () => {
    for (const needs of [NEED, '']) {
      const house = await openTown()
      const kept = await ticking(house, 'jeugd-00', { needs })
      const rows = pressesOf(kept).map(({ title }) => title)
      const ways = ['Bekijk of wijzig', 'Dit was een vraag', 'Toch niet bewaren']
      assert.deepEqual(rows, [...ways, 'Wat ga je ermee doen?', 'Wijzig mijn keuzes'])
      assert.match(read(await house.press('jeugd-00', kept, 'Bekijk of wijzig')), /Iets van jeugd-00/)
      assert.match(read(await house.press('jeugd-00', kept, 'Dit was een vraag')), /Iets van jeugd-00/)
      assert.equal((await journalOf(house, 'jeugd-00'))[0]?.removed, true)
    }
  })

  it('say so to those for whom they do not count: a reader, one who switched counting off, one who answers by name', async () => {
    const house = await openTown()
    const lines = async (person: string, inputs: Record<string, string> = {}) => {
      const saved = await answered(house, person, 'Iets anders.', { how: 'werk', ...inputs })
      const isAsked = saved.actions.some(({ title }) => title === 'Klaar')
      return `${isAsked} ${read(await house.say(person, 'wat speelde mee'))}`
    }
    await house.say('jeugd-01', 'tel mij niet mee')
    for (const words of [
      await lines('petra'),
      await lines('jeugd-01'),
      await lines('jeugd-02', { sharing: 'colleagues' }),
    ])
      assert.match(words, /^false[\s\S]*Je keuzes tellen deze periode niet mee\./)
    assert.match(await lines('jeugd-03'), /^true[\s\S]*Je keuzes tellen alleen mee als 10 collega’s ook iets kozen/)
  })

  for (const [typed, topics, needs] of [
    ['meer tijd en samenwerken', ['samenwerken'], ['meer tijd']],
    ['meer tijd, ', [], ['meer tijd']],
    ['systemen en gegevens en een beter systeem.', ['systemen en gegevens'], ['een beter systeem']],
    ['samenwerken en plannen en werkdruk, en meer tijd', ['samenwerken', 'plannen en werkdruk'], ['meer tijd']],
    ['more time and working together', ['samenwerken'], ['meer tijd']],
  ] as const)
    it(`are read where they are typed as "kies ${typed}"`, async () => {
      const house = await openTown()
      await answered(house, 'jeugd-00', 'Iets', { how: 'werk' })
      assert.match(read(await house.say('jeugd-00', `kies ${typed}`)), /Je keuzes zijn bewaard/)
      const [moment] = await journalOf(house, 'jeugd-00')
      assert.deepEqual([moment?.topics ?? [], moment?.needs ?? []], [topics, needs])
    })

  it('are no command where one of the words is on no list', async () => {
    const house = await openTown()
    await answered(house, 'jeugd-00', 'Iets', { how: 'werk' })
    for (const typed of ['meer tijd en koffie', 'en', 'meer tijd samenwerken'])
      assert.doesNotMatch(read(await house.say('jeugd-00', `kies ${typed}`)), /Je keuzes zijn bewaard/, typed)
  })

  it('are refused from another one’s card and when the week is over; a word on no list is left out', async () => {
    const house = await openTown()
    await ticking(house, 'jeugd-00', { needs: NEED })
    const [moment] = await journalOf(house, 'jeugd-00')
    const sent = (person: string, needs: string) =>
      house.send(person, 'reflection.tick', { moment: moment?.id ?? '', needs })
    assert.equal((await sent('jeugd-01', NEED))?.refused, 'not-yours')
    await sent('jeugd-00', `Karin,${NEED}`)
    assert.deepEqual((await journalOf(house, 'jeugd-00'))[0]?.needs, [NEED])
    await house.until('2026-12-01T09:00Z')
    const late = await sent('jeugd-00', 'meer tijd')
    assert.match(read(late?.card ?? assert.fail()), /De week van deze vraag is voorbij/)
    assert.deepEqual((await journalOf(house, 'jeugd-00'))[0]?.needs, [NEED])
  })

  it('are asked by turns, one list an answer, also of who answers every other week', async () => {
    const house = await openTown()
    const asked: string[] = []
    for (const day of ['2026-11-26', '2026-12-10', '2026-12-24', '2027-01-07']) {
      await house.until(`${day}T13:00Z`)
      const saved = await answered(house, 'jeugd-00', `Iets op ${day}`, { how: 'werk' })
      asked.push(/Wat zou je hierbij helpen|Waar ging het over/.exec(read(saved))?.[0] ?? read(saved))
    }
    const [help, about] = ['Wat zou je hierbij helpen', 'Waar ging het over']
    assert.deepEqual(asked, [help, about, help, help])
  })

  for (const every of [1, 2])
    it(`are both asked in four answers in a row of who answers every ${every} weeks`, () => {
      const lists = Array.from({ length: 520 }, (_, nth) => listOf(weekAfter('2026-W42', nth * every)))
      for (let from = 0; from + 4 <= lists.length; from++)
        assert.equal(new Set(lists.slice(from, from + 4)).size, 2, `from ${from}`)
    })

  it('travel with every button of the card, and a list that was on no card stays', async () => {
    const house = await openTown()
    const saved = await answered(house, 'jeugd-00', 'Iets', { how: 'werk' })
    await house.say('jeugd-00', `kies ${TOPIC}`)
    const buttons = { 'Bekijk of wijzig': NEED, 'Toch niet bewaren': `${NEED},${RULE}` }
    for (const [button, needs] of Object.entries(buttons)) {
      await house.press('jeugd-00', saved, button, { needs })
      const [moment] = await journalOf(house, 'jeugd-00')
      assert.deepEqual([moment?.needs?.toSorted(), moment?.topics], [needs.split(',').toSorted(), [TOPIC]])
    }
    await house.press('jeugd-00', saved, 'Klaar', { needs: '' })
    assert.deepEqual((await journalOf(house, 'jeugd-00'))[0]?.needs, [])
  })

  it('travel with the button that makes a question of the answer too, which may be held back', async () => {
    const house = await openTown()
    const saved = await answered(house, 'jeugd-00', 'Ik word gepest door mijn leidinggevende', { how: 'werk' })
    await house.press('jeugd-00', saved, 'Dit was een vraag', { needs: NEED })
    assert.deepEqual((await journalOf(house, 'jeugd-00'))[0]?.needs, [NEED])
  })

  it('of a card of 0.1.0 count as what they are called now', async () => {
    const house = await openTown()
    await answered(house, 'jeugd-00', 'Iets', { how: 'werk' })
    const [moment] = await journalOf(house, 'jeugd-00')
    const old = { topics: TOPIC, needs: 'kennis of oefening', barriers: 'tijdgebrek,regels die knellen' }
    await house.send('jeugd-00', 'reflection.tick', { moment: moment?.id ?? '', ...old })
    const [ticked] = await journalOf(house, 'jeugd-00')
    assert.deepEqual([ticked?.topics, ticked?.needs], [[TOPIC], ['meer tijd', RULE, 'uitleg of oefening']])
  })

  it('go with the moment when it is removed', async () => {
    const house = await openTown()
    await ticking(house, 'jeugd-00', { needs: NEED })
    await house.say('jeugd-00', 'ja, verwijder 1')
    assert.doesNotMatch(JSON.stringify(await journalOf(house, 'jeugd-00')), new RegExp(NEED))
  })
})
