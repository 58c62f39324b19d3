import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { rowOf } from '../ask/town.ts'
import { House, ROSTER, read, TENANT } from '../house.ts'

/** Stands in every object id of this municipality, and in nothing else. */
const MARK = '5ec7e700'
const ASK = 'wie weet iets van vergunningen?'

const idOf = (handle: string) => {
  const place = ROSTER.findIndex(({ id }) => id === handle)
  return `${MARK}-0000-4000-8000-${String(place).padStart(12, '0')}`
}
const planted = ROSTER.map((person) => ({
  ...person,
  id: idOf(person.id),
  managers: (person.managers ?? []).map(idOf),
}))

/** A house with object ids as Entra gives them, and every card that anybody was given. */
async function openHouse() {
  const house = await House.open({ roster: planted })
  const cards: Card[] = []
  const { dispatch } = house.app
  house.app.dispatch = async (turn) => {
    const reply = await dispatch(turn)
    if (reply) cards.push(reply.card)
    return reply
  }
  const shown = () => [...cards, ...house.sent.map(({ content }) => content)]
  const says = async (handle: string, ...texts: string[]) => {
    for (const text of texts) {
      await house.say(idOf(handle), text)
      await house.settle()
    }
    return cards.at(-1) ?? assert.fail()
  }
  const presses = async (handle: string, title: string, inputs = {}, card = cards.at(-1)) => {
    await house.press(idOf(handle), card ?? assert.fail(), title, inputs)
    await house.settle()
  }
  return { house, shown, says, presses }
}

/** Everything that happens between who asks and who helps. */
async function wholeLoop() {
  const { house, shown, says, presses } = await openHouse()
  await says('karin', 'vraag')
  await presses('karin', 'Bewaar', { text: 'Een vergunning voor een kraan duurt een week.', sharing: 'colleagues' })
  await says('sanne', ASK)
  await presses('sanne', 'Kies voor mij', { who: 'nobody' })
  await presses('sanne', rowOf(await says('sanne', ASK), 'Karin de Wit').title)
  await presses('sanne', 'Verstuur', { purpose: 'Morgen beginnen' })
  await says('karin', 'open vraag', 'weet iemand anders', 'vraag het aan Jan', 'vraag het aan Bram Visser')
  await says('bram', 'open vraag', 'ik help', 'mijn antwoord: Vraag het aan de balie.')
  await says('sanne', 'mijn vragen', 'open mijn vraag', 'nog niet', 'open mijn vraag')
  await house.pass(86_400_000)
  await says('mehmet', 'nu niet', 'ik help', 'mijn antwoord: Bel eerst.')
  await says('sanne', 'open mijn vraag', 'dit hielp, bewaar')
  await says('mehmet', 'ja, bewaar', 'open vraag')
  await says(
    'fatima',
    ASK,
    'antwoord 1 helpt',
    'wie weet iets van een kraan?',
    'vraag het',
    'vraag het',
    'sluit mijn vraag',
  )
  await says('priya', 'I help', 'who knows about walvissen?')
  await house.say(idOf('sanne'), 'wie weet iets van sloop?', { place: 'channel' })
  await says(
    'karin',
    'waar weet ik iets van',
    'dit klopt niet',
    'kennisbank',
    'mijn kennis',
    'zoek kraan',
    'lees kraan',
  )
  await house.until('2026-12-04T16:00Z')
  return { house, shown, says }
}

describe('privacy: object ids', () => {
  it('case A22: stand on no card of who asks, and of who helps', async () => {
    const { shown } = await wholeLoop()
    const words = shown().map((content) => (typeof content === 'string' ? content : read(content)))
    for (const passed of [
      /Dit is al bekend/,
      /Die collega kan ik nu niet vragen/,
      /Ik vraag het aan een collega/,
      /Kun jij Sanne/,
      /Wie weet dit/,
      /Karin de Wit noemde je naam/,
      /Bram Visser helpt/,
      /Verstuurd naar/,
      /Bewaard voor collega/,
      /Je vraag is gesloten/,
      /Nog niemand weet dit/,
      /in onze eigen chat/,
      /Bram Visser heeft een antwoord/,
      /Mehmet Kaya heeft een antwoord/,
      /Mooi dat het hielp/,
      /Jouw antwoord hielp/,
    ])
      assert.ok(
        words.some((one) => passed.test(one)),
        String(passed),
      )
    for (const content of shown()) assert.doesNotMatch(JSON.stringify(content), new RegExp(MARK))
  })

  it('stand on no other card, and in no line of the log', async () => {
    const { house, shown, says } = await wholeLoop()
    const commands = ['help', 'vraag', 'mijn momenten', 'instellingen', 'mijn gegevens', 'exporteer', 'verwijder mij']
    for (const handle of ['sanne', 'marieke', 'hilde']) await says(handle, ...commands)
    await house.arrive(idOf('bram'))
    for (const content of shown()) assert.doesNotMatch(JSON.stringify(content), new RegExp(MARK))
    assert.doesNotMatch(house.logged.join(), new RegExp(MARK))
    assert.equal((await house.app.roster.get({ tenant: TENANT, id: idOf('bram') }))?.name, 'Bram Visser')
  })
})
