import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import { kept } from './seen.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

describe('Kenniskapitaal, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(async () => {
    town = teams.town()
    for (const name of ['Sanne Bakker', 'Karin de Wit', 'Kees Brouwer', 'Ravi Ramdin'])
      await town.say(name, 'wie weet iets van luchtballonvaart?')
    await town.house.until('2026-11-24T09:00Z')
  })

  const open = async (look: Partial<Look> = {}) => {
    shown = await teams.show({ as: 'Sanne Bakker', page: 'kenniskapitaal', ...look })
    await shown.frame.getByRole('region', { name: /^(Onderwerpen|Topics)$/ }).waitFor()
  }
  const rows = () => shown.frame.getByRole('region', { name: 'Onderwerpen' }).getByRole('listitem')

  it('shows to everybody the same topics, how many want to help in words, and no name', async () => {
    const names = (await town.house.app.standing.guests(town.tenant)).map(({ name }) => name)
    const all = await Promise.all(
      ['Sanne Bakker', 'Marieke Jansen', 'Kim Nguyen', 'Yvonne Blom'].map((name) => town.get(name, '/api/me/capital')),
    )
    for (const { text } of all) {
      assert.equal(text, all[0]?.text)
      assert.ok(names.every((name) => !text.includes(name)))
      assert.doesNotMatch(text, /5a4e0000-/)
    }
    await open()
    const told = await rows().allInnerTexts()
    assert.ok(told.length >= 8, told.join(' | '))
    assert.match(told.join('\n'), /schulden vroeg zien\s+Rust op één collega\s+\d+ antwoorden/)
    await shown.frame.getByText('luchtballonvaart').waitFor()
    await kept(shown, 'capital')
  })

  it('draws the topics by how much there is to read, tells the picture in one sentence, and hatches what rests on one', async () => {
    const picture = shown.frame.getByRole('img', { name: /^Het meeste is te lezen over .* Op één collega rust: / })
    const { topics } = (await town.get('Sanne Bakker', '/api/me/capital')).body as {
      topics: { topic: string; answers: number }[]
    }
    const known = topics.filter(({ answers }) => answers > 0).sort((one, other) => other.answers - one.answers)
    const areas = (await picture.locator('[style]').evaluateAll((boxes) =>
      boxes.map((box) => {
        const { width, height } = box.getBoundingClientRect()
        return width * height
      }),
    )) as number[]
    assert.ok(areas.length >= 2)
    const per = areas.map((area, place) => area / (known[place]?.answers ?? assert.fail()))
    assert.ok(Math.max(...per) / Math.min(...per) < 1.02, per.join())
    await shown.frame
      .getByRole('region', { name: 'Wat zouden we maandag missen?' })
      .getByRole('listitem')
      .first()
      .waitFor()
  })

  it('shows what rests on one colleague alone', async () => {
    const all = await rows().count()
    await shown.frame.getByLabel('Toon').selectOption('one')
    assert.ok((await rows().count()) < all)
    for (const text of await rows().allInnerTexts()) assert.match(text, /Rust op één collega/)
  })

  it('leads to what is known about a topic, with nothing of it in an address', async () => {
    await shown.frame.getByRole('link', { name: 'schulden vroeg zien' }).press('Enter')
    await shown.frame
      .getByRole('region', { name: 'Gevonden bij “schulden vroeg zien”' })
      .getByRole('article')
      .first()
      .waitFor()
    assert.ok(shown.asked.every((address) => !/schulden/.test(address)))
  })
})
