import assert from 'node:assert/strict'
import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { interrupted } from '../../delivery/interrupted.ts'
import { button, House, ROSTER, read, WEDNESDAY } from '../../house.ts'
import { askedPeople, checks, offerTo, readBy, sendTo, shares } from '../town.ts'

const HOURS = 3_600_000
const TOPIC = 'Een zandloper op tafel houdt elk overleg kort.'
const ASK = 'wie weet iets van een zandloper?'

/** These people know; Fatima is of Sanne's own team. */
async function knownTo(...people: string[]) {
  const house = await House.open()
  for (const person of people) await house.say(person, 'ik weet iets van een zandloper')
  return house
}

describe('ask: how far a question goes', () => {
  it('is within the own team, unless the asker chooses somebody beyond it by name', async () => {
    const house = await knownTo('fatima', 'karin')
    const card = await house.say('sanne', ASK)
    assert.match(read(card), /Fatima Aydin\nWeet iets van een zandloper\n/)
    assert.match(
      read(card),
      /Karin de Wit\nWeet iets van een zandloper \(buiten je team\)[\s\S]*Je vraag blijft in je team/,
    )
    await sendTo(house, 'sanne', card, 'karin')
    await house.settle()
    await house.say('karin', 'nu niet')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin', 'fatima'], 'and from then on it is everywhere')
  })

  it('is within the own team when the bot chooses, however well others know it', async () => {
    const house = await knownTo('fatima', 'karin')
    await shares(house, 'karin', TOPIC)
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.say('sanne', 'vraag het')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['fatima'])
  })

  it('is everywhere when the asker says so before anybody is asked', async () => {
    const house = await knownTo('fatima')
    await shares(house, 'karin', TOPIC)
    await house.say('sanne', ASK)
    assert.doesNotMatch(read(await house.say('sanne', 'zoek in de hele gemeente')), /buiten je team/)
    await house.say('sanne', 'vraag het')
    await house.say('sanne', 'vraag het')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('is the municipality at once when nobody in the team showed or said anything', async () => {
    const house = await knownTo('karin')
    assert.match(read(await house.say('sanne', ASK)), /Karin de Wit/)
    assert.match(
      read(await house.say('sanne', 'wie weet iets van klantcontact?')),
      /Misschien \nFatima Aydin\nWerkt bij/,
    )
  })

  it('stays within the team, also when somebody passes it on', async () => {
    const house = await knownTo('fatima', 'karin')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.settle()
    const forward = await house.press('fatima', offerTo(house, 'fatima'), 'Weet iemand anders')
    const reply = read(await house.press('fatima', forward, 'Vraag het', { name: 'Karin de Wit' }))
    assert.match(reply, /Die collega kan ik nu niet vragen/)
    await house.pass(30 * HOURS)
    assert.deepEqual(askedPeople(house), ['fatima'])
  })

  it('is asked again when nobody in the team reacts: the asker hears it after four working hours', async () => {
    const house = await knownTo('fatima', 'karin')
    const sent = await sendTo(house, 'sanne', await house.say('sanne', ASK))
    assert.match(read(sent), /geen reactie uit je team\? Dan hoor je dat na vier werkuren/)
    await house.pass(4 * HOURS - 1000)
    assert.deepEqual(readBy(house, 'sanne'), [])
    await house.pass(1000)
    const [told, ...more] = house.sentTo('sanne')
    assert.match(read(told ?? assert.fail()), /Er is nog geen reactie uit je team\./)
    assert.deepEqual(more, [])
    await house.press('sanne', told ?? assert.fail(), 'Zoek in de hele gemeente')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['fatima', 'karin'])
  })

  it('is looked at once, not for ever, when a colleague can be asked again after the asker heard of no reaction', async () => {
    const memory = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
    let writes = 0
    const store = interrupted(memory, {
      before(collection, verb) {
        // A look that brings about itself would never come back.
        if (collection === 'asks' && verb === 'put' && ++writes > 50)
          throw new Error('the ask is written again and again')
      },
    })
    const noor = { id: 'noor', name: 'Noor Smit', unit: ['Gemeente', 'Dienstverlening', 'Team Klantcontact'] }
    const house = await House.open({ store, roster: [...ROSTER, { ...noor, managers: ['marieke'] }] })
    for (const person of ['fatima', 'noor', 'karin']) await house.say(person, 'ik weet iets van een zandloper')
    await house.say('noor', 'vraag mij niets')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.pass(5 * HOURS)
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Er is nog geen reactie uit je team\./)
    await house.say('noor', 'vraag mij weer')
    await house.pass(60 * HOURS)
    assert.deepEqual(askedPeople(house), ['fatima', 'noor'])
    assert.deepEqual(house.logged, [])
  })

  it('is offered when everybody in the team said no; without a yes it goes nowhere', async () => {
    const house = await knownTo('fatima', 'karin')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.settle()
    await house.say('fatima', 'nu niet')
    await house.pass(30 * HOURS)
    assert.deepEqual(askedPeople(house), ['fatima'])
    assert.equal(readBy(house, 'sanne').length, 1)
    assert.match(
      readBy(house, 'sanne')[0] ?? '',
      /In je team kan nu niemand helpen[\s\S]*buiten je team je vraag lezen/,
    )
    await house.say('sanne', 'zoek in de hele gemeente')
    await house.say('sanne', 'zoek in de hele gemeente')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['fatima', 'karin'])
  })

  it('ends with the asker hearing that nobody is left, when they looked everywhere', async () => {
    const house = await knownTo('fatima')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.settle()
    await house.say('fatima', 'nu niet')
    await house.settle()
    assert.match(read(await house.say('sanne', 'zoek in de hele gemeente')), /Nog niemand weet dit/)
  })

  it('does not change by somebody else’s press', async () => {
    const house = await knownTo('fatima', 'karin')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.settle()
    await house.say('fatima', 'nu niet')
    await house.settle()
    const { verb, data } = button(house.sentTo('sanne').at(-1) ?? assert.fail(), 'Zoek in de hele gemeente')
    for (const person of ['fatima', 'karin', 'hilde'])
      assert.equal((await house.send(person, verb, data))?.refused, 'not-yours')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['fatima'])
  })
})

