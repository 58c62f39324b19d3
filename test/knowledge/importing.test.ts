import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { shares } from '../ask/town.ts'
import { House, read } from '../house.ts'
import { sample, types, withFile } from './operator.ts'

const DAYS = 86_400_000
const KARIN = { keeper: 'Karin de Wit' }

const withImported = async (name = 'faq-wmo.csv') => {
  const house = await House.open()
  const said = await types(house.app, 'import', [sample(name)], KARIN)
  assert.equal(said.code, 0, said.out)
  return house
}

/** One list of one question, as it is today. */
const list = (house: House, answer: string, given = {}) =>
  withFile('FAQ afval.csv', `vraag;antwoord\nWanneer komt de groene bak?;${answer}\n`, (path) =>
    types(house.app, 'import', [path], { ...KARIN, ...given }),
  )

/** All that somebody takes along. */
async function taken(house: House, person: string): Promise<string> {
  const links = JSON.stringify(await house.press(person, await house.say(person, 'mijn gegevens'), 'Neem mee'))
  const [, ticket = ''] = /export\/([\w-]+)/.exec(links) ?? []
  return JSON.stringify((await house.app.exported(ticket))?.everything)
}

describe('knowledge import: what a file holds', () => {
  const titles = async (name: string) => {
    const { json } = await types((await House.open()).app, 'import', [sample(name)], { ...KARIN, dryRun: true })
    return json.entries.map(({ line, question, state }) => `${line} ${question}: ${state}`)
  }

  it('reads what Excel makes in Dutch, with lines of its own above the headings, and says by line what is missing', async () => {
    assert.deepEqual(await titles('faq-wmo.csv'), [
      '4 Hoe vraagt een inwoner huishoudelijke hulp aan?: new',
      '6 Wat is de eigen bijdrage voor een traplift?: new',
      '7 Wanneer komt een taxipas in aanmerking?: new',
      '9 Mag een mantelzorger op vakantie?: refused',
      '10 Respijtzorg is tijdelijke vervanging van de mantelzorger.: refused',
      '11 Hoe lang duurt een melding?: new',
    ])
  })

  it('reads a wiki page: each heading with what is under it, and the rows of a table of questions', async () => {
    assert.deepEqual(await titles('werkinstructie-bezwaar.md'), [
      '6 Werkinstructie bezwaar: new',
      '12 Registreer het bezwaar: new',
      '17 Is het bezwaar op tijd?: new',
      '32 Moet er altijd een hoorzitting zijn?: new',
      '33 Wie maakt het verslag?: new',
      '26 Hoorzitting: new',
      '35 Archief: new',
    ])
  })

  it('reads a Word document by the styles of its headings, without what was struck out', async () => {
    const house = await withImported('handleiding-evenementen.docx')
    const card = read(await house.say('sanne', 'lees aanvraag plattegrond'))
    assert.match(card, /Wat hoort bij een aanvraag\?[\s\S]*- een plattegrond\n- een veiligheidsplan\neen draaiboek/)
    assert.doesNotMatch(card, /rijbewijs/)
    assert.match(
      read(await house.say('sanne', 'lees vluchtwegen')),
      /Wie adviseert\?\nBrandweer · tenten & vluchtwegen/,
    )
  })

  it('reads a Word document without styles: a table of questions, "Vraag:" and questions in bold', async () => {
    assert.deepEqual(
      (await titles('vragen-jeugd.docx')).map((line) => line.replace(/^\d+ /, '')),
      [
        'Wie mag verwijzen naar jeugdhulp?: new',
        'Tot welke leeftijd geldt de Jeugdwet?: new',
        'Wat is een pgb?: new',
        'Hoe vraagt een gezin een pgb aan?: new',
      ],
    )
  })

  it('takes the words out of the layout of other programs, and the schema of a list for what it is', async () => {
    const house = await withImported('servicedesk.csv')
    const card = read(await house.say('sanne', 'lees wachtwoord vergeten'))
    assert.match(card, /Ga naar de inlogpagina\.\n- Kies Wachtwoord vergeten\.\n- Vul de code in\./)
    assert.match(card, /nagekeken in september/)
    assert.equal((await titles('sharepoint-lijst.csv')).length, 2)
    assert.equal((await titles('burgerzaken.txt')).length, 2)
  })

  for (const [name, text, reason] of [
    [
      'lijst.csv',
      'naam;telefoon\nLoket;14',
      /^Line 1: no column is called Antwoord\. .*It has: naam, telefoon\. Nothing/,
    ],
    ['lijst.csv', 'vraag;antwoord;antwoord\na;b;c', /two columns are called antwoord/],
    ['lijst.csv', 'vraag;antwoord\na;"b', /Line 2: a quote is opened and not closed\. Nothing was imported\.$/],
    ['lijst.xlsx', 'PK', /Give a table \(\.csv\)/],
    ['pagina.docx', 'geen zip', /This is no Word document/],
    ['pagina.md', '# Kop\n\n## Nog een kop', /There is no question with an answer/],
  ] as const)
    it(`refuses ${name} with ${JSON.stringify(text.slice(0, 16))} whole, and says what to do`, async () => {
      const { app } = await House.open()
      const said = await withFile(name, text, (path) => types(app, 'import', [path], KARIN))
      assert.equal(said.code, 1)
      assert.match(said.out, reason)
    })

  it('refuses a Word document that unpacks to far more than it is', async () => {
    const { zipSync } = await import('fflate')
    const bomb = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(24 * 1024 * 1024) }, { level: 1 }))
    const { app } = await House.open()
    const said = await withFile('bom.docx', bomb, (path) => types(app, 'import', [path], KARIN))
    assert.match(said.out, /This document is too large/)
  })
})

