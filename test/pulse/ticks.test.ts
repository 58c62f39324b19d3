import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit.ts'
import { pulseCollections } from '../../services/pulse/kept.ts'
import { type House, read, TENANT } from '../house.ts'
import { answered, journalOf } from '../reflection/answers.ts'
import { CLOSED, openTown, PUBLISHED, staff, WINDOW } from './town.ts'

const NEED = 'een collega die meekijkt'
const BARRIER = 'regels die knellen'
const TOPIC = 'contact met inwoners'

/** Answers, and ticks what played a part. */
async function ticking(house: House, person: string, ticks: Record<string, string>): Promise<Card> {
  const saved = await answered(house, person, `Iets van ${person}`, { how: 'werk' })
  return house.press(person, await house.press(person, saved, 'Wat speelde mee?'), 'Bewaar mijn keuzes', ticks)
}

/** So many of the team tick one thing, and the rest of those who answer another. */
async function divided(house: House, having: number, of: number, more: Record<string, string> = {}): Promise<void> {
  for (const [place, person] of staff('jeugd', of).entries())
    await ticking(house, person, {
      needs: place < having ? NEED : 'meer tijd',
      barriers: place < having ? BARRIER : '',
      topics: place < having ? TOPIC : 'samenwerken',
      ...more,
    })
}

async function published(house: House): Promise<string> {
  await house.until(PUBLISHED)
  return read(await house.say('petra', 'leerpuls'))
}

describe('pulse: topics, needs and what stands in the way', () => {
  it('appear in words, each under its own head, from five with it and five without it', async () => {
    const house = await openTown()
    await divided(house, 6, 12)
    const words = await published(house)
    assert.match(
      words,
      /Wat zij nodig hebben\nEen collega die meekijkt\nMeer tijd\nWat in de weg zit\nRegels die knellen\n/,
    )
    assert.match(words, /Waarover zij leerden\nContact met inwoners\nSamenwerken\n/)
    const [, told = ''] = /Wat zij nodig hebben([\s\S]*)Hoe zij leerden/.exec(words) ?? []
    assert.doesNotMatch(told, /\d/)
  })

  it('R7: end in the same sentence when four named it, or when all but four did', async () => {
    for (const having of [4, 8]) {
      const house = await openTown()
      await divided(house, having, 12)
      const words = await published(house)
      assert.match(words, /Wat in de weg zit\nHierover kunnen we deze periode niets laten zien\./, String(having))
    }
  })

  it('R4: have their own base: ten who ticked are not enough, however many answered', async () => {
    const house = await openTown()
    await divided(house, 5, 10)
    for (const person of staff('jeugd', 20).slice(10))
      await answered(house, person, `Iets van ${person}`, { how: 'werk' })
    const words = await published(house)
    assert.match(words, /De helft of meer leerde|De meesten leerden/)
    assert.doesNotMatch(words, new RegExp(`${NEED}|${BARRIER}|${TOPIC}`, 'i'))
  })

  it('R10: lie in the journal, and at the close under an id of the window, without the text', async () => {
    const house = await openTown()
    await divided(house, 6, 12)
    const [moment] = await journalOf(house, 'jeugd-00')
    assert.deepEqual([moment?.needs, moment?.barriers, moment?.topics], [[NEED], [BARRIER], [TOPIC]])
    await house.until(CLOSED)
    const { contributions } = pulseCollections(house.store)
    const { items } = await contributions.find({ tenant: TENANT }, { index: 'window', equals: WINDOW, limit: 100 })
    assert.equal(items.filter(({ needs }) => needs.includes(NEED) && needs.includes(BARRIER)).length, 6)
    assert.doesNotMatch(JSON.stringify(items), /jeugd-|Iets van/)
  })

  it('are not repeated on the card that says they are kept, and change neither text nor consent', async () => {
    const house = await openTown()
    const asked = await answered(house, 'jeugd-00', 'Bel eerst de moeder.', { sharing: 'pulse' })
    const saved = await house.press('jeugd-00', asked, 'Zet dit in de leerpuls')
    const lists = await house.press('jeugd-00', saved, 'Wat speelde mee?')
    const kept = await house.press('jeugd-00', lists, 'Bewaar mijn keuzes', { needs: NEED })
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(NEED, 'i'))
    assert.match(read(kept), /als 10 collega’s ook iets kozen/)
    const [moment] = await journalOf(house, 'jeugd-00')
    assert.deepEqual([moment?.sharing, moment?.readers, moment?.text], ['pulse', ['petra'], 'Bel eerst de moeder.'])
    assert.match(read(await house.press('jeugd-00', kept, 'Wijzig mijn keuzes')), new RegExp(`\n${NEED}\n`))
  })

  it('say so to whom they do not count for: a reader, whoever switched counting off, whoever answers by name', async () => {
    const house = await openTown()
    const lines = async (person: string, inputs: Record<string, string> = {}) => {
      const saved = await answered(house, person, 'Iets anders.', { how: 'werk', ...inputs })
      return read(await house.press(person, saved, 'Wat speelde mee?'))
    }
    await house.say('jeugd-01', 'tel mij niet mee')
    for (const words of [
      await lines('petra'),
      await lines('jeugd-01'),
      await lines('jeugd-02', { sharing: 'colleagues' }),
    ])
      assert.match(words, /Je keuzes tellen deze periode niet mee\./)
    assert.match(await lines('jeugd-03'), /Je keuzes tellen alleen mee als 10 collega’s ook iets kozen/)
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

  it('go with the moment when it is removed', async () => {
    const house = await openTown()
    await ticking(house, 'jeugd-00', { needs: NEED })
    await house.say('jeugd-00', 'ja, verwijder 1')
    assert.doesNotMatch(JSON.stringify(await journalOf(house, 'jeugd-00')), new RegExp(NEED))
  })
})
