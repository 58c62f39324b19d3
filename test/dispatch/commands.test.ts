import assert from 'node:assert/strict'
import { button, House, read } from '../house.ts'

describe('dispatch: a typed command', () => {
  for (const typed of ['help', 'Help', '  HELP  ', 'help.', 'Help!', 'hulp', '?']) {
    it(`is found in ${JSON.stringify(typed)}`, async () => {
      assert.match(read(await (await House.open()).say('sanne', typed)), /Wat kun je met Leermoment\?/)
    })
  }

  it('is found in the other language too, and answered in one’s own', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'my moments')), /Mijn momenten/)
    assert.match(read(await house.say('priya', 'mijn momenten')), /My moments/)
  })

  it('keeps the letters of what follows it', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'Zoek in mijn momenten Café DE Zon')), /“Café DE Zon”/)
  })

  it('is typed as the card says, for every button of a card', async () => {
    const house = await House.open()
    for (const typed of ['help', 'instellingen', 'mijn gegevens', 'verwijder mij', 'wie weet iets van vergunningen?']) {
      const card = await house.say('sanne', typed)
      assert.equal(card.actions.length > 0, /Typ: /.test(card.fallbackText), typed)
    }
  })
})

describe('dispatch: words that used to lead nowhere', () => {
  it('"taal" shows both languages, and one tap chooses', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'taal')
    assert.match(read(await house.press('sanne', card, 'English')), /From now on I speak English/)
    const back = await house.say('sanne', 'language')
    assert.match(read(back), /Which language/)
    assert.match(read(await house.press('sanne', back, 'Nederlands')), /Nederlands/)
  })

  for (const typed of ['ik weet het niet', 'Ik weet het niet.', 'I don’t know'])
    it(`${JSON.stringify(typed)} leads on to asking`, async () => {
      assert.match(read(await (await House.open()).say('sanne', typed)), /Wat wil je weten\?[\s\S]*Vraag van de week/)
    })
})

describe('dispatch: help', () => {
  it('says what can be done, for everybody and for each role', async () => {
    const house = await House.open()
    const [sanne, marieke, hilde] = await Promise.all(
      ['sanne', 'marieke', 'hilde'].map((who) => house.say(who, 'help').then(read)),
    )
    assert.doesNotMatch(sanne ?? '', /Als leidinggevende|Voor HR/)
    assert.match(marieke ?? '', /Als leidinggevende[\s\S]*Antwoorden van je team kun je niet lezen/)
    assert.match(hilde ?? '', /Voor HR/)
  })
})

describe('dispatch: where others read along', () => {
  it('nothing is pressed', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'instellingen')
    for (const place of ['group', 'channel'] as const) {
      const reply = await house.pressed('sanne', card, 'Bewaar', { day: '1' }, { place })
      assert.equal(reply?.refused, 'unknown-verb')
    }
    assert.match(read(await house.say('sanne', 'instellingen')), /Instellingen/)
  })

  for (const typed of ['mijn momenten', 'stop', 'ja, verwijder alles', 'Eerst bellen werkt beter.', 'exporteer']) {
    it(`"${typed}" is taken to one’s own chat, and nothing happens`, async () => {
      const house = await House.open()
      assert.match(read(await house.say('sanne', typed, { place: 'channel' })), /Praat met mij in onze eigen chat/)
      assert.match(read(await house.say('sanne', 'mijn momenten')), /Je hebt nog geen momenten bewaard/)
    })
  }
})

describe('dispatch: somebody who left the roster', () => {
  it('has no question, and no error', async () => {
    const house = await House.open()
    await house.app.roster.remove({ tenant: 'tenant-a', id: 'sanne' })
    assert.match(read(await house.say('sanne', 'vraag')), /Deze week heb ik geen vraag voor je/)
  })
})

describe('dispatch: an old card', () => {
  it('whose button is gone says what to type', async () => {
    const house = await House.open()
    const { data } = button(await house.say('sanne', 'vraag'), 'Bewaar')
    const reply = await house.send('sanne', 'reflection.keep', data)
    assert.match(read(reply?.card ?? assert.fail()), /Deze knop werkt niet meer[\s\S]*Typ help/)
  })
})
