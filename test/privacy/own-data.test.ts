import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { asCsv, asMarkdown } from '../../services/privacy/formats.ts'
import { sendTo } from '../ask/town.ts'
import { House, ROSTER, read, TENANT, WEDNESDAY } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { KARINS, livedAWeek, openHouse } from './lives.ts'

const MINUTES = 60_000

/** The ticket in the links of the export card. */
async function ticketOf(house: House, person: string): Promise<string> {
  const found = /export\/([^/]+)\/leermoment\.json/.exec(read(await house.say(person, 'exporteer')))?.[1]
  assert.ok(found)
  return found
}

const exportOf = async (house: House, person: string) =>
  (await house.app.exported(await ticketOf(house, person))) ?? assert.fail()

/** Every text in it, however deep. */
function textsIn(held: unknown): string[] {
  if (typeof held === 'string') return [held]
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(textsIn) : []
}

describe('privacy: my data', () => {
  it('counts what is held, per kind, in plain words', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    const card = read(await house.say('karin', 'mijn gegevens'))
    assert.match(
      card,
      /je naam \(Karin de Wit\), e-mailadres, functie, werkdagen, leidinggevende en team \(Team Vergunningen\)/,
    )
    assert.match(card, /Momenten: 2\./)
    assert.match(card, /Vragen die je stelde: 2\./)
    assert.match(card, /Vragen van collega’s aan jou: 3\./)
    assert.match(card, /Gedeeld met collega’s, met je naam: 2\./)
  })

  it('counts nothing for who did nothing', async () => {
    const house = await House.open()
    assert.match(read(await house.say('bram', 'mijn gegevens')), /Momenten: 0\.[\s\S]*Vragen die je stelde: 0\./)
  })
})

describe('privacy: export', () => {
  it('opens for fifteen minutes, and holds everything of this person and nothing of another’s journal', async () => {
    const { house } = await openHouse()
    await answered(house, 'bram', 'Dit is van Bram alleen.')
    await livedAWeek(house)
    const exported = await house.app.exported(await ticketOf(house, 'karin'))
    assert.ok(exported)
    const all = JSON.stringify(exported.everything)
    for (const held of [
      'stopt de sloop',
      'zat stil in het hoge gras',
      'broedt',
      'Wacht op de',
      'Nog een losse',
      'helpLimit',
    ]) {
      assert.ok(all.includes(held), held)
    }
    assert.doesNotMatch(all, /van Bram alleen/)
    assert.deepEqual(
      exported.moments.map(({ text }) => text.includes(`Een ${KARINS} bij de beek`)),
      [false, false],
      'what was deleted is gone',
    )
  })

  /** What somebody asks, and writes before it is sent. */
  async function asksMore(house: House) {
    await answered(house, 'bram', 'Een hijskraan op de stoep heeft een ontheffing nodig.', { sharing: 'colleagues' })
    const looking = await house.say('karin', `wie weet iets van een hijskraan bij een ${KARINS}?`)
    await sendTo(house, 'karin', looking, undefined, { purpose: `Morgen begint de ${KARINS} te bouwen` })
    await house.say('karin', `wie weet iets van een ${KARINS}, bel 06-12345678?`)
    await house.settle()
  }

  for (const [what, lives] of Object.entries({ 'in a week': livedAWeek, 'around a question': asksMore }))
    it(`holds every text that somebody wrote ${what}, as long as it is kept anywhere`, async () => {
      const { house, documents } = await openHouse()
      await lives(house)
      const held = textsIn((await exportOf(house, 'karin')).everything)
      const kept = documents().flatMap(({ collection, json }) =>
        textsIn(JSON.parse(json)).map((text) => ({ collection, text })),
      )
      const own = kept.filter(({ text }) => text.includes(KARINS))
      assert.ok(own.length > 2)
      assert.deepEqual(
        own.filter(({ text }) => !held.includes(text)),
        [],
      )
    })

  it('case A22: names colleagues and gives nobody’s object id; what the house keeps for itself stays there', async () => {
    // A keeper whose etags carry more than a version, as those of Cosmos DB do.
    const random = { id: () => `["etag-of-the-keeper","",${JSON.stringify(systemRandom.id())}]` }
    const { house } = await openHouse({}, memoryStore({ clock: { now: () => WEDNESDAY }, random }))
    await livedAWeek(house)
    const consent = await answered(house, 'priya', 'Dit mag mee.', { sharing: 'pulse' })
    await house.press('priya', consent, consent.actions[0]?.title ?? '')
    for (const { id } of ROSTER) {
      const { everything, moments, title } = await exportOf(house, id)
      const files = [JSON.stringify(everything), asCsv(moments), asMarkdown(title, moments)].join('\n')
      assert.doesNotMatch(files, /"(etag|applied)":|etag-of-the-keeper/)
      for (const other of ROSTER.filter((one) => one.id !== id))
        assert.doesNotMatch(files, new RegExp(`\\b${other.id}\\b`), `${other.id} in the export of ${id}`)
    }
    const { roster, moments } = (await exportOf(house, 'priya')).everything as {
      roster: { managers: string[]; readers: string[] }
      moments: { readers: string[] }[]
    }
    assert.deepEqual([roster.managers, roster.readers], [['Mehmet Kaya'], ['Mehmet Kaya']])
    assert.deepEqual(moments.at(-1)?.readers, ['Mehmet Kaya'])
  })

  it('leaves out who is no longer there, and says how often what was shared helped', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    await house.app.roster.remove({ tenant: TENANT, id: 'mehmet' })
    const { roster, shared } = (await exportOf(house, 'karin')).everything as {
      roster: { managers: string[] }
      shared: { timesHelped: number }[]
    }
    assert.deepEqual(roster.managers, [])
    assert.ok(shared.length > 0 && shared.every(({ timesHelped }) => Number.isInteger(timesHelped)))
  })

  it('is over after fifteen minutes', async () => {
    const house = await House.open()
    const ticket = await ticketOf(house, 'sanne')
    await house.pass(15 * MINUTES - 1)
    assert.ok(await house.app.exported(ticket))
    await house.pass(1)
    assert.equal(await house.app.exported(ticket), undefined)
  })

  it('gives nothing for a ticket that was not given', async () => {
    const house = await House.open()
    const ticket = await ticketOf(house, 'sanne')
    for (const wrong of ['sanne', `${ticket}x`, ticket.slice(1), ticket.toUpperCase(), 'key']) {
      assert.equal(await house.app.exported(wrong), undefined)
    }
    assert.notEqual(await ticketOf(house, 'sanne'), ticket)
  })

  it('shows nobody’s name or id in its link', async () => {
    const house = await House.open()
    assert.doesNotMatch(JSON.stringify(await house.say('sanne', 'exporteer')), /sanne/i)
  })

  it('reads as a journal: words instead of codes, in the person’s language', async () => {
    const house = await House.open()
    await answered(house, 'sanne', 'Eerst bellen.', { how: 'fout', sharing: 'colleagues' })
    const exported = await house.app.exported(await ticketOf(house, 'sanne'))
    assert.deepEqual(exported?.moments, [
      {
        written: '18 november 2026',
        question: 'Wat was deze week je meest leerzame moment?',
        text: 'Eerst bellen.',
        how: 'Van een fout',
        sharing: 'Alle collega’s, met mijn naam',
      },
    ])
  })
})

