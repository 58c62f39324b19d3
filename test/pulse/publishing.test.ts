import assert from 'node:assert/strict'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { House, read, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { ticking } from './answer/answers.ts'
import {
  answering,
  CLOSED,
  FRIDAY,
  LEAST,
  openTown,
  PUBLISHED,
  pulsesOf,
  QUOTES,
  quote,
  staff,
  tick,
  WINDOW,
} from './town.ts'

const NONE = /Over deze weken is er geen leerpuls/

describe('pulse: at the end of a window', () => {
  it('readers get the words of their block, quotes first, and no number', async () => {
    const house = await openTown()
    await answering(house)
    await ticking(house)
    await house.until(PUBLISHED)
    const [card] = house.sentTo('petra').filter((one) => /Leerpuls van Team Jeugd/.test(read(one)))
    const words = read(card ?? assert.fail())
    assert.match(words, /23 november tot en met 6 december\. Vertrouwelijk/)
    for (const text of QUOTES) assert.ok(words.includes(`“${text}”`), text)
    assert.ok(words.indexOf('In hun eigen woorden') < words.indexOf('Wat hen zou helpen'))
    assert.match(words, /Wat hen zou helpen\nSluit\nMeer tijd\nZelf mogen beslissen\n/)
    assert.doesNotMatch(words.replace(/\d+ (november|december|januari)/g, ''), /\d/)
    assert.doesNotMatch(JSON.stringify(card), /jeugd-|Medewerker/)
  })

  it('a block without enough answers gets the same words at the same moment as one with none', async () => {
    const house = await openTown()
    await tick(house, staff('wmo', 10))
    await house.until(PUBLISHED)
    const told = (one: string) => house.sentTo(one).filter((card) => NONE.test(read(card)))
    const [few, none] = [told('ruud'), told('petra')]
    assert.equal(few.length, 1)
    assert.deepEqual(JSON.parse(JSON.stringify(few).replaceAll('Team Wmo', 'Team Jeugd')), none)
  })

  it('nothing comes before its moment, and nothing comes twice', async () => {
    const house = await openTown()
    await answering(house)
    await house.until('2026-12-08T07:59Z')
    assert.equal(house.sentTo('petra').filter((card) => /eerpuls/.test(read(card))).length, 0)
    await house.until('2026-12-20T12:00Z')
    assert.equal(house.sentTo('petra').filter((card) => /Leerpuls van/.test(read(card))).length, 1)
  })

  it('only people who read the block can ask for it', async () => {
    const house = await openTown()
    await answering(house)
    await house.until(PUBLISHED)
    assert.match(read(await house.say('petra', 'leerpuls')), /Bel eerst de moeder/)
    assert.match(read(await house.say('ruud', 'leerpuls')), NONE)
    for (const other of ['jeugd-00', 'wmo-00'])
      assert.match(read(await house.say(other, 'leerpuls')), /Er is nog geen leerpuls voor jou/)
  })

  it('consent names the people who will read the block', async () => {
    const house = await openTown()
    const card = await house.say('jeugd-00', 'vraag')
    const asked = await house.press('jeugd-00', card, 'Bewaar', { text: 'Bel eerst.', sharing: 'pulse' })
    assert.match(read(asked), /Petra Mulder/)
  })
})

describe('pulse: fails closed', () => {
  it('when the roster was not confirmed in the week before the window', async () => {
    const house = await openTown()
    await house.until(PUBLISHED)
    // The second window opens two weeks after anybody confirmed anything.
    await tick(house, staff('jeugd'))
    await house.until('2027-01-06T12:00Z')
    const cards = house.sentTo('petra').filter((card) => /eerpuls/.test(read(card)))
    assert.equal(cards.filter((card) => NONE.test(read(card))).length, 2)
    assert.equal(cards.filter((card) => /Leerpuls van/.test(read(card))).length, 0)
  })

  it('and not when it was, with the same answers', async () => {
    const house = await openTown()
    await house.until('2026-12-04T12:00Z')
    await house.app.pulse.course.confirm(TENANT)
    await house.until(PUBLISHED)
    await tick(house, staff('jeugd'))
    await house.until('2027-01-06T12:00Z')
    assert.equal(house.sentTo('petra').filter((card) => /Leerpuls van/.test(read(card))).length, 1)
  })

  it('where nobody is on the roster', async () => {
    const house = new House({ at: FRIDAY, draws: LEAST })
    await house.app.pulse.course.confirm(TENANT)
    await house.until(PUBLISHED)
    assert.deepEqual(await pulsesOf(house), [])
    assert.deepEqual(house.sent, [])
  })

  it('when somebody lowered the policy by hand in the store', async () => {
    const house = await openTown()
    await answering(house)
    const { policies } = pulseCollections(house.store)
    await policies.put({ tenant: TENANT, id: 'pulse', chosen: { k: 3 }, log: [] })
    await house.until(PUBLISHED)
    assert.equal(house.sentTo('petra').filter((card) => /Leerpuls van/.test(read(card))).length, 0)
    assert.match(read(await house.say('petra', 'leerpuls')), NONE)
  })
})

describe('pulse: who is not counted', () => {
  it('is a person who switched counting off, at any moment before the close', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 11))
    await house.say('jeugd-00', 'tel mij niet mee')
    await house.until(PUBLISHED)
    assert.equal((await pulsesOf(house)).find(({ name }) => name === 'Team Jeugd')?.state, 'withheld')
  })

  it('is who answered late, nor is their quote, also when they answered another question in time', async () => {
    const house = await openTown()
    await answering(house)
    const card = await house.say('jeugd-20', 'vraag')
    await house.until('2026-12-01T09:00Z')
    const consent = await house.press('jeugd-20', card, 'Bewaar', {
      text: 'Te laat gezegd.',
      how: 'werk',
      sharing: 'pulse',
    })
    await house.press('jeugd-20', consent, 'Zet dit in de leerpuls')
    await answered(house, 'jeugd-20', 'Op tijd, voor mij alleen.', { how: 'werk' })
    await house.until(PUBLISHED)
    const pulse = read(await house.say('petra', 'leerpuls'))
    assert.match(pulse, /Bel eerst de moeder/)
    assert.doesNotMatch(pulse, /Te laat gezegd/)
  })

  it('and with everybody counted the same answers give a pulse', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 11))
    await house.until(PUBLISHED)
    assert.equal((await pulsesOf(house)).find(({ name }) => name === 'Team Jeugd')?.state, 'published')
  })
})

