import assert from 'node:assert/strict'
import { button, cardOf, read, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { forget, KARINS, livedAWeek, openHouse } from './lives.ts'

type Line = { person: string; state: string; code?: string }

describe('privacy: after erase me', () => {
  it('is the end of everything that is sent, also when the app is opened again', async () => {
    const { house, documents } = await openHouse()
    await livedAWeek(house)
    await forget(house)
    const before = house.sentTo('karin').length
    await house.arrive('karin')
    await house.until('2026-12-04T16:00Z')
    assert.equal(house.sentTo('karin').length, before)
    // An empty line a week, with why nothing went.
    const pages = documents().filter(({ collection }) => collection === 'pages')
    const lines = pages.flatMap(({ json }) => (JSON.parse(json) as { recipients: Line[] }).recipients)
    const hers = lines.filter(({ person }) => person === 'karin').map(({ state, code }) => [state, code])
    assert.deepEqual(hers, [['withdrawn', 'stopped']])
  })

  it('can be followed by a fresh start', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    await forget(house)
    assert.match(read(await house.say('karin', 'start')), /Welkom terug/)
    await house.until('2026-12-04T12:00Z')
    assert.equal(house.sentTo('karin').filter((card) => /Vraag van de week/.test(read(card))).length, 1)
    assert.match(read(await house.say('karin', 'mijn momenten')), /Je hebt nog geen momenten bewaard/)
  })

  it('does not touch somebody with the same id in another municipality, nor a colleague', async () => {
    const { house, documents } = await openHouse()
    await house.employ({ id: 'karin', name: 'Karin van Elders' }, 'tenant-b')
    const elsewhere = {
      id: 'b:1',
      tenant: 'tenant-b',
      person: 'karin',
      at: house.now,
      language: 'nl',
      place: 'personal',
    } as const
    const question = cardOf(await house.turn({ ...elsewhere, kind: 'said', text: 'vraag' }))
    const input = {
      moment: button(question, 'Bewaar').data.moment ?? '',
      revision: '0',
      text: 'Elders geleerd.',
      how: '',
      sharing: 'colleagues',
    }
    await house.turn({ ...elsewhere, id: 'b:2', kind: 'pressed', verb: 'reflection.answer', input })
    await answered(house, 'bram', 'Van Bram alleen.')
    await livedAWeek(house)
    const of = (tenant: string) =>
      documents()
        .filter(({ json }) => json.includes(`"tenant":"${tenant}"`))
        .map(({ json }) => json)
    const before = of('tenant-b')
    await forget(house)
    assert.deepEqual(of('tenant-b'), before)
    assert.ok(of(TENANT).some((json) => json.includes('Van Bram alleen.')))
  })

  it('stops half way at a failure, and can be asked for again', async () => {
    const { house, documents } = await openHouse()
    await livedAWeek(house)
    const draft = house.app.features.find(({ name }) => name === 'draft')
    assert.ok(draft)
    const { forget: real } = draft
    draft.forget = async () => Promise.reject(new Error('the disk is full'))
    assert.match(read(await house.say('karin', 'ja, verwijder alles')), /lukte niet/)
    draft.forget = real
    await forget(house)
    assert.deepEqual(
      documents().filter(({ json }) => json.includes(KARINS)),
      [],
    )
  })
})
