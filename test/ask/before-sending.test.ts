import assert from 'node:assert/strict'
import { House, ROSTER, read } from '../house.ts'
import { askedPeople, asksOf, checks, helped, offerTo, QUESTION, rowOf, sendTo } from './town.ts'

const AGAIN = 'Weet iemand hier iets van een vergunning?'

describe('ask: a question that was asked before', () => {
  it('brings the earlier one up first, with its answer', async () => {
    const house = await helped('Alleen een busje? Dan hoeft er niets.')
    const card = await house.say('sanne', AGAIN)
    assert.match(
      read(card),
      /Dit vroeg je al eerder\nwie weet iets van vergunningen\?[\s\S]*beantwoord[\s\S]*Alleen een busje/,
    )
    assert.match(read(await house.press('sanne', card, 'Open die vraag')), /Karin de Wit heeft een antwoord/)
  })

  it('may be new after all', async () => {
    const house = await helped()
    const card = await house.say('sanne', AGAIN)
    assert.match(read(await house.press('sanne', card, 'Stel mijn nieuwe vraag')), /Wie zullen we vragen\?/)
    assert.match(read(await house.say('sanne', 'stel mijn nieuwe vraag')), /Wie zullen we vragen\?/)
    assert.equal((await asksOf(house, 'sanne')).length, 2)
  })

  it('is not one about something else, of somebody else, or that was closed', async () => {
    const house = await helped()
    assert.doesNotMatch(read(await house.say('sanne', 'wie weet iets van een vergunning voor een markt?')), /al eerder/)
    assert.doesNotMatch(read(await house.say('fatima', AGAIN)), /al eerder/)
    await house.say('sanne', 'sluit mijn vraag')
    assert.doesNotMatch(read(await house.say('sanne', 'sluit mijn vraag')), /al eerder/)
  })
})

describe('ask: case 36, numbers and addresses of people', () => {
  const PRIVATE = 'Wie weet iets van een vergunning voor 0612345678, 111222333, j@b.example?'
  const secrets = /0612345678|111222333|j@b\.example/

  it('are left out, and the asker is told before anybody is asked', async () => {
    const house = await House.open()
    const card = await house.say('sanne', PRIVATE)
    assert.match(
      read(await checks(house, 'sanne', card, 'karin')),
      /Dit laat ik weg uit je vraag: een telefoonnummer, een BSN en een e-mailadres\./,
    )
    await sendTo(house, 'sanne', card, 'karin')
    await house.settle()
    const offer = read(offerTo(house, 'karin'))
    assert.match(offer, /vergunning voor \[…\], \[…\], \[…\]\?/)
    for (const { content } of house.sent) assert.doesNotMatch(JSON.stringify(content), secrets)
    assert.doesNotMatch(JSON.stringify(await asksOf(house, 'sanne')), secrets, 'and nothing of it is kept')
  })

  it('are sent when the asker says that they are needed', async () => {
    const house = await House.open()
    const card = await house.say('sanne', PRIVATE)
    await sendTo(house, 'sanne', card, 'karin', { whole: 'true' })
    await house.settle()
    assert.match(read(offerTo(house, 'karin')), secrets)
  })

  it('are not asked about where there are none', async () => {
    const house = await House.open()
    const card = await house.say('sanne', QUESTION)
    assert.doesNotMatch(read(await checks(house, 'sanne', card, 'karin')), /Dit laat ik weg/)
  })
})

describe('ask: what goes to a colleague is seen before it is sent', () => {
  it('from an older card too, however often its button is pressed', async () => {
    const house = await House.open()
    const card = await house.say('sanne', QUESTION)
    const { ask = '', who = '' } = rowOf(card, 'karin').data
    // A card of an earlier release has the people as a list, and *Vraag het* below it.
    const older = () => house.send('sanne', 'ask.send', { ask, who })
    for (const time of ['once', 'twice', 'three times']) {
      const check = (await older())?.card ?? assert.fail()
      assert.match(read(check), /Zo gaat je vraag naar Karin de Wit/, time)
      await house.settle()
      assert.deepEqual(askedPeople(house), [], time)
    }
    const check = (await older())?.card ?? assert.fail()
    await house.press('sanne', check, 'Verstuur')
    await house.settle()
    assert.equal(askedPeople(house).length, 1)
  })

  it('and what was typed behind it stays while the asker looks at somebody else', async () => {
    const house = await House.open()
    const purpose = 'een feest op het plein aanvragen'
    const check = await checks(house, 'sanne', await house.say('sanne', QUESTION), 'karin')
    const list = await house.press('sanne', check, 'Terug', { purpose })
    const other = await checks(house, 'sanne', list, 'bram')
    assert.ok(JSON.stringify(other).includes(purpose), 'it stands in the field')
    const byBot = await checks(house, 'sanne', list)
    assert.ok(JSON.stringify(byBot).includes(purpose))
    // What the field shows is what the client sends along.
    await house.press('sanne', other, 'Verstuur', { purpose })
    await house.settle()
    assert.match(read(offerTo(house, 'bram')), /een feest op het plein aanvragen/)
  })

  it('and what was ticked there stays while the asker looks at somebody else', async () => {
    const house = await House.open()
    for (let place = 0; place < 6; place++)
      await house.employ({
        id: `extra${place}`,
        name: `Pim${place} Prins`,
        unit: ROSTER.find(({ id }) => id === 'sanne')?.unit ?? [],
      })
    const check = await checks(house, 'sanne', await house.say('sanne', QUESTION), 'karin')
    const list = await house.press('sanne', check, 'Terug', { role: 'true', purpose: '' })
    const other = await checks(house, 'sanne', list, 'bram')
    assert.match(JSON.stringify(other), /"id":"role"[^}]*"value":"true"/)
    const back = await house.press('sanne', other, 'Terug', { role: 'false', purpose: '' })
    assert.match(JSON.stringify(await checks(house, 'sanne', back, 'karin')), /"id":"role"[^}]*"value":"false"/)
  })

  it('and nothing is put into the field where nothing was typed', async () => {
    const house = await House.open()
    const check = await checks(house, 'sanne', await house.say('sanne', QUESTION), 'karin')
    const list = await house.press('sanne', check, 'Terug', { purpose: '' })
    assert.ok(!('purpose' in rowOf(list, 'karin').data))
  })
})