describe('ask: the question behind the question', () => {
  const known = async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    const card = await house.say('sanne', ASK)
    return { house, behind: await checks(house, 'sanne', card) }
  }

  it('is asked once, where what is known did not help, and disturbs nobody', async () => {
    const { house, behind } = await known()
    assert.match(read(behind), /Zo gaat je vraag naar een collega[\s\S]*Wat wil je kunnen doen\? \(mag leeg\)/)
    await house.settle()
    assert.deepEqual(askedPeople(house), [])
    await house.press('sanne', behind, 'Verstuur')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('may be skipped, on its card, on the old one, or by typing', async () => {
    for (const skip of ['press', 'old', 'type']) {
      const { house, behind } = await known()
      if (skip === 'press') await house.press('sanne', behind, 'Verstuur')
      if (skip === 'old') await sendTo(house, 'sanne', await house.say('sanne', ASK))
      if (skip === 'type') await house.say('sanne', 'vraag het')
      await house.settle()
      assert.deepEqual(askedPeople(house), ['karin'], skip)
    }
  })

  it('is read by who is asked, and may be typed', async () => {
    const { house } = await known()
    await house.say('sanne', 'eigenlijk wil ik kortere overleggen')
    await house.settle()
    assert.match(read(offerTo(house, 'karin')), /Waarvoor\? \nkortere overleggen/)
  })

  it('may bring up more that is known, before anybody is asked', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    await shares(house, 'bram', 'Een stiltemoment vooraf scheelt een halfuur.')
    const behind = await checks(house, 'sanne', await house.say('sanne', ASK))
    const more = await house.press('sanne', behind, 'Verstuur', { purpose: 'een stiltemoment inlassen' })
    assert.match(read(more), /Een stiltemoment vooraf/)
    await house.settle()
    assert.deepEqual(askedPeople(house), [])
    await sendTo(house, 'sanne', more)
    await house.settle()
    assert.equal(askedPeople(house).length, 1)
  })

  it('keeps who was chosen before it', async () => {
    const house = await House.open()
    for (const person of ['karin', 'bram', 'priya']) await shares(house, person, TOPIC)
    const card = await house.say('sanne', ASK)
    await checks(house, 'sanne', card, 'priya')
    await house.say('sanne', 'vraag het')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['priya'])
  })

  it('is not asked where nothing is known', async () => {
    const house = await knownTo('karin')
    await sendTo(house, 'sanne', await house.say('sanne', ASK))
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })
})
