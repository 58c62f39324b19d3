import assert from 'node:assert/strict'
import { pulseCollections } from '../../../services/pulse/collections.ts'
import { dying } from '../../delivery/interrupted.ts'
import { House, read, TENANT } from '../../house.ts'
import { answered } from '../../reflection/answers.ts'
import {
  answering,
  CLOSED,
  FRIDAY,
  fill,
  JEUGD,
  LEAST,
  MANAGERS,
  members,
  needing,
  openTown,
  PUBLISHED,
  pulsesOf,
  QUOTES,
  quote,
  staff,
  tick,
  WMO,
} from '../town.ts'
import { cardsOf, decisionsOf, NIET, only } from './answers.ts'

/** Two teams that are too small alone: one block, and two who read it. */
const MERGED = [...MANAGERS, ...members('jeugd', JEUGD, ['petra'], 18), ...members('wmo', WMO, ['ruud'], 8)]
const SECOND = '2026-12-07'

const confirmed = (house: House) => house.app.pulse.course.confirm(TENANT)

describe('pulse: whose turn it is', () => {
  /** The one of two managers who has the turn in the window that was published last, and the other. */
  async function turn(house: House) {
    const petra = await house.say('petra', 'leerpuls')
    const isPetra = petra.actions.some(({ title }) => title === 'Geef antwoord')
    return isPetra ? (['petra', 'ruud'] as const) : (['ruud', 'petra'] as const)
  }
  const NAME = { petra: 'Petra Mulder', ruud: 'Ruud Willems' }

  it('one manager of a merged block answers, the other reads along and cannot', async () => {
    const house = await openTown({}, undefined, MERGED)
    await answering(house)
    await house.until(PUBLISHED)
    const [lead, other] = await turn(house)
    const along = await house.say(other, 'leerpuls')
    assert.ok(read(along).includes(`${NAME[lead]} reageert deze keer. Jij leest mee.`))
    assert.deepEqual(
      along.actions.map(({ title }) => title),
      ['Meld dit'],
    )
    for (const text of QUOTES) assert.ok(read(along).includes(text))
    const card = await house.press(lead, await house.say(lead, 'leerpuls'), 'Geef antwoord')
    assert.ok(read(await house.say(other, 'reageer')).includes(`${NAME[lead]} reageert deze keer`))
    const tried = await house.pressed(other, card, 'Verder', NIET)
    assert.ok(read(tried?.card ?? assert.fail()).includes(`${NAME[lead]} reageert deze keer`))
    assert.equal((await house.pressed('jeugd-00', card, 'Verder', NIET))?.refused, 'not-yours')
    const preview = await house.press(lead, card, 'Verder', NIET)
    await house.press(lead, preview, 'Verstuur naar je team')
    await house.settle()
    for (const person of [other, 'jeugd-00', 'wmo-00']) assert.equal(decisionsOf(house, person).length, 1, person)
  })

  it('only who has it is reminded, and named when no answer comes', async () => {
    const house = await openTown({}, undefined, MERGED)
    await answering(house)
    await house.until(PUBLISHED)
    const [lead, other] = await turn(house)
    await house.until('2026-12-22T12:00Z')
    assert.equal(cardsOf(house, lead, /wacht nog op je antwoord/).length, 1)
    assert.equal(cardsOf(house, other, /wacht nog op je antwoord/).length, 0)
    const told = read(only(house, 'jeugd-00', /nog geen reactie/))
    assert.ok(told.includes(NAME[lead]) && !told.includes(NAME[other]))
  })

  it('it goes round: the next window is the other one’s', async () => {
    const house = await openTown({}, undefined, MERGED)
    const lead = async (window: string) =>
      (
        await pulseCollections(house.store).pulses.find(
          { tenant: TENANT },
          { index: 'window', equals: window, limit: 9 },
        )
      ).items[0]?.lead
    await house.until('2026-12-05T09:00Z')
    await confirmed(house)
    await house.until(`${SECOND}T09:00Z`)
    const [first, second] = [await lead('2026-W48'), await lead('2026-W50')]
    assert.ok(first && second)
    assert.notEqual(first, second)
  })

  it('and is anybody’s who reads it when the one who had it has gone', async () => {
    const house = await openTown({}, undefined, MERGED)
    await answering(house)
    await house.until(PUBLISHED)
    const [lead, other] = await turn(house)
    await house.app.roster.remove({ tenant: TENANT, id: lead })
    assert.match(read(await house.say(other, 'reageer')), /hun woorden/)
  })
})

