import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { shares } from '../ask/town.ts'
import { type Elsewhere, openElsewhere } from './elsewhere.ts'

const TEXTS: [string, string][] = [
  ['karin', 'Bij een verhuizing vraag je een objectvergunning aan, ook voor een hoogwerker in de Kerkstraat.'],
  ['bram', 'Een verhuizing van een kantoor meld je apart, dat scheelt weken wachten.'],
  ['priya', 'Na een verhuizing blijft het oude dossier een jaar open staan bij het archief.'],
  ['fatima', 'Voor een verhuizing naar het buitenland is een ander formulier nodig.'],
  ['mehmet', 'Meld een verhuizing binnen vijf dagen, anders komt er een brief van de controleur.'],
]

/** What a text gives away of somebody, in what others may read: each word of it that no title is made of, and each name. */
function given(read: string, allowed: readonly string[]): string[] {
  const words = [
    ...TEXTS.flatMap(([, text]) => text.split(/[\s,.]+/)),
    'Karin',
    'Bram',
    'Priya',
    'Fatima',
    'Mehmet',
    'Visser',
  ]
  const shown = new Set(read.toLowerCase().split(/[^\p{L}]+/u))
  const ours = new Set([...allowed, 'vraag', 'uit', 'de', 'een', 'het', 'is', 'in'])
  return words.map((word) => word.toLowerCase()).filter((word) => word && shown.has(word) && !ours.has(word))
}

