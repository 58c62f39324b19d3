import assert from 'node:assert/strict'
import { Unavailable } from '../../services/core/ports.ts'
import { asksOf } from '../ask/town.ts'
import { button, filledIn, House, read, TENANT, WEDNESDAY } from '../house.ts'
import { journalOf } from '../reflection/answers.ts'
import { breakable, timedOut } from './breakable.ts'

const TEXT = 'De Kwartelkoning zat op het dak van mevrouw Jansen.'
const AGAIN = 'Probeer opnieuw'

async function town() {
  const kept = breakable({ now: () => WEDNESDAY })
  return { ...kept, house: await House.open({ store: kept.store }) }
}

/** The language of a turn is known before it is dispatched, so what is said while the store is away says it itself. */
const by = (id: string) =>
  ({ id, tenant: TENANT, person: 'sanne', at: WEDNESDAY, language: 'nl', place: 'personal' }) as const

type Town = Awaited<ReturnType<typeof town>>

/** Types while the store is away, and gives the card that comes back. */
async function typedInVain({ house, goAway, comeBack }: Town, text: string, error: Error = timedOut()) {
  goAway(error)
  const reply = await house.turn({ ...by('turn-vain'), kind: 'said', text })
  comeBack()
  return reply?.card ?? assert.fail('nothing was heard')
}

describe('down: a text that is typed while the store is away', () => {
  for (const error of [timedOut(), new TypeError('fetch failed'), new Error('the disk is full')])
    it(`comes back in the field, with one button (${error.name})`, async () => {
      const card = await typedInVain(await town(), TEXT, error)
      assert.match(read(card), /Nog niet bewaard\nHet bewaren lukte niet\n.*Je tekst is niet weg/)
      assert.equal(filledIn(card).text, TEXT)
      assert.deepEqual(
        card.actions.map(({ title }) => title),
        [AGAIN],
      )
    })

  it('is heard as if it was typed when the button is pressed: a command', async () => {
    const there = await town()
    const card = await typedInVain(there, 'pauze tot 1 december')
    assert.match(read(await there.house.press('sanne', card, AGAIN)), /Pauze tot dinsdag 1 december/)
  })

  it('a question to colleagues: asked once, however often the button is pressed', async () => {
    const there = await town()
    const card = await typedInVain(there, 'wie weet iets van vergunningen?')
    for (let times = 0; times < 3; times++) {
      assert.match(read(await there.house.press('sanne', card, AGAIN)), /Wie zullen we vragen/)
    }
    assert.equal((await asksOf(there.house, 'sanne')).length, 1)
  })

  it('free text: kept once', async () => {
    const there = await town()
    const card = await typedInVain(there, TEXT)
    const which = await there.house.press('sanne', card, AGAIN)
    await there.house.press('sanne', card, AGAIN)
    await there.house.press('sanne', which, 'Bewaar als moment')
    assert.deepEqual(
      (await journalOf(there.house, 'sanne')).map(({ text }) => text),
      [TEXT],
    )
  })

  it('is what stands in the field when it was changed there', async () => {
    const there = await town()
    // The draft was kept, and nobody heard of it.
    await there.house.turn({ ...by('turn-vain'), kind: 'said', text: TEXT })
    const card = await typedInVain(there, TEXT)
    const which = await there.house.press('sanne', card, AGAIN, { text: 'Het was een Houtsnip.' })
    await there.house.press('sanne', which, 'Bewaar als moment')
    assert.deepEqual(
      (await journalOf(there.house, 'sanne')).map(({ text }) => text),
      ['Het was een Houtsnip.'],
    )
  })

  it('comes back once more, as it was changed, when the store is still away', async () => {
    const there = await town()
    const first = await typedInVain(there, 'stop')
    there.goAway()
    const { verb, data } = button(first, AGAIN)
    const input = { ...data, text: 'start' }
    const reply = await there.house.turn({ ...by('turn-press'), kind: 'pressed', verb, input })
    there.comeBack()
    const second = reply?.card ?? assert.fail()
    assert.equal(filledIn(second).text, 'start')
    assert.match(read(await there.house.press('sanne', second, AGAIN)), /Welkom terug/)
  })

  it('that no field can hold stays in the chat, and no button promises it', async () => {
    const card = await typedInVain(await town(), '"'.repeat(4000))
    assert.match(read(card), /Probeer het zo opnieuw/)
    assert.deepEqual([card.actions, filledIn(card)], [[], {}])
  })

  it('is not repeated where others read along', async () => {
    const { house, goAway } = await town()
    goAway()
    const reply = await house.turn({ ...by('turn-1'), place: 'channel', kind: 'said', text: 'Wie weet dit?' })
    const card = reply?.card ?? assert.fail()
    assert.match(read(card), /Dat ligt aan ons/)
    assert.deepEqual([card.actions, filledIn(card)], [[], {}])
  })

  it('is logged with the code of the card and the reason, and no word of it', async () => {
    const there = await town()
    const card = await typedInVain(there, TEXT, new Unavailable('throttled', `moments ${TEXT}`))
    const [, code] = /Noem code ([0-9A-F]{4}) bij je beheerder/.exec(read(card)) ?? assert.fail()
    const lines = there.house.logged.map((line) => JSON.parse(line))
    assert.deepEqual(
      lines.filter(({ event }) => event === 'turn-failed').map((line) => [line.code, line.error, line.store]),
      [[code, 'Unavailable', 'throttled']],
    )
    assert.doesNotMatch(there.house.logged.join('\n'), /Kwartelkoning|Jansen/)
    assert.doesNotMatch(JSON.stringify(card), /sanne|tenant-a|Unavailable/)
  })
})

describe('down: a press while the store is away', () => {
  it('with a text that no field can hold: no button that would send an empty form', async () => {
    const { house, goAway } = await town()
    const { verb, data } = button(await house.say('sanne', 'vraag'), 'Bewaar')
    goAway()
    for (const text of ['"\\'.repeat(2000), 'x'.repeat(7000)]) {
      const input = { ...data, text, how: 'werk', sharing: 'self' }
      const card = (await house.turn({ ...by('turn-press'), kind: 'pressed', verb, input }))?.card ?? assert.fail()
      assert.deepEqual([card.actions, filledIn(card)], [[], {}])
    }
  })

  it('gives the text back, and the button saves it exactly once', async () => {
    const { house, goAway, comeBack } = await town()
    const { verb, data } = button(await house.say('sanne', 'vraag'), 'Bewaar')
    goAway()
    const input = { ...data, text: TEXT, how: 'werk', sharing: 'self' }
    const reply = await house.turn({ ...by('turn-press'), kind: 'pressed', verb, input })
    comeBack()
    const card = reply?.card ?? assert.fail()
    assert.equal(filledIn(card).text, TEXT)
    for (let times = 0; times < 2; times++) {
      assert.match(read(await house.press('sanne', card, AGAIN)), /Bewaard\. Alleen jij/)
    }
    const journal = await journalOf(house, 'sanne')
    assert.deepEqual(
      journal.map(({ text, how, revision }) => [text, how, revision]),
      [[TEXT, 'werk', 1]],
    )
  })
})
