import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { History } from '../../demo/history-schema.ts'
import { promptFor } from '../../services/prompts/calendar/rotation.ts'
import { library } from '../../services/prompts/library.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const Row = z.strictObject({
  objectId: z.uuid(),
  name: z.string().min(1),
  email: z.string().endsWith('@voorbeeldstad.example'),
  unit: z.string().regex(/^Gemeente Voorbeeldstad(\/[^/]+){0,2}$/),
  managerObjectId: z.union([z.uuid(), z.literal('')]),
  roles: z.string().regex(/^((hr|admin|works-council)( |$))*$/),
  language: z.enum(['', 'nl', 'en']),
  jobTitle: z.string().min(1),
  workingDays: z.string().regex(/^((ma|di|wo|do|vr)( |$))*$/),
})
type Row = z.infer<typeof Row>

const rows = z.array(Row).parse(parse(read('demo/roster.csv'), { columns: true }))
const byId = new Map(rows.map((row) => [row.objectId, row]))
const byMail = new Map(rows.map((row) => [row.email.replace(/@.*/, ''), row]))
const history = History.parse(JSON.parse(read('demo/history.json')))
const playground = read('.m365agentsplayground.yml')

const named = (name: string): Row => {
  const row = rows.find((one) => one.name === name)
  assert.ok(row, `${name} is not on the roster`)
  return row
}
const known = (who: string): Row => {
  const row = byMail.get(who)
  assert.ok(row, `${who} is not on the roster`)
  return row
}
const manages = ({ objectId }: Row) => rows.some(({ managerObjectId }) => managerObjectId === objectId)
const inBlockOfNewcomer = (row: Row) => row.unit.startsWith('Gemeente Voorbeeldstad/Dienstverlening') && !manages(row)
const isTop = ({ managerObjectId }: Row) => managerObjectId === ''

/** Everybody above this row, nearest first; fails on a cycle. */
function above(row: Row): Row[] {
  const found: Row[] = []
  for (let one = byId.get(row.managerObjectId); one; one = byId.get(one.managerObjectId)) {
    assert.ok(!found.includes(one), `${row.name} stands under a cycle`)
    found.push(one)
  }
  return found
}

const unique = (values: string[]) => assert.equal(new Set(values).size, values.length)

describe('the example municipality', () => {
  it('has one row for each of about sixty people', () => {
    assert.ok(rows.length >= 55 && rows.length <= 70, `${rows.length} rows`)
    unique(rows.map(({ objectId }) => objectId))
    unique(rows.map(({ email }) => email))
    unique(rows.map(({ name }) => name))
  })

  it('is one tree under the gemeentesecretaris', () => {
    assert.deepEqual(
      rows.filter(isTop).map(({ jobTitle }) => jobTitle),
      ['gemeentesecretaris'],
    )
    for (const row of rows.filter((one) => !isTop(one))) assert.ok(above(row).some(isTop), row.name)
  })

  it('lets the manager of a unit be in it, on three levels', () => {
    for (const row of rows.filter((one) => !isTop(one) && !manages(one)))
      assert.equal(above(row)[0]?.unit, row.unit, row.name)
    assert.deepEqual(new Set(rows.map(({ unit }) => unit.split('/').length)), new Set([1, 2, 3]))
  })

  it('fills every role, and has a colleague who reads English', () => {
    for (const role of ['hr', 'admin', 'works-council'])
      assert.ok(
        rows.some(({ roles }) => roles.split(' ').includes(role)),
        role,
      )
    assert.deepEqual(
      rows.filter(({ language }) => language === 'en').map(({ name }) => name),
      ['Priya Nair'],
    )
  })
})

