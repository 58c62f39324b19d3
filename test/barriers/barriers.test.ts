import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { filledIn, House, type Options, ROSTER, read, TENANT } from '../house.ts'

const TEXT = 'Wie verhuist, moet drie keer langskomen met een ander papier.'
const STEP = 'Ik leg de drie papieren naast elkaar.'
const DAY = '2026-12-14'
const DAY_MS = 86_400_000

const put = async (house: House, person: string, text: string, inputs: Record<string, string> = {}) =>
  house.press(person, await house.say(person, `potlood: ${text}`), 'Zet op de potloodlijst', { text, ...inputs })

const lastOf = (house: House, person: string): Card =>
  house.sentTo(person).at(-1) ?? assert.fail(`nothing to ${person}`)
const days = (house: House, count: number) => house.pass(count * DAY_MS)
const textsTo = (house: House, person: string) => house.sentTo(person).map(read)

/** Sanne put it on the list and named Karin, who was asked. */
async function asked(options: Options = {}) {
  const house = await House.open(options)
  await put(house, 'sanne', TEXT, { who: 'Karin de Wit' })
  await days(house, 1)
  return { house, card: lastOf(house, 'karin') }
}

/** Karin said yes, with a first step and a day. */
async function taken(options: Options = {}) {
  const { house, card } = await asked(options)
  await house.press('karin', card, 'Ik pak dit op', { words: STEP, day: DAY })
  await days(house, 1)
  return { house, card }
}