describe('pulse: a deputy', () => {
  /** Petra asks Karin, who says yes, on the Friday before the window opens. */
  async function deputed(answer = 'Ja, ik vervang') {
    const house = new House({ at: FRIDAY, draws: LEAST })
    await fill(house, [...MANAGERS, ...members('jeugd', JEUGD, ['petra']), ...members('wmo', WMO, ['ruud'])])
    assert.match(read(await house.say('petra', 'mijn vervanger karin')), /Ik vraag het aan Karin de Wit/)
    await house.settle()
    const card = only(house, 'karin', /vraagt jou als vervanger/)
    assert.match(read(card), /tellen daarna dit half jaar niet mee/)
    await house.press('karin', card, answer)
    await confirmed(house)
    await house.until('2026-11-23T09:00Z')
    return house
  }

  it('reads and answers for a manager who is away, named to the author who agrees to a quote', async () => {
    const house = await deputed()
    await answering(house)
    assert.match(read(await house.say('jeugd-20', 'leerpuls')), /Er is nog geen leerpuls voor jou/)
    await house.until(PUBLISHED)
    const card = await house.say('karin', 'leerpuls')
    assert.match(read(card), /Leerpuls van Team Jeugd/)
    assert.ok(QUOTES.every((text) => read(card).includes(text)))
    const note = await house.press('karin', card, 'Geef antwoord')
    const preview = await house.press('karin', note, 'Verder', NIET)
    await house.press('karin', preview, 'Verstuur naar je team')
    await house.settle()
    assert.match(read(only(house, 'jeugd-00', /zeiden jullie/)), /Antwoord van Karin de Wit/)
    assert.match(read(await house.say('petra', 'reageer')), /heeft al een antwoord/)
  })

  it('is told that their ticks do not count from the first window that they read, and has the page of pulses', async () => {
    const hasPulses = (house: House) => house.app.pulse.hasPulses(TENANT, 'karin')
    const house = await deputed()
    const ticks = async (one: House) => {
      await answered(one, 'karin', 'Iets', { how: 'werk' })
      return read(await one.say('karin', 'wat speelde mee'))
    }
    assert.match(await ticks(house), /Je keuzes tellen deze periode niet mee/)
    assert.equal(await hasPulses(house), true)
    const refused = await deputed('Liever niet')
    assert.match(await ticks(refused), /tellen alleen mee als 10 collega/)
    assert.equal(await hasPulses(refused), false)
  })

  it('of two managers answers each, typed as the card of each names it', async () => {
    const house = new House({ at: FRIDAY, draws: LEAST })
    await fill(house, [...MANAGERS, ...members('jeugd', JEUGD, ['petra']), ...members('wmo', WMO, ['ruud'])])
    for (const manager of ['petra', 'ruud']) await house.say(manager, 'mijn vervanger karin')
    await house.settle()
    const asked = house.sentTo('karin').filter((card) => /vraagt jou als vervanger/.test(read(card)))
    assert.equal(asked.length, 2)
    assert.match(read(await house.say('karin', 'ja, ik vervang')), /vraagt jou als vervanger/, 'which is not guessed')
    for (const card of asked) {
      const typed = card.fallbackText.split('Typ: ').at(-1)?.split(' · ')[0] ?? ''
      assert.match(typed, /^ja, ik vervang \w{4}$/)
      await house.say('karin', typed)
    }
    for (const manager of ['petra', 'ruud'])
      assert.match(read(await house.say(manager, 'mijn vervanger karin')), /Karin de Wit vervangt je al/)
  })

  it('is asked once when the process ends anywhere between the naming and the asking, and the manager tries no more', async () => {
    const ends = { named: 0, not: 0 }
    for (let place = 0; ; place++) {
      const house = new House({ at: FRIDAY, draws: LEAST })
      await fill(house, [...MANAGERS, ...members('jeugd', JEUGD, ['petra'])])
      const short = dying(house.keeper, ['pulseRoles', 'deliveries', 'agenda'], place)
      const first = new House({ at: FRIDAY, draws: LEAST, store: short.store })
      await first.say('petra', 'mijn vervanger karin').catch(() => {})
      const next = new House({ at: FRIDAY, draws: LEAST, store: house.keeper })
      await next.pass(8 * 3_600_000)
      const named = (await next.app.pulse.deputies.askedOf(TENANT, 'karin')).length
      const asked = next.sentTo('karin').filter((card) => /vraagt jou als vervanger/.test(read(card))).length
      assert.equal(asked, named, `place ${place}`)
      ends[named === 1 ? 'named' : 'not'] += 1
      if (!short.isDead()) break
    }
    assert.ok(ends.named > 2 && ends.not > 0, JSON.stringify(ends))
  })

  it('who said no is asked again when their manager asks again, and once for each time', async () => {
    const house = await deputed('Liever niet')
    await house.say('petra', 'mijn vervanger karin')
    await house.settle()
    const asked = house.sentTo('karin').filter((card) => /vraagt jou als vervanger/.test(read(card)))
    assert.equal(asked.length, 2)
    await house.press('karin', asked[1] ?? assert.fail(), 'Ja, ik vervang')
    assert.match(read(await house.say('petra', 'mijn vervanger karin')), /Karin de Wit vervangt je al/)
    assert.equal(house.sentTo('karin').filter((card) => /vraagt jou als vervanger/.test(read(card))).length, 2)
  })

  it('counts nowhere, while a colleague who was asked and said no does (R5)', async () => {
    const count = async (house: House) => {
      await tick(house, ['karin', 'wmo-00'])
      await house.until(CLOSED)
      const { items } = await pulseCollections(house.store).contributions.find(
        { tenant: TENANT },
        { index: 'window', limit: 99 },
      )
      return items.length
    }
    assert.equal(await count(await deputed()), 1)
    assert.equal(await count(await deputed('Liever niet')), 2)
  })

  it('who stops counts in no block for the rest of the half year (R5)', async () => {
    const house = await deputed()
    await house.until('2026-12-05T09:00Z')
    assert.match(read(await house.say('petra', 'mijn vervanger niemand')), /geen vervanger meer/)
    await confirmed(house)
    await house.until(`${SECOND}T09:00Z`)
    await tick(house, ['karin', 'wmo-00'])
    await house.until('2027-01-04T02:00Z')
    const { items } = await pulseCollections(house.store).contributions.find(
      { tenant: TENANT },
      { index: 'window', equals: '2026-W50', limit: 99 },
    )
    assert.equal(items.length, 1)
  })

  it('who stopped does not count in whether a decision is recognised: eleven are ten (R5)', async () => {
    const told = async (raters: readonly string[]) => {
      const house = await deputed()
      await needing(house, staff('wmo', 12))
      await house.until(PUBLISHED)
      const note = await house.press('ruud', await house.say('ruud', 'leerpuls'), 'Geef antwoord')
      await house.press('ruud', await house.press('ruud', note, 'Verder', NIET), 'Verstuur naar je team')
      await house.settle()
      await house.say('petra', 'mijn vervanger niemand')
      for (const person of raters) await house.say(person, 'ik herken dit')
      await house.until('2026-12-23T12:00Z')
      return read(only(house, 'ruud', /Herkennen zij wat ze zeiden/))
    }
    assert.match(await told([...staff('wmo', 10), 'karin']), /Hierover kunnen we niets laten zien/)
    assert.match(await told(staff('wmo', 11)), /Ja: de helft of meer/)
  })

  it('of today reads nothing of a window that opened before (case 43, 44)', async () => {
    const house = await openTown()
    await answering(house)
    await house.say('petra', 'mijn vervanger karin')
    await house.settle()
    await house.press('karin', only(house, 'karin', /vraagt jou als vervanger/), 'Ja, ik vervang')
    await house.until(PUBLISHED)
    assert.match(read(await house.say('karin', 'leerpuls')), /Er is nog geen leerpuls voor jou/)
    const card = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
    assert.equal((await house.pressed('karin', card, 'Verder', NIET))?.refused, 'not-yours')
  })

  it('is nobody’s to name but a manager’s, and nobody’s to accept but who was asked', async () => {
    const house = await openTown()
    assert.match(read(await house.say('jeugd-00', 'mijn vervanger karin')), /voor wie leiding geeft/)
    assert.match(read(await house.say('petra', 'mijn vervanger petra')), /Dat ben je zelf/)
    assert.match(read(await house.say('petra', 'mijn vervanger Klaas Vaak')), /Ik vind niemand/)
    await house.say('petra', 'mijn vervanger karin')
    await house.settle()
    const card = only(house, 'karin', /vraagt jou als vervanger/)
    assert.equal((await house.pressed('wmo-00', card, 'Ja, ik vervang'))?.refused, 'not-yours')
    assert.match(read(await house.say('wmo-00', 'ja, ik vervang')), /Dit is er niet meer/)
  })
})