describe('the history of the example municipality', () => {
  it('lets each person answer at most once a week, and only their own question of that week', () => {
    unique(history.moments.map(({ who, weeksAgo }) => `${who} ${weeksAgo}`))
    for (const { who, weeksAgo, prompt } of history.moments)
      assert.equal(prompt, promptFor(library, 6 - weeksAgo, manages(known(who))).id, `${who}, ${weeksAgo} weeks ago`)
  })

  it('leaves the newcomer her first moment', () => {
    assert.ok(named('Sanne Bakker'))
    assert.ok(history.moments.every(({ who }) => who !== 'sanne.bakker'))
    assert.ok(history.asks.every(({ who, helper }) => who !== 'sanne.bakker' && helper !== 'sanne.bakker'))
  })

  it('shares about a third with colleagues, and nothing that belongs in the journal alone', () => {
    const shared = history.moments.filter(({ sharing }) => sharing === 'colleagues')
    const share = shared.length / history.moments.length
    assert.ok(share > 0.25 && share < 0.4, `${shared.length} of ${history.moments.length}`)
    const journalOnly = library.filter((prompt) => prompt.journalOnly).map(({ id }) => id)
    for (const { who, prompt } of shared) assert.ok(!journalOnly.includes(prompt), who)
  })

  it('knows who to ask about parking, objects and moving house', () => {
    const sharedBy = (who: string, word: RegExp) =>
      history.moments.filter((one) => one.who === who && one.sharing === 'colleagues' && word.test(one.text)).length
    assert.ok(sharedBy('karin.de.wit', /parkeer/) >= 3)
    assert.ok(sharedBy('youssef.el.idrissi', /objectvergunning/) >= 2)
    assert.ok(
      history.asks.some(
        ({ helper, kept, question }) => helper === 'fatima.aydin' && kept && /verhuizing/.test(question),
      ),
    )
  })

  it('gives the block of the newcomer ticks of at least eleven others to be counted with', () => {
    const ticked = history.moments.filter(
      ({ who, weeksAgo, sharing, how }) => weeksAgo === 1 && sharing === 'self' && how && inBlockOfNewcomer(known(who)),
    )
    assert.ok(ticked.length >= 11, `${ticked.length} ticks that count`)
  })

  it('gives the first pulse of that block ticks and words enough, with or without those of the newcomer', () => {
    const given = history.moments.filter(({ who, weeksAgo }) => weeksAgo === 0 && inBlockOfNewcomer(known(who)))
    assert.ok(given.length >= 11 && given.every(({ how, sharing }) => how && sharing !== 'colleagues'))
    // With the words of the newcomer they are five: all that a pulse shows.
    assert.equal(given.filter(({ sharing }) => sharing === 'pulse').length, 4)
    assert.ok(history.moments.every(({ weeksAgo, sharing }) => weeksAgo === 0 || sharing !== 'pulse'))
  })

  it('asks nobody who has power over the asker, nor HR, and nobody twice in a week', () => {
    unique(history.asks.map(({ helper, weeksAgo }) => `${helper} ${weeksAgo}`))
    for (const { who, helper } of history.asks) {
      const [asker, knower] = [known(who), known(helper)]
      assert.notEqual(asker, knower)
      assert.ok(!above(asker).includes(knower) && !knower.roles.includes('hr'), `${helper} helps ${who}`)
    }
  })

  it('lets ten people say what they know, of the own team of the newcomer and of others', () => {
    unique(history.topics.map(({ who }) => who))
    const units = new Set(history.topics.map(({ who }) => known(who).unit))
    assert.ok(history.topics.length === 10 && units.size > 5, `${units.size} units`)
    assert.ok(units.has(named('Sanne Bakker').unit))
    for (const { who } of history.topics) assert.ok(!manages(known(who)) && !known(who).roles.includes('hr'), who)
  })

  it('counts help only from answers that were kept', () => {
    assert.ok(history.asks.some(({ helped }) => helped > 0))
    for (const { who, kept, helped } of history.asks) assert.ok(kept || helped === 0, who)
  })
})

describe('the words of the history', () => {
  const texts = [
    ...history.moments.map(({ text }) => text),
    ...history.asks.flatMap(({ question, answer }) => [question, answer]),
    ...history.topics.map(({ words }) => words),
  ]

  it('holds nothing that points at a person', () => {
    const traces = { bsn: /\d{8,}/, phone: /(\+31|\b0\d)[\d -]{7,}/, mail: /\S@\S/, case: /\b(zaak|Z)[- ]?\d/ }
    for (const text of texts) for (const trace of Object.values(traces)) assert.doesNotMatch(text, trace)
    for (const text of texts) for (const { name } of rows) assert.ok(!text.includes(name), text)
  })

  it('is spoken language: short, without emoji, nothing said twice', () => {
    unique(texts)
    for (const text of texts) {
      assert.doesNotMatch(text, /\p{Extended_Pictographic}/u)
      const sentences = text.split(/(?<=[.?!:,])\s/)
      for (const sentence of sentences) assert.ok(sentence.split(' ').length <= 18, sentence)
    }
    for (const { text } of history.moments) assert.ok((text.match(/[.?!](\s|$)/g)?.length ?? 0) <= 3, text)
  })

  it('is English only where the English-speaking colleague speaks, and that is seldom', () => {
    const dutch = /\b(ik|je|de|het|een|wij|niet)\b/i
    for (const { who, text } of history.moments) assert.equal(dutch.test(text), who !== 'priya.nair', text)
    assert.equal(history.moments.filter(({ who }) => who === 'priya.nair').length, 2)
  })
})

describe('the people in the Playground', () => {
  const people = [...playground.matchAll(/name: (.+)\n\s+userPrincipleName: (.+)\n\s+aadObjectId: (.+)\n/g)]

  it('are on the roster under the same object id: the newcomer and exactly five others', () => {
    assert.deepEqual(
      people.map(([, name]) => name),
      ['Sanne Bakker', 'Karin de Wit', 'Fatima Aydin', 'Marieke Jansen', 'Kim Nguyen', 'Priya Nair'],
    )
    for (const [, name = '', mail, id] of people) {
      assert.equal(id, named(name).objectId, name)
      assert.equal(mail, named(name).email, name)
    }
  })

  it('have the newcomer at the keyboard, her manager and HR among them', () => {
    assert.match(playground, /currentUser:\n\s+id: .+\n\s+name: Sanne Bakker\n/)
    assert.equal(above(named('Sanne Bakker'))[0]?.name, 'Marieke Jansen')
    assert.equal(named('Kim Nguyen').roles, 'hr')
  })

  it('meet the bot by its name, in a tenant with a fixed id', () => {
    assert.match(playground, /^bot:\n\s+id: .+\n\s+name: Leermoment$/m)
    assert.ok(z.uuid().safeParse(/^tenantId: (.+)$/m.exec(playground)?.[1]).success)
  })
})