describe('insertion: searching from any chat', () => {
  let there: Elsewhere
  beforeEach(async () => {
    there = await openElsewhere()
  })
  afterEach(() => there.close())
  const filled = async () => {
    for (const [person, text] of TEXTS) await shares(there.house, person, text)
  }

  it('shows who chooses the words and the name, and puts a title and a link in the message', async () => {
    await filled()
    const found = await there.found('sanne', 'objectvergunning')
    const [first] = found
    assert.match(first?.preview.content.title ?? '', /^Bij een verhuizing vraag je een objectvergunning/)
    assert.match(first?.preview.content.text ?? '', /Gedeeld door Karin de Wit/)
    assert.deepEqual(
      first?.content.body.map(({ text }) => text),
      ['Kennisbank: verhuizing', 'Leermoment'],
    )
    assert.match(first?.content.actions[0]?.url ?? '', /^https:\/\/teams\.microsoft\.com\/l\/entity\/app\/leermoment/)
    assert.match(decodeURIComponent(first?.content.actions[0]?.url ?? ''), /#\/kennisbank\/[\w-]+/)
  })

  it('says of what was there already where it comes from, and not that its keeper shared it', async () => {
    const bytes = Buffer.from('vraag;antwoord\nHoe meld je een kapotte lantaarnpaal?;In het systeem voor meldingen.')
    await there.house.app.knowledgeImports.import('tenant-a', { name: 'FAQ wegen.csv', bytes }, { keeper: 'karin' })
    const [first] = await there.found('sanne', 'lantaarnpaal')
    assert.match(first?.preview.content.text ?? '', /^Uit: FAQ wegen\./)
    assert.doesNotMatch(JSON.stringify(first), /Karin|Gedeeld door/)
  })

  it('A70: guests read neither a word of a text nor a name; a card with the text in it would be seen', async () => {
    await filled()
    const found = await there.found('sanne', 'verhuizing')
    assert.ok(found.length >= 6)
    const read = found.flatMap(({ content }) => content.body.map(({ text }) => text)).join('\n')
    assert.deepEqual(given(read, ['verhuizing']), [])
    const naive = found.map(({ preview }) => `${preview.content.title} ${preview.content.text}`).join('\n')
    assert.ok(given(naive, ['verhuizing']).length > 20, 'the control is not seen')
  })

  it('a word of fewer than five people stands in no title and is no topic, however much they shared', async () => {
    for (const [place, [, text]] of TEXTS.entries())
      await shares(there.house, TEXTS[place % 3]?.[0] ?? '', `${text} Geval ${place}.`)
    for (const [, text] of TEXTS) await shares(there.house, 'karin', `${text} Nog eens.`)
    const found = [...(await there.found('sanne', 'verhuizing')), ...(await there.found('sanne', ''))]
    assert.ok(found.length > 6)
    for (const { preview, content } of found) {
      assert.notEqual(preview.content.title, 'verhuizing')
      assert.match(content.body[0]?.text ?? '', /^(Iets uit de kennisbank|Vraag het via Leermoment)$/)
    }
  })

  it('a word that four people share stands in no title', async () => {
    for (const [person, text] of TEXTS.slice(0, 4)) await shares(there.house, person, text)
    const [first] = await there.found('sanne', 'objectvergunning')
    assert.equal(first?.content.body[0]?.text, 'Iets uit de kennisbank')
  })

  it('begins with what is newest and the topics, before anything is typed', async () => {
    await filled()
    const titles = (await there.found('sanne', '')).map(({ preview }) => preview.content.title)
    assert.ok(titles.includes('verhuizing'))
    assert.equal(titles.at(-1), 'Vraag het een collega')
  })

  it('leads to asking without naming anybody, also when nothing is known', async () => {
    await filled()
    const found = await there.found('sanne', 'walvissen')
    assert.deepEqual(
      found.map(({ preview }) => preview.content.title),
      ['Vraag het een collega'],
    )
    assert.match(found[0]?.preview.content.text ?? '', /Ik vond niets in de kennisbank/)
    assert.equal(found[0]?.content.body[0]?.text, 'Vraag het via Leermoment')
    assert.match(found[0]?.content.actions[0]?.url ?? '', /\/l\/chat\//)
    assert.equal((await there.found('sanne', '')).length > 0, true)
  })

  it('goes on page after page and says nothing twice', async () => {
    for (let n = 0; n < 12; n++) {
      await there.house.employ({ id: `p${n}`, name: `Persoon ${n}` })
      await shares(there.house, `p${n}`, `Een verhuizing, geval ${n}: bel de bewoner ${'x'.repeat(n + 1)}.`)
    }
    const ids: string[] = []
    for (const skip of [0, 5, 10, 15]) {
      const found = await there.found('sanne', 'verhuizing', { skip, count: 5 })
      ids.push(
        ...found.flatMap(({ content }) => /kennisbank%2F([\w-]+)/.exec(content.actions[0]?.url ?? '')?.[1] ?? []),
      )
    }
    assert.deepEqual([ids.length, new Set(ids).size], [12, 12])
  })

  it("speaks a person's own language", async () => {
    await filled()
    const found = await there.found('priya', 'verhuizing')
    assert.match(JSON.stringify(found), /Knowledge bank: verhuizing/)
    assert.equal(found.at(-1)?.preview.content.title, 'Ask a colleague')
  })

  it('says so to who is not on the list, and to who switched it off', async () => {
    assert.match(await there.line('guest'), /Ik ken je nog niet/)
    await there.house.say('sanne', 'stop')
    assert.match(await there.line('sanne'), /Je hebt Leermoment uitgezet/)
    await there.house.say('sanne', 'start')
    assert.equal(await there.line('sanne'), undefined)
  })

  it('says so when it cannot look, and when somebody types too fast, and never fails', async () => {
    for (let n = 0; n < 60; n++) await there.query('karin', 'verhuizing')
    assert.match(await there.line('karin'), /Dit gaat mij te snel/)
    there.breaks()
    const { status, body } = await there.query('sanne', 'verhuizing')
    assert.deepEqual([status, body.composeExtension.type], [200, 'message'])
    assert.match(body.composeExtension.text, /Dit lukte even niet/)
    assert.doesNotMatch(JSON.stringify(there.edge.lines), /verhuizing/)
  })

  it('takes the chat of two colleagues for no place where somebody can be reached', async () => {
    const before = there.edge.store.writes()
    await there.query('sanne', 'verhuizing')
    assert.equal(await there.house.contacts.of('tenant-a', 'sanne'), undefined)
    assert.equal(there.edge.store.writes(), before)
    assert.equal(there.edge.posted.length, 0)
  })

  const ODD: unknown[] = [
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { parameters: 'x' },
    { parameters: [null] },
    { parameters: [{ name: {}, value: [] }] },
    { parameters: Array(50).fill({ name: 'query', value: 'x' }) },
    { parameters: [{ name: 'query', value: '\u0000\ud800 ((((' }], queryOptions: { skip: -1, count: 1e9 } },
    { parameters: [{ name: 'query', value: 'a'.repeat(20_000) }], queryOptions: { skip: 'x', count: null } },
    { parameters: [{ name: 'query', value: '<script>'.repeat(400) }], queryOptions: 7 },
    { url: {} },
    { url: 'javascript:alert(1)' },
    { commandId: '__proto', messagePayload: { body: 7 } },
    { commandId: 'ask-colleague', messagePayload: { body: { content: '<'.repeat(9_000), contentType: 'html' } } },
    { data: 'x' },
    { data: { verb: {}, text: {} } },
    { data: { verb: 'insertion.ask', form: '../..', text: 'x' } },
  ]
  it('answers every odd body with a line, a list or a 400', async () => {
    let people = 0
    for (const name of ['query', 'queryLink', 'fetchTask', 'submitAction', 'selectItem', 'anonymousQueryLink', 'x'])
      for (const value of ODD) {
        const { status } = await there.invoke(++people % 2 ? 'sanne' : 'karin', name, value)
        assert.ok(status === 200 || status === 400, `${name} ${JSON.stringify(value)?.slice(0, 80)}: ${status}`)
      }
  })
})