describe('pulse: a team that manages itself', () => {
  async function together() {
    const house = new House({ at: FRIDAY, draws: LEAST })
    await fill(house, [...MANAGERS, ...members('jeugd', JEUGD, ['baas']), ...members('wmo', WMO, ['ruud'])])
    assert.equal(
      await house.app.pulse.deputies.noter(TENANT, JEUGD.join('/'), 'Karin de Wit'),
      false,
      'not of the team',
    )
    assert.equal(await house.app.pulse.deputies.noter(TENANT, JEUGD.join('/'), 'Medewerker jeugd-23'), true)
    assert.equal(await house.app.pulse.deputies.noter(TENANT, WMO.join('/'), ''), false, 'nobody notes for it')
    await confirmed(house)
    await house.until('2026-11-23T09:00Z')
    return house
  }

  it('is named to its authors as a reader, reads its pulse together, and one notes what it decides', async () => {
    const house = await together()
    const asked = await house.say('jeugd-00', 'vraag')
    const consent = await house.press('jeugd-00', asked, 'Bewaar', {
      text: QUOTES[0] ?? '',
      how: 'collega',
      sharing: 'pulse',
    })
    assert.match(read(consent), /Dit lezen: .*Medewerker jeugd-23, Team Jeugd/)
    await house.press('jeugd-00', consent, 'Zet dit in de leerpuls')
    for (const at of [1, 2]) await quote(house, `jeugd-0${at}`, QUOTES[at] ?? '')
    await tick(house, staff('jeugd', 18).slice(3))
    await house.until(PUBLISHED)
    for (const person of ['jeugd-00', 'jeugd-22']) {
      const card = only(house, person, /Leerpuls van Team Jeugd/)
      assert.match(read(card), /In jullie eigen woorden[\s\S]*Medewerker jeugd-23 noteert wat jullie besluiten/)
      assert.ok(QUOTES.every((text) => read(card).includes(text)))
      assert.deepEqual(
        card.actions.map(({ title }) => title),
        ['Meld dit'],
      )
      assert.match(read(await house.say(person, 'reageer')), /Medewerker jeugd-23 reageert deze keer/)
    }
    const own = only(house, 'jeugd-23', /Leerpuls van Team Jeugd/)
    assert.match(read(own), /Jij noteert deze keer/)
    const note = await house.press('jeugd-23', own, 'Geef antwoord')
    const preview = await house.press('jeugd-23', note, 'Verder', NIET)
    await house.press('jeugd-23', preview, 'Verstuur naar je team')
    await house.settle()
    assert.equal(decisionsOf(house, 'jeugd-00').length, 1)
    for (const other of ['wmo-00', 'ruud']) assert.equal(cardsOf(house, other, /Leerpuls van Team Jeugd/).length, 0)
  })

  it('the one who notes does not count, all others do (R5)', async () => {
    const house = await together()
    await tick(house, staff('jeugd'))
    await house.until(CLOSED)
    const { items } = await pulseCollections(house.store).contributions.find(
      { tenant: TENANT },
      { index: 'window', limit: 99 },
    )
    assert.equal(items.length, 23)
  })

  it('shows no quote that was agreed to before the team was named as a reader (R9)', async () => {
    const house = await openTown({}, undefined, [
      ...MANAGERS,
      ...members('jeugd', JEUGD, ['petra']),
      ...members('wmo', WMO, ['ruud']),
    ])
    for (const [at, text] of QUOTES.entries()) await quote(house, `jeugd-0${at}`, text)
    await tick(house, staff('jeugd', 18).slice(3))
    const pulses = pulseCollections(house.store).pulses
    const [one] = (await pulsesOf(house)).filter(({ name }) => name === 'Team Jeugd')
    assert.ok(one)
    await pulses.put({ ...one, together: true, readers: [...one.readers, 'the whole team'] })
    await house.until(PUBLISHED)
    const [shown] = (await pulsesOf(house)).filter(({ name }) => name === 'Team Jeugd')
    assert.equal(shown?.state, 'published')
    assert.deepEqual(shown?.quotes, [])
  })
})