describe('pulse: between close and publication', () => {
  const shown = async (house: Awaited<ReturnType<typeof openTown>>) => {
    await house.until(PUBLISHED)
    return read(await house.say('petra', 'leerpuls'))
  }

  it('a quote that is taken back is not shown, and its words are nowhere but in the journal', async () => {
    const house = await openTown()
    await answering(house)
    await quote(house, 'jeugd-20', 'Dit neem ik terug.')
    await house.until(CLOSED)
    assert.match(read(await house.say('jeugd-20', 'alleen voor mij')), /Alleen jij kunt dit lezen/)
    const words = await shown(house)
    assert.match(words, /Bel eerst de moeder/)
    assert.doesNotMatch(words, /neem ik terug/)
  })

  it('one that stays is shown', async () => {
    const house = await openTown()
    await answering(house)
    await quote(house, 'jeugd-20', 'Dit neem ik niet terug.')
    assert.match(await shown(house), /neem ik niet terug/)
  })

  it('a person who erases themselves is in nothing that comes', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 11))
    await house.until(CLOSED)
    await house.press('jeugd-03', await house.say('jeugd-03', 'verwijder mij'), 'Ja, verwijder alles')
    assert.match(await shown(house), NONE)
  })
})

describe('pulse: by hand', () => {
  it('a window that has ended is published before its moment, and once', async () => {
    const house = await openTown()
    await answering(house)
    assert.equal(await house.app.pulse.course.publishNow(TENANT, WINDOW), undefined)
    await house.until(CLOSED)
    for (let times = 0; times < 2; times++)
      assert.equal((await house.app.pulse.course.publishNow(TENANT, WINDOW))?.length, 2)
    await house.until(PUBLISHED)
    assert.equal(house.sentTo('petra').filter((card) => /Leerpuls van/.test(read(card))).length, 1)
  })
})