const moment = (text: string) => ({ written: '1 mei 2026', question: 'Wat?', text, how: 'Zelf', sharing: 'Ik' })

describe('privacy: the export as a table', () => {
  it('opens as UTF-8, with a header and a row per moment', () => {
    assert.equal(
      asCsv([moment('Eén')]),
      '\uFEFFwritten,question,text,how,sharing\r\n"1 mei 2026","Wat?","Eén","Zelf","Ik"\r\n',
    )
  })

  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    it(`case 34: runs no formula: a cell that begins with ${JSON.stringify(start)} stays text`, () => {
      assert.ok(asCsv([moment(`${start}HYPERLINK("x")`)]).includes(`"'${start}HYPERLINK(""x"")"`))
    })
  }

  it('keeps commas, quotes and lines within their cell', () => {
    assert.ok(asCsv([moment('a, "b"\nc')]).includes('"a, ""b""\nc"'))
  })
})

describe('privacy: the export for reading', () => {
  it('has a title and a heading per moment', () => {
    assert.equal(
      asMarkdown('Mijn momenten', [moment('Eén')]),
      '# Mijn momenten\n\n## 1 mei 2026\n\nWat?\n\n> Eén\n\nZelf · Ik',
    )
  })

  const texts: [typed: string, shown: string][] = [
    ['# Kop', '> \\# Kop'],
    ['Kop\n===', '> Kop\n> \\=\\=\\='],
    ['- punt', '> \\- punt'],
    ['1. eerst', '> 1\\. eerst'],
    ['2) dan', '> 2\\) dan'],
    ['[klik](https://evil)', '> \\[klik\\](https\\://evil)'],
    ['<b>vet</b> **vet** _scheef_ ~~weg~~', '> \\<b\\>vet\\</b\\> \\*\\*vet\\*\\* \\_scheef\\_ \\~\\~weg\\~\\~'],
    ['    code', '> code'],
    ['&copy; `x` |', '> \\&copy; \\`x\\` \\|'],
  ]
  for (const [typed, shown] of texts) {
    it(`leaves ${JSON.stringify(typed)} as it was typed`, () =>
      assert.ok(asMarkdown('T', [moment(typed)]).includes(`\n\n${shown}\n\n`), asMarkdown('T', [moment(typed)])))
  }
})