describe('knowledge import: words that leave', () => {
  it('leaves the number of a person out, does not take what names somebody, and says both by line', async () => {
    const house = await House.open()
    const said = await types(house.app, 'import', [sample('met-gegevens.csv')], KARIN)
    assert.match(said.out, /line 2, .*left out of it: 06-12345678/)
    assert.match(said.out, /line 3, .*it may name somebody: Pietersen\. Take the name out, or say --allow/)
    assert.match(said.out, /line 5, .*line 6 asks the same and answers otherwise/)
    assert.match(read(await house.say('sanne', 'lees wijkverpleging')), /Bel \[…\] voor overleg/)
    assert.doesNotMatch(read(await house.say('sanne', 'zoek voorziening aanvraag')), /Pietersen/)
  })

  it('takes a line as it is when somebody says that it is meant so', async () => {
    const house = await House.open()
    await types(house.app, 'import', [sample('met-gegevens.csv')], { ...KARIN, allow: '2,3' })
    assert.match(read(await house.say('sanne', 'lees wijkverpleging')), /Bel 06-12345678/)
    assert.match(read(await house.say('sanne', 'zoek voorziening aanvraag')), /Pietersen/)
  })
})

describe('knowledge import: again, and back', () => {
  it('writes nothing when it only looks', async () => {
    const house = await House.open()
    const said = await types(house.app, 'import', [sample('faq-wmo.csv')], { ...KARIN, dryRun: true })
    assert.match(said.out, /^Nothing is written\. An import would make it faq-wmo: 4 new, 0 changed/)
    assert.match(read(await house.say('sanne', 'zoek traplift')), /Hierover deelde nog niemand iets/)
  })

  it('changes nothing the second time, also from a copy of the file', async () => {
    const house = await withImported()
    const bytes = await readFile(sample('faq-wmo.csv'))
    const again = await withFile('faq-wmo (1).csv', bytes, (path) => types(house.app, 'import', [path], KARIN))
    assert.match(again.out, /^faq-wmo: 0 new, 0 changed, 4 the same, 2 refused/)
  })

  it('brings a changed answer up to date, keeps what it helped, and puts it back', async () => {
    const house = await House.open()
    await list(house, 'Elke dinsdag.')
    await house.press('sanne', await house.say('sanne', 'wie weet wanneer de groene bak komt?'), 'Dit helpt')
    assert.match((await list(house, 'Elke woensdag.')).out, /^FAQ afval: 0 new, 1 changed/)
    const now = read(await house.say('sanne', 'lees groene bak'))
    assert.match(now, /Elke woensdag[\s\S]*hielp 1 collega/)
    assert.match(
      (await types(house.app, 'undo')).out,
      /\(FAQ afval\) is taken back: 0 taken away, 1 put back as before/,
    )
    assert.match(read(await house.say('sanne', 'lees groene bak')), /Elke dinsdag[\s\S]*hielp 1 collega/)
    assert.match((await types(house.app, 'undo')).out, /There is no import/)
  })

  it('is out of every search once it is taken back, and can be imported again', async () => {
    const house = await withImported()
    assert.match((await types(house.app, 'undo')).out, /4 taken away, 0 put back/)
    assert.match(read(await house.say('sanne', 'zoek traplift')), /Hierover deelde nog niemand iets/)
    assert.match((await types(house.app, 'import', [sample('faq-wmo.csv')], KARIN)).out, /^faq-wmo: 4 new/)
    assert.match(read(await house.say('sanne', 'zoek traplift')), /traplift/)
  })

  it('can be taken back for thirty days and no longer', async () => {
    const house = await withImported()
    await house.pass(31 * DAYS)
    assert.match((await types(house.app, 'undo')).out, /There is no import of the last 30 days/)
  })

  it('takes nothing away that a file has not, until it is told to, and then says how many first', async () => {
    const house = await House.open()
    const rows = (count: number) =>
      ['vraag;antwoord', ...Array.from({ length: count }, (_, at) => `Wat is code ${at}?;Dat is kast ${at}.`)].join(
        '\n',
      )
    const give = (count: number, given = {}) =>
      withFile('Kasten.csv', rows(count), (path) => types(house.app, 'import', [path], { ...KARIN, ...given }))
    await give(40)
    assert.match((await give(20)).out, /^Kasten: 0 new, 0 changed, 20 the same, 0 refused$/m)
    const doubted = await give(20, { replace: true })
    assert.match(doubted.out, /^20 of 40 would go\. Is it meant so\? Say --gone 20\./)
    assert.equal(doubted.code, 1)
    assert.match((await give(20, { replace: true, gone: '20' })).out, /20 gone/)
    assert.match((await types(house.app, 'undo')).out, /20 put back/)
    assert.match((await give(40)).out, /40 the same/)
  })

  it('does not bring back by itself what its keeper took away', async () => {
    const house = await House.open()
    await list(house, 'Elke dinsdag.')
    await house.press('karin', await house.say('karin', 'lees groene bak'), 'Deel niet meer')
    assert.match((await list(house, 'Elke woensdag.')).out, /taken away in the knowledge bank/)
    await types(house.app, 'undo')
    assert.match(read(await house.say('sanne', 'zoek groene bak')), /Hierover deelde nog niemand iets/)
  })
})

