import assert from 'node:assert/strict'
import { House, ROSTER, read } from '../../house.ts'
import { offerTo, QUESTION, readBy, sendTo } from '../town.ts'

const TEAM = ROSTER.find(({ id }) => id === 'sanne')?.unit ?? []
/** With Sanne and Fatima, this many are in the team; their manager is in it too. */
const hire = async (house: House, count: number, jobTitle?: string) => {
  for (let place = 0; place < count; place++)
    await house.employ({ id: `extra${place}`, name: `Pim${place} Prins`, unit: TEAM, ...(jobTitle && { jobTitle }) })
}

/** Sanne has her question put to Karin, and gives the card that she chose on. */
async function sends(house: House, inputs: Record<string, string> = {}) {
  const card = await house.say('sanne', QUESTION)
  await sendTo(house, 'sanne', card, 'karin', inputs)
  await house.settle()
  return card
}

/** Sanne asks without her name; Karin helps, and it helped. */
async function wholeLoop(house: House) {
  await sends(house, { role: 'true' })
  const seen = [...house.sentTo('karin')]
  const say = async (text: string) => {
    seen.push(await house.say('karin', text))
    await house.settle()
  }
  await say('open vraag')
  await say('ik help')
  await house.say('karin', 'vraag het aan Sanne Bakker')
  await say('mijn antwoord: Vraag het aan de balie.')
  await house.say('sanne', 'dit hielp, bewaar')
  await house.settle()
  await say('ja, bewaar')
  await say('open vraag')
  seen.push(...house.sentTo('karin'))
  return seen.map((one) => JSON.stringify(one))
}

describe('ask: a role instead of a name', () => {
  it('is shown to the person who is asked, and is never a name later: not by helping, thanking or keeping', async () => {
    const house = await House.open()
    await hire(house, 3)
    const seen = await wholeLoop(house)
    assert.match(seen[0] ?? '', /Kun jij een collega van Team Klantcontact helpen\?/)
    assert.ok(seen.some((card) => /Fijn\. Je collega weet dat je helpt/.test(card)))
    assert.ok(seen.some((card) => /Jouw antwoord hielp een collega van Team Klantcontact/.test(card)))
    assert.ok(seen.some((card) => /Je collega wil dit bewaren voor collega/.test(card)))
    for (const card of seen) assert.doesNotMatch(card, /Sanne|Bakker|"sanne"/)
  })

  it('and the same asker by name is seen, else this shows nothing', async () => {
    const house = await House.open()
    await sends(house)
    assert.match(readBy(house, 'karin')[0] ?? '', /Kun jij Sanne Bakker helpen\?/)
  })

  it('is the job when five people hold it beside anybody of them who is asked', async () => {
    const house = await House.open()
    await hire(house, 5, 'Klantadviseur')
    await house.employ({
      id: 'sanne',
      name: 'Sanne Bakker',
      unit: TEAM,
      managers: ['marieke'],
      jobTitle: 'Klantadviseur',
    })
    await sends(house, { role: 'true' })
    assert.match(read(offerTo(house, 'karin')), /Kun jij een Klantadviseur helpen\?/)
  })

  it('is not there when fewer than five could be meant, and no press for it becomes a name', async () => {
    const house = await House.open()
    await hire(house, 1)
    const card = await sends(house, { role: 'true' })
    assert.doesNotMatch(read(card), /Liever zonder je naam/)
    assert.equal(readBy(house, 'karin')[0], undefined, 'the asker sees first that it would be their name')
    await sendTo(house, 'sanne', card, 'karin')
    await house.settle()
    assert.match(readBy(house, 'karin')[0] ?? '', /Kun jij Sanne Bakker helpen\?/)
  })

  it('stays when the question goes on to the next', async () => {
    const house = await House.open()
    await hire(house, 3)
    await sends(house, { role: 'true' })
    await house.say('karin', 'nu niet')
    await house.settle()
    const others = house.sent.filter(({ to }) => to !== 'sanne' && to !== 'karin')
    assert.ok(others.length > 0)
    for (const { content } of others) assert.doesNotMatch(JSON.stringify(content), /Sanne|"sanne"/)
  })

  /** Of the people with this job, three stand under a lead of another team, who may be asked. */
  const underLead = async (house: House, under: number) => {
    const job = { jobTitle: 'Jurist' }
    await house.employ({ id: 'lead', name: 'Lena Leider', unit: ['Gemeente', 'Team Elders'], managers: ['hans'] })
    for (let place = 0; place < 7; place++)
      await house.employ({
        id: `jurist${place}`,
        name: `Jurist${place} Jansma`,
        unit: place < under ? ['Gemeente', 'Team Elders'] : ['Gemeente', `Team ${place}`],
        managers: place < under ? ['lead'] : ['hans'],
        ...job,
      })
    await house.employ({ id: 'sanne', name: 'Sanne Bakker', unit: TEAM, managers: ['marieke'], ...job })
  }

  it('A48: is not there when somebody who may be asked can rule out all but four, and is when five are left', async () => {
    for (const [under, isThere] of [
      [4, false],
      [3, true],
    ] as const) {
      const house = await House.open()
      await underLead(house, under)
      // Eight hold the job: by counting alone, as before, all of them could be meant.
      const card = await sends(house, { role: 'true' })
      const reads = readBy(house, 'karin')[0] ?? read(card)
      assert.equal(/een Jurist/.test(reads), isThere, `${under} under the lead: ${reads}`)
    }
  })

  it('A49: a refusal to pass it on is the same for the asker, who is over them, a colleague with that role, and HR', async () => {
    const house = await House.open()
    await hire(house, 3)
    await sends(house, { role: 'true' })
    const said: string[] = []
    for (const name of ['Sanne Bakker', 'Marieke Jansen', 'Fatima Aydin', 'Pim0 Prins', 'Hilde Mol', 'Hans de Boer'])
      said.push(read(await house.say('karin', `vraag het aan ${name}`)).replaceAll(name, 'NAME'))
    assert.deepEqual([...new Set(said)].length, 1, said.join('\n---\n'))
    assert.match(said[0] ?? '', /kan nu geen vraag krijgen|nu niet/)
  })

  it('A49, control: with the asker by name, a colleague of their team can be asked', async () => {
    const house = await House.open()
    await hire(house, 3)
    await sends(house)
    await house.say('karin', 'vraag het aan Fatima Aydin')
    await house.settle()
    assert.ok(house.sentTo('fatima').length > 0)
  })
})
