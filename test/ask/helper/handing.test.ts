import assert from 'node:assert/strict'
import { button, House, ROSTER, read } from '../../house.ts'
import { accepted, asked, askedPeople, asks, asksOf, offersTo, offerTo, readBy } from '../town.ts'

const HOURS = 3_600_000

/** Two colleagues have the question at the same time: the first did not react for four working hours. */
async function askedThree() {
  const house = await asked('karin')
  await house.pass(4 * HOURS)
  assert.deepEqual(askedPeople(house).slice(1).sort(), ['bram', 'mehmet'])
  return house
}

describe('ask: saying yes', () => {
  it('gives the colleague a place to answer, and tells the asker who helps', async () => {
    const house = await asked('karin')
    const reply = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    assert.match(read(reply), /Fijn\. Sanne weet dat je helpt\.[\s\S]*wie weet iets van vergunningen\?/)
    await house.settle()
    assert.match(readBy(house, 'sanne')[0] ?? '', /Karin de Wit helpt je/)
  })

  it('by two at once: one helps, the other is thanked, and the asker hears of one', async () => {
    const house = await askedThree()
    const replies = await Promise.all(
      ['bram', 'karin', 'mehmet'].map((person) => house.press(person, offerTo(house, person), 'Ik help').then(read)),
    )
    assert.equal(replies.filter((reply) => /Fijn\. Sanne weet/.test(reply)).length, 1)
    assert.equal(replies.filter((reply) => /Iemand anders helpt al\nDank je dat je wilde helpen/.test(reply)).length, 2)
    await house.settle()
    assert.equal(readBy(house, 'sanne').filter((card) => /helpt je/.test(card)).length, 1)
  })

  it('twice is saying it once', async () => {
    const house = await accepted('karin')
    assert.match(read(await house.press('karin', offerTo(house, 'karin'), 'Ik help')), /Fijn\. Sanne weet/)
    await house.settle()
    assert.equal(readBy(house, 'sanne').length, 1)
  })

  it('is refused to somebody to whom it was not put, and logged without a name', async () => {
    const house = await asked('karin')
    const { verb, data } = button(offerTo(house, 'karin'), 'Ik help')
    for (const person of ['bram', 'marieke', 'sanne']) {
      assert.equal((await house.send(person, verb, data))?.refused, 'not-yours')
    }
    assert.match(house.logged.join(), /turn-refused.*not-yours/)
    assert.doesNotMatch(house.logged.join(), /vergunningen|Karin|karin/)
    assert.deepEqual(
      (await asksOf(house, 'sanne'))[0]?.offers.map(({ state }) => state),
      ['offered'],
    )
  })
})

describe('ask: saying no', () => {
  it('shows no reason to anybody, and the next colleague is asked soon', async () => {
    const house = await asked('karin')
    assert.match(read(await house.press('karin', offerTo(house, 'karin'), 'Nu niet')), /Niemand ziet een reden/)
    await house.settle()
    assert.equal(askedPeople(house).length, 2)
    assert.deepEqual(readBy(house, 'sanne'), [])
  })

  it('can be taken back while nobody helps', async () => {
    const house = await asked('karin')
    const no = await house.press('karin', offerTo(house, 'karin'), 'Nu niet')
    await house.settle()
    assert.match(read(await house.press('karin', no, 'Toch helpen')), /Fijn\. Sanne weet/)
  })

  it('after a yes lets the asker wait no longer than for the next colleague', async () => {
    const house = await accepted('karin')
    await house.say('karin', 'nu niet')
    await house.settle()
    assert.equal(askedPeople(house).length, 2)
  })

  it('by everybody ends with the asker hearing it', async () => {
    const house = await asked('karin')
    for (let asked = 0; asked < askedPeople(house).length; ) {
      asked = askedPeople(house).length
      for (const person of askedPeople(house)) await house.say(person, 'nu niet')
      await house.settle()
    }
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Nog niemand weet dit/)
    assert.equal(readBy(house, 'sanne').length, 1)
    assert.equal(new Set(askedPeople(house)).size, askedPeople(house).length, 'nobody was asked twice')
  })
})

describe('ask: knowing somebody else', () => {
  const forward = async (house: House, name: string) =>
    read(
      await house.press(
        'karin',
        await house.press('karin', offerTo(house, 'karin'), 'Weet iemand anders'),
        'Vraag het',
        { name },
      ),
    )

  it('puts it to that colleague, who reads who named them', async () => {
    const house = await asked('karin')
    assert.match(await forward(house, 'fatima aydin'), /Ik vraag het aan Fatima Aydin/)
    await house.settle()
    assert.match(read(offerTo(house, 'fatima')), /Karin de Wit noemde je naam/)
  })

  it('asks which one when the name is not enough', async () => {
    const house = await asked('karin')
    await house.employ({ id: 'fatima2', name: 'Fatima Smit' })
    assert.match(await forward(house, 'Fatima'), /meer collega’s met die naam[\s\S]*achternaam/)
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('says no more than that of a person who may not be asked, and of somebody unknown that there is no such name', async () => {
    const house = await asked('karin')
    for (const name of ['Marieke Jansen', 'Hans de Boer', 'Hilde Mol', 'Sanne Bakker', 'Karin de Wit']) {
      assert.match(await forward(house, name), /Die collega kan ik nu niet vragen\. Noem iemand anders/, name)
    }
    assert.match(await forward(house, 'Jan Niemand'), /Ik vind niemand met die naam/)
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('asks for a name when none was given', async () => {
    const house = await asked('karin')
    assert.match(await forward(house, '  '), /Ik vind niemand met die naam/)
  })

  it('goes on when the asker had been told that nobody was left', async () => {
    const roster = ROSTER.filter(({ id }) => ['sanne', 'karin', 'fatima'].includes(id))
    const house = await House.open({ roster })
    await asks(house, 'sanne', 'karin')
    await house.until('2026-11-23T09:00Z')
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Nog niemand weet dit/)
    await forward(house, 'fatima')
    await house.settle()
    assert.match(read(await house.say('sanne', 'mijn vragen')), /bij een collega/)
    await house.press('fatima', offerTo(house, 'fatima'), 'Nu niet')
    await house.settle()
    assert.equal(offersTo(house, 'fatima').length, 1)
    assert.equal(
      readBy(house, 'sanne').filter((card) => /Nog niemand/.test(card)).length,
      2,
      'the asker hears it again',
    )
  })
})