describe('knowledge export', () => {
  it('writes a table of the documents, and not what colleagues shared, that changes nothing when it is imported', async () => {
    const house = await withImported('handleiding-evenementen.docx')
    await types(house.app, 'import', [sample('faq-wmo.csv')], KARIN)
    await shares(house, 'bram', 'Een verhuizing van een kantoor meld je apart.')
    await withFile('leeg', '', async (beside) => {
      const out = `${beside}.csv`
      assert.match((await types(house.app, 'export', [], { out })).out, /^8 documents are in/)
      const text = await readFile(out, 'utf8')
      assert.match(text, /"Advies";"Wie adviseert\?\n.*"karin@voorbeeldstad\.example";"";"handleiding-evenementen"/s)
      assert.doesNotMatch(text, /verhuizing/)
      assert.match((await types(house.app, 'export', [], { out })).out, /it is there already/)
      const again = await types(house.app, 'import', [out], { dryRun: true })
      assert.deepEqual(
        again.json.entries.filter(({ state }) => state !== 'same').map(({ question }) => question),
        [],
        again.out,
      )
    })
  })
})

describe('knowledge import: a keeper', () => {
  it('is found by name in any order, by address, or for all; without one a line is not taken', async () => {
    const { app } = await House.open()
    const rows =
      'vraag;antwoord;eigenaar\nEen?;1;"Visser, Bram"\nTwee?;2;karin@voorbeeldstad.example\nDrie?;3;\nVier?;4;Jan Niemand\n'
    const said = await withFile('lijst.csv', rows, (path) => types(app, 'import', [path], { dryRun: true }))
    assert.deepEqual(
      said.json.entries.map(({ state }) => state),
      ['new', 'new', 'refused', 'refused'],
    )
    assert.match(said.out, /line 4, "Drie\?": nobody keeps it/)
    assert.match(said.out, /nobody on the roster is called "Jan Niemand"/)
    const nobody = await types(app, 'import', [sample('faq-wmo.csv')], { keeper: 'Jan Niemand' })
    assert.match(nobody.out, /^Nobody on the roster is called "Jan Niemand"/)
  })

  it('is on the card, with where it comes from, and is asked after half a year whether it holds', async () => {
    const house = await withImported()
    const card = read(await house.say('sanne', 'lees taxipas'))
    assert.match(card, /Uit: faq-wmo[\s\S]*Wanneer komt een taxipas in aanmerking\?[\s\S]*bewaard door Karin de Wit/)
    assert.doesNotMatch(card, /Gedeeld door|Dit deelde/)
    await house.pass(181 * DAYS)
    const due = await house.say('karin', 'lees taxipas')
    assert.match(read(due), /Klopt dit nog\?/)
    assert.match(read(await house.press('karin', due, 'Ja, dit klopt nog')), /nagekeken in mei/)
  })

  it('is never said to know it: keeping is not knowing', async () => {
    const house = await withImported()
    const card = read(await house.say('sanne', 'wie weet iets van een traplift?'))
    assert.match(card, /Uit: faq-wmo/)
    assert.doesNotMatch(card, /Karin|Bram/)
    assert.doesNotMatch(read(await house.say('bram', 'waar weet ik iets van')), /traplift/)
    await shares(house, 'priya', 'Een traplift wordt in twee weken geplaatst.')
    const known = read(await house.say('fatima', 'wie weet iets van een traplift?'))
    assert.match(known, /Priya Nair\nDeelde iets over traplift/)
    assert.doesNotMatch(known, /Karin|Bram/)
  })

  it('leaves no name behind: the document stays, and nobody keeps it', async () => {
    const house = await House.open()
    await list(house, 'Elke dinsdag.')
    await list(house, 'Elke woensdag.')
    const { app } = house
    assert.match(await taken(house, 'karin'), /Elke woensdag[\s\S]*Elke dinsdag/)
    await app.forget('tenant-a', 'karin')
    assert.match(read(await house.say('sanne', 'lees groene bak')), /Elke woensdag[\s\S]*nog zonder bewaarder/)
    await types(app, 'undo')
    assert.match(read(await house.say('sanne', 'lees groene bak')), /Elke dinsdag[\s\S]*nog zonder bewaarder/)
    assert.match((await list(house, 'Elke dinsdag.', { keeper: 'Bram Visser' })).out, /1 changed/)
    assert.match(read(await house.say('sanne', 'lees groene bak')), /bewaard door Bram Visser/)
  })
})

describe('knowledge import: a first day that is not empty', () => {
  it('has topics and something to read in the knowledge bank, and what colleagues share comes first', async () => {
    const house = await withImported()
    assert.match(read(await house.say('sanne', 'kennisbank')), /Uit: faq-wmo/)
    await shares(house, 'bram', 'Een verhuizing van een kantoor meld je apart.')
    assert.match(read(await house.say('sanne', 'kennisbank')), /Kort geleden gedeeld\n[^\n]*verhuizing van een kantoor/)
  })

  it('answers a question that does not have its words', async () => {
    const house = await withImported('burgerzaken.txt')
    const card = await house.say('sanne', 'weet iemand hoe snel een reisdocument met spoed klaar is?')
    assert.match(read(card), /Kan een inwoner met spoed een paspoort krijgen\? Ja, binnen twee werkdagen/)
    assert.match(read(await house.press('sanne', card, 'Dit helpt')), /Fijn|geholpen|hielp/)
  })
})
