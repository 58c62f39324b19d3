import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { describe, it } from 'mocha'
import type { Card } from '../../cards/kit/card.ts'
import { asks, offerTo, shares } from '../ask/town.ts'
import { House, type Options, read } from '../house.ts'
import { answered } from '../reflection/answers.ts'

type Roster = NonNullable<Options['roster']>

/** The people of a roster of the field. */
async function rosterOf(file: string): Promise<Roster> {
  const text = await readFile(new URL(`inputs/${file}`, import.meta.url), 'utf8')
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
  return rows.map(({ objectId: id = '', name = '', unit = '', managerObjectId = '' }) => ({
    id,
    name,
    unit: unit.split('/'),
    managers: managerObjectId.split(' ').filter(Boolean),
  }))
}

const idOf = (roster: Roster, name: string, team = '') =>
  roster.find((one) => one.name === name && one.unit?.at(-1)?.includes(team))?.id ?? assert.fail(name)

describe('field case 38: names as they are typed', () => {
  /** Vraag Steller's question lies with Help Er, who knows somebody else. */
  async function withHelper(file = '38-names-typed.csv') {
    const roster = await rosterOf(file)
    const house = await House.open({ roster })
    const [asker, helper] = [idOf(roster, 'Vraag Steller'), idOf(roster, 'Help Er')]
    await shares(house, helper, 'Een kapvergunning duurt acht weken.')
    await asks(house, asker, 'Help Er', 'wie weet iets van een kapvergunning?')
    await house.settle()
    offerTo(house, helper)
    return { house, roster, says: async (text: string) => read(await house.say(helper, text)) }
  }

  for (const [typed, name] of [
    ["Noor 't Lam", "Noor 't Lam"],
    ['noor ’t lam', "Noor 't Lam"],
    ['Noor ‘t Lam.', "Noor 't Lam"],
    ['noor t lam', "Noor 't Lam"],
    ["Lam, Noor 't", "Noor 't Lam"],
    ['lam', "Noor 't Lam"],
    ['Zoe Ozturk', 'Zoë Öztürk'],
    ['ZOË ÖZTÜRK!', 'Zoë Öztürk'],
    ['Zoe\u0308 O\u0308ztu\u0308rk', 'Zoë Öztürk'],
    ['Anne Marie de Wit', 'Anne-Marie de Wit'],
    ['annemarie de wit', 'Anne-Marie de Wit'],
    ['Anne‑Marie', 'Anne-Marie de Wit'],
    ['Wit, Anne-Marie de', 'Anne-Marie de Wit'],
    ['Jan de Vries, Team B', 'Jan de Vries (Team B)'],
    ['Jan de Vries (Team B)', 'Jan de Vries (Team B)'],
    ['jan vries team b', 'Jan de Vries (Team B)'],
  ] as const)
    it(`"${typed}" is ${name}`, async () => {
      const { says } = await withHelper()
      assert.ok((await says(`vraag het aan ${typed}`)).startsWith(`Ik vraag het aan ${name}\n`), typed)
    })

  it('who is not found is told so, apart from who cannot be asked', async () => {
    const { says } = await withHelper('38b-without-4-and-5.csv')
    for (const name of ["Noor 't Lam", 'Zoe Ozturk', 'Klaas Vaak', 'de', '.', 'Noo'])
      assert.match(await says(`vraag het aan ${name}`), /Ik vind niemand met die naam/, name)
    assert.match(await says('vraag het aan Els Baas'), /Die collega kan ik nu niet vragen/)
  })

  it('of two with one name the teams are shown, and asked for', async () => {
    const { says } = await withHelper()
    const asked = await says('vraag het aan Jan de Vries')
    assert.match(asked, /meer collega’s met die naam/)
    assert.match(asked, /Jan de Vries \(Team A\)\nJan de Vries \(Team B\)/)
  })

  it('of two with one name the team stands behind it, on every card that names one of them', async () => {
    const { house, roster } = await withHelper()
    const jan = idOf(roster, 'Jan de Vries', 'Team B')
    await shares(house, jan, 'Bij een dakkapel vraag ik eerst om een tekening.')
    const card = await house.say(idOf(roster, 'Vraag Steller'), 'wie weet iets van een dakkapel?')
    assert.match(read(card), /Jan de Vries \(Team B\)/)
    assert.match(read(await house.say(idOf(roster, 'Help Er'), 'zoek dakkapel')), /Jan de Vries \(Team B\)/)
    assert.doesNotMatch(read(card), /Help Er \(/)
  })
})

describe('field case 32: last names first', () => {
  const open = async () => {
    const roster = await rosterOf('32-names-achternaam-voornaam.csv')
    return { roster, house: await House.open({ roster }) }
  }

  it('everybody is greeted by their first name', async () => {
    const { roster, house } = await open()
    for (const [name, first] of [
      ['Meer, Els van der', 'Els'],
      ["Hart, Piet 't", 'Piet'],
      ['Vries, Jan de', 'Jan'],
      ['Yıldırım, Ayşe (Burgerzaken)', 'Ayşe'],
      ['Groen, W. (Wil)', 'Wil'],
    ] as const) {
      const id = idOf(roster, name)
      await house.arrive(id)
      await house.settle()
      const greeted = house.sentTo(id).map(read).join('\n')
      assert.match(greeted, new RegExp(`Hoi ${first}\\b|Hoi ${first},`), name)
    }
  })

  it('every part of a name is seen in a text, whatever stands around it', async () => {
    const { roster, house } = await open()
    const writer = idOf(roster, 'Bakker, Jan')
    const warned = async (text: string): Promise<Card> => answered(house, writer, text, { sharing: 'pulse' })
    for (const [text, words] of [
      ['Ik leerde dit gisteren van ayse bij de balie.', 'ayse'],
      ['Ik leerde dit gisteren van Yıldırım (balie).', 'Yıldırım'],
      ['Ik hoorde van Wil-Groen dat ik eerst moest bellen.', 'Wil-Groen'],
      ['Dat zei Els, van der Meer.', 'Els, van der Meer'],
    ] as const) {
      const shown = read(await warned(text))
      assert.match(shown, /Een naam: /, text)
      assert.ok(shown.includes(words.split(',')[0] ?? ''), shown)
    }
  })

  it('the two Jans of one name are told apart by their team', async () => {
    const { roster, house } = await open()
    const jan = idOf(roster, 'Vries, Jan de', 'Burgerzaken')
    await shares(house, jan, 'Een paspoort met spoed vraag ik aan voor drie uur.')
    const found = read(await house.say(idOf(roster, 'Bakker, Jan'), 'wie weet iets van een paspoort met spoed?'))
    assert.match(found, /Vries, Jan de \(Burgerzaken\)/)
  })
})