describe('the list of barriers', () => {
  it('shows the exact words before they are there, who reads them, and puts nothing there without a yes', async () => {
    const house = await House.open()
    const form = await house.say('sanne', `potlood: ${TEXT}`)
    assert.match(read(form), /drie keer langskomen[\s\S]*Alle collega’s lezen deze tekst[\s\S]*niet mee in de leerpuls/)
    assert.match(read(await house.say('bram', 'potloodlijst')), /Er staat nog niets op de lijst/)
    assert.match(read(await house.press('sanne', form, 'Zet op de potloodlijst')), /staat op de potloodlijst/)
    const list = read(await house.say('bram', 'potloodlijst'))
    assert.match(list, /drie keer langskomen[\s\S]*op de lijst/)
    assert.doesNotMatch(list, /Sanne/)
    assert.match(read(await house.say('sanne', 'wat loopt er')), /Jouw punt op de potloodlijst/)
  })

  it('is no place for a person, a number, or words of distress', async () => {
    const house = await House.open()
    for (const [text, why] of [
      ['Karin de Wit doet altijd moeilijk over het formulier', /Hier staat een persoon in/],
      ['mijn leidinggevende wil elke brief zien', /Hier staat een persoon in/],
      ['bel mevrouw op 06 12345678 voordat het formulier klaar is', /nummer of adres/],
    ] as const) {
      const form = await put(house, 'sanne', text)
      assert.match(read(form), why, text)
      assert.match(read(form), new RegExp(text.slice(0, 15)), 'the words are given back')
    }
    const before = await house.say('sanne', 'potlood: ik word gepest door mijn leidinggevende en ik kan niet meer')
    assert.match(read(before), /113/)
    assert.match(read(await house.say('sanne', 'potloodlijst')), /nog niets/)
  })

  it('asks who was named: the words, “een collega”, why, a first step and a day', async () => {
    const { card } = await asked()
    assert.match(
      read(card),
      /Kun jij dit wegnemen\?[\s\S]*drie keer langskomen[\s\S]*Een collega zette dit op de lijst/,
    )
    assert.match(read(card), /Waarom jij\?[\s\S]*Wat is je eerste stap\?[\s\S]*Wanneer horen zij meer\?/)
    assert.doesNotMatch(read(card), /Sanne/)
  })

  it('names who raised it to its owner alone, and only after the yes (R29)', async () => {
    const { house } = await taken()
    const mine = await house.say('karin', 'wat loopt er 1')
    assert.match(read(mine), /Hoe staat het hiermee[\s\S]*Sanne Bakker zette dit op de lijst/)
    const list = await house.say('bram', 'potloodlijst')
    assert.match(read(list), /heeft een eigenaar[\s\S]*Karin de Wit/)
    for (const person of ['bram', 'marieke', 'mehmet', 'hilde']) {
      const opened = await open(house, person)
      assert.doesNotMatch(read(opened), /Sanne/, person)
      assert.match(read(opened), /Karin de Wit/, person)
    }
  })

  it('tells each change to who raised it and who joined, word for word, and to nobody else', async () => {
    const house = await House.open()
    await put(house, 'sanne', TEXT, { who: 'Karin de Wit' })
    await house.press('fatima', await open(house, 'fatima'), 'Hier heb ik ook last van')
    await days(house, 1)
    await house.press('karin', lastOf(house, 'karin'), 'Ik pak dit op', { words: STEP, day: DAY })
    await days(house, 1)
    for (const person of ['sanne', 'fatima']) {
      assert.match(read(lastOf(house, person)), /Dit heeft nu een eigenaar/, person)
      assert.ok(read(lastOf(house, person)).includes(STEP), person)
      assert.match(read(lastOf(house, person)), /14 december/, person)
    }
    await house.until('2026-12-14T12:00Z')
    const how = lastOf(house, 'karin')
    assert.match(read(how), /Hoe staat het hiermee\?/)
    const words = 'Eén papier is nu genoeg. De *balie* weet het.'
    await house.press('karin', how, 'Weggenomen', { words })
    await days(house, 1)
    for (const person of ['sanne', 'fatima']) {
      assert.match(read(lastOf(house, person)), /Dit is weggenomen/)
      assert.ok(read(lastOf(house, person)).includes(words))
    }
    assert.ok(!textsTo(house, 'bram').some((one) => one.includes(words)))
    assert.ok(!textsTo(house, 'mehmet').some((one) => one.includes('langskomen')), 'not the owner’s manager')
    assert.match(read(await house.say('bram', 'potloodlijst')), /Dit jaar weggenomen: 1/)
  })

  it('may be passed on, stays with a reason as an end too, and a problem gives everything back', async () => {
    const { house, card } = await asked()
    const again = await house.press('karin', card, 'Ik pak dit op', { words: STEP, day: '' })
    assert.match(read(again), /Kies een dag die nog komt/)
    assert.ok(read(again).includes(STEP))
    const other = await house.press('karin', card, 'Iemand anders')
    assert.match(
      read(await house.press('karin', other, 'Vraag deze collega', { who: 'Niemand Bekend' })),
      /Ik ken niemand/,
    )
    await house.press('karin', other, 'Vraag deze collega', { who: 'Bram Visser', why: 'Bram maakt het formulier.' })
    await days(house, 1)
    const bram = lastOf(house, 'bram')
    assert.match(read(bram), /Kun jij dit wegnemen\?[\s\S]*Bram maakt het formulier/)
    const stays = await house.press('bram', bram, 'Het blijft zo, omdat')
    await house.press('bram', stays, 'Het blijft zo', { words: 'De wet vraagt het drie keer.' })
    await days(house, 1)
    assert.match(
      read(lastOf(house, 'sanne')),
      /Dit blijft zoals het is[\s\S]*De wet vraagt het drie keer\.[\s\S]*Bram Visser/,
    )
    assert.equal((await house.pressed('karin', card, 'Ik pak dit op', { words: STEP, day: DAY }))?.refused, 'not-yours')
  })

  it('goes to who keeps the list when nobody is named, nobody answers, or a day goes by', async () => {
    const house = await House.open()
    await put(house, 'sanne', TEXT)
    await days(house, 1)
    const keeper = lastOf(house, 'hilde')
    assert.match(read(keeper), /Dit zoekt een eigenaar[\s\S]*drie keer langskomen/)
    const form = await open(house, 'hilde')
    await house.press('hilde', form, 'Vraag deze collega', { who: 'Karin de Wit', why: 'Karin gaat over verhuizen.' })
    await days(house, 1)
    assert.match(read(lastOf(house, 'karin')), /Karin gaat over verhuizen/)
    await days(house, 16)
    assert.match(read(lastOf(house, 'hilde')), /Dit zoekt een eigenaar/, 'no answer in two weeks')
    await house.press('hilde', await open(house, 'hilde'), 'Vraag deze collega', { who: 'Bram Visser' })
    await days(house, 1)
    await house.press('bram', lastOf(house, 'bram'), 'Ik pak dit op', { words: STEP, day: '2026-12-21' })
    await days(house, 22)
    assert.match(read(lastOf(house, 'sanne')), /Dit zoekt een nieuwe eigenaar/)
    assert.match(read(lastOf(house, 'hilde')), /Dit zoekt een eigenaar/)
    assert.ok(!textsTo(house, 'mehmet').some((one) => one.includes('langskomen')), 'never the owner’s manager')
  })

  it('is kept by who has that role on the roster, and ends with the reason when nobody takes it on', async () => {
    const roster = ROSTER.map((one) => (one.id === 'fatima' ? { ...one, roles: ['list-keeper' as const] } : one))
    const house = await House.open({ roster })
    await put(house, 'sanne', TEXT)
    await days(house, 1)
    assert.match(read(lastOf(house, 'fatima')), /Dit zoekt een eigenaar/)
    assert.ok(!textsTo(house, 'hilde').some((one) => one.includes('langskomen')))
    await days(house, 43)
    assert.match(read(lastOf(house, 'sanne')), /Dit blijft zoals het is[\s\S]*Niemand pakte dit op/)
    assert.doesNotMatch(read(await house.say('sanne', 'wat loopt er')), /potloodlijst/)
  })

  it('offers to join what is alike, with a yes, and puts it there all the same when asked to', async () => {
    const house = await House.open()
    await put(house, 'sanne', TEXT)
    const LIKE = 'Bij een verhuizing moet iemand drie keer langskomen bij ons.'
    const like = await house.say('bram', `potlood: ${LIKE}`)
    assert.match(read(like), /Dit staat er al:[\s\S]*Wie verhuist/)
    await house.press('bram', like, `Doe mee met: ${TEXT}`)
    assert.match(read(await house.say('bram', 'wat loopt er')), /Je doet mee op de potloodlijst/)
    const other = await house.say('fatima', `zet op de potloodlijst: ${LIKE}`)
    await house.press('fatima', other, 'Zet het er toch op')
    assert.equal(rowsIn(await house.say('priya', 'potloodlijst')).length, 2)
  })

  it('waits for a team leader who has five open duties, and says so', async () => {
    const house = await House.open()
    const texts = [
      'De printer drukt alleen zwart af.',
      'Een tolk kan alleen op afspraak komen.',
      'Het archief sluit om drie uur.',
    ]
    const more = [
      'Twee keer hetzelfde formulier voor subsidie.',
      'Geen vrije plek om te oefenen.',
      'Brieven in moeilijke taal.',
    ]
    for (const text of [...texts, ...more]) await put(house, 'sanne', text, { who: 'Marieke Jansen' })
    await days(house, 1)
    const to = () => house.sentTo('marieke').filter((card) => read(card).includes('Kun jij dit wegnemen?'))
    assert.ok(to().length <= 5)
    const waiting = (
      await Promise.all(
        rowsIn(await house.say('bram', 'potloodlijst')).map((row) => house.press('bram', row.card, row.title)),
      )
    ).map(read)
    assert.ok(waiting.some((one) => one.includes('te veel openstaan')))
  })

  it('is taken along, and erased: the words of who raised it go, those of its owner too', async () => {
    const { house } = await taken()
    const { everything } = await house.app.ownData.taken(TENANT, 'sanne')
    assert.match(JSON.stringify(everything), /drie keer langskomen/)
    assert.doesNotMatch(JSON.stringify(everything), /"karin"/)
    await house.app.forget(TENANT, 'karin')
    const opened = read(await open(house, 'bram'))
    assert.ok(!opened.includes(STEP))
    assert.match(opened, /Dit zoekt een eigenaar/)
    await house.app.forget(TENANT, 'sanne')
    assert.match(read(await house.say('bram', 'potloodlijst')), /nog niets/)
  })

  it('stays for who joined when who raised it is erased, and they hear on; without them it goes', async () => {
    const { house } = await taken()
    await house.press('bram', await open(house, 'bram'), 'Hier heb ik ook last van')
    await house.app.forget(TENANT, 'sanne')
    const raisedBy = read(await open(house, 'karin'))
    assert.match(raisedBy, /drie keer langskomen/)
    assert.doesNotMatch(raisedBy, /Sanne/)
    assert.match(read(await house.say('bram', 'wat loopt er')), /drie keer langskomen/)
    await house.press('karin', await open(house, 'karin'), 'Weggenomen', { words: 'Eén papier is genoeg.' })
    await days(house, 1)
    assert.match(read(lastOf(house, 'bram')), /Dit is weggenomen[\s\S]*Eén papier is genoeg/)
    await house.app.forget(TENANT, 'bram')
    assert.doesNotMatch(JSON.stringify((await house.app.ownData.taken(TENANT, 'karin')).everything), /bram|sanne/)
  })

  it('loses nothing that was typed on either card, to and fro between them', async () => {
    const { house, card } = await asked()
    const other = await house.press('karin', card, 'Iemand anders', { words: STEP, day: DAY })
    const back = await house.press('karin', other, 'Terug', { who: 'Bram Visser', why: 'Bram maakt het formulier.' })
    assert.deepEqual([filledIn(back).words, filledIn(back).day], [STEP, DAY])
    const again = await house.press('karin', back, 'Iemand anders', { words: STEP, day: DAY })
    assert.deepEqual([filledIn(again).who, filledIn(again).why], ['Bram Visser', 'Bram maakt het formulier.'])
    const wrong = await house.press('karin', again, 'Vraag deze collega', {
      who: 'Pietje Puk',
      why: 'Bram maakt het formulier.',
    })
    assert.match(read(wrong), /Ik ken niemand/)
    const first = await house.press('karin', wrong, 'Terug', { who: 'Pietje Puk', why: '' })
    assert.deepEqual([filledIn(first).words, filledIn(first).day], [STEP, DAY])
  })

  it('loses the name of who takes it off, and all of it where nobody else had to do with it', async () => {
    const house = await House.open()
    await put(house, 'sanne', TEXT)
    await house.press('sanne', await open(house, 'sanne'), 'Haal mijn naam eraf')
    assert.match(read(await house.say('bram', 'potloodlijst')), /nog niets/)
  })

  it('is taken on and taken away in typed words, as by the buttons', async () => {
    const { house, card } = await asked()
    const [, code = assert.fail()] = /pak potlood op (\w{4})/.exec(card.fallbackText) ?? []
    assert.match(read(await house.say('karin', `pak potlood op ${code}; ${STEP}; 14 december`)), /Jij pakt dit op/)
    assert.match(read(await house.say('karin', `potlood bezig ${code}; Ik bel de balie; 21 december`)), /Gezegd/)
    assert.match(read(await house.say('karin', `potlood weg ${code}; Eén papier is genoeg.`)), /Gezegd/)
    assert.match(read(await house.say('bram', 'potloodlijst')), /Dit jaar weggenomen: 1/)
  })

  it('speaks English, and is typed as it is pressed', async () => {
    const house = await House.open()
    await house.say('sanne', 'english')
    await house.say('sanne', 'put on the barrier list: people who move have to come three times')
    assert.match(read(await house.say('sanne', 'barrier list')), /three times[\s\S]*on the list/)
    assert.match(read(await house.say('sanne', 'can go: the second signature on a parking form')), /It can go/)
  })
})

/** The rows of a list, each as a press. */
function rowsIn(card: Card): { card: Card; title: string }[] {
  return card.body.flatMap((element) => {
    const { title } = (element.selectAction ?? {}) as { title?: string }
    return title ? [{ card, title }] : []
  })
}

/** Opens the first of the list. */
async function open(house: House, person: string): Promise<Card> {
  const [row = assert.fail('an empty list')] = rowsIn(await house.say(person, 'potloodlijst'))
  return house.press(person, row.card, row.title)
}
