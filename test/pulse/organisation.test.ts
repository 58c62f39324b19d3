import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { type House, type Options, read, TENANT } from '../house.ts'
import { openHouse } from '../privacy/lives.ts'
import { KEEPERS } from '../store/keepers.ts'
import { again, answering, FRIDAY, openTown, PUBLISHED, staff, WINDOW } from './town.ts'

const MINE = ['countedAsks', 'organisationCounts']
const TOLD = /Collega’s stelden minstens 25 vragen\. Dank je wel\./
const NOTHING = /Wie iets vraagt, helpt ook anderen/
const everybody = (count: number) => [...staff('jeugd'), ...staff('wmo')].slice(0, count)

/** Everybody asks something of their own that nobody knows. */
async function asking(house: House, people: readonly string[], about = 'zonnepanelen'): Promise<void> {
  for (const person of people) await house.say(person, `Wie weet iets van ${about}?`)
}

async function told(house: House, who = 'jeugd-20'): Promise<string> {
  await house.until(PUBLISHED)
  return read(await house.say(who, 'gemeente'))
}

describe('the whole organisation: questions asked', () => {
  it('are told with thanks, rounded down, from twenty-five people on', async () => {
    const house = await openTown()
    await asking(house, everybody(25))
    await asking(house, everybody(24), 'laadpalen')
    assert.match(await told(house), TOLD)
  })

  it('are not told of twenty-four people, however many they asked and in how many weeks', async () => {
    const house = await openTown()
    await asking(house, everybody(24))
    await house.until('2026-11-30T09:00Z')
    await asking(house, everybody(24), 'laadpalen')
    const said = await told(house)
    assert.match(said, NOTHING)
    assert.doesNotMatch(said, /minstens/)
  })

  it('are counted once, however often the same question is brought, sent or looked at', async () => {
    const house = await openTown()
    for (let time = 0; time < 3; time++) await asking(house, everybody(24))
    for (const person of everybody(24)) await house.say(person, 'vraag het')
    assert.match(await told(house), NOTHING)
  })

  it('stay what they were told to be: two looks have no difference, no matter who asks or goes', async () => {
    const house = await openTown()
    await asking(house, everybody(25))
    const before = await told(house)
    await asking(house, staff('wmo'), 'laadpalen')
    await house.press('jeugd-00', await house.say('jeugd-00', 'verwijder mij'), 'Ja, verwijder alles')
    assert.equal(read(await house.say('jeugd-20', 'gemeente')), before)
    assert.match(before, TOLD)
  })

  it('leave out people who are erased before they are counted: twenty-five are twenty-four', async () => {
    const house = await openTown()
    await asking(house, everybody(25))
    await house.press('jeugd-00', await house.say('jeugd-00', 'verwijder mij'), 'Ja, verwijder alles')
    assert.match(await told(house), NOTHING)
  })

  it('are counted though the store failed when one of them was about to be', async () => {
    const failing = new Set(['jeugd-03'])
    let asker = ''
    let failed = 0
    const store = interrupted(memoryStore({ clock: { now: () => FRIDAY }, random: systemRandom }), {
      before(collection, verb) {
        if (collection !== 'countedAsks' || verb !== 'put' || !failing.delete(asker)) return
        failed += 1
        throw new Error('the disk is full')
      },
    })
    const house = await openTown({ store })
    for (asker of everybody(25)) {
      // The same activity arrives again, as it does when the first one failed.
      const text = 'Wie weet iets van zonnepanelen?'
      await house.say(asker, text)
      if (asker === 'jeugd-03') await house.say(asker, text)
    }
    assert.equal(failed, 1)
    assert.match(await told(house), TOLD)
  })

  it('are not told while the works council lets pulses rest', async () => {
    const house = await openTown()
    await asking(house, everybody(25))
    await house.app.pulse.policies.choose(TENANT, { paused: true })
    assert.match(await told(house), NOTHING)
  })

  it('are not counted a second time from a backup: what was published once tells nothing new', async () => {
    const noted: { what: string; of: string }[] = []
    const ledger = { note: async (entry: never) => void noted.push(entry), all: async () => noted as never }
    const house = await openTown({ ledger } as Options)
    noted.push({ what: 'published', tenant: TENANT, of: WINDOW } as never)
    await asking(house, everybody(25))
    assert.match(await told(house), NOTHING)
  })

  it('are kept without a person: a line has a week, and neither a name, an id nor a word of the question', async () => {
    const { house, documents } = await openHouse()
    await asking(house, ['sanne', 'karin'])
    const kept = documents().filter(({ collection }) => collection === 'countedAsks')
    assert.equal(kept.length, 2)
    for (const { json } of kept) assert.doesNotMatch(json, /sanne|karin|zonnepan/i)
  })
})

describe('the whole organisation: where it is read', () => {
  let house: House
  before(async () => {
    house = await openTown()
    await answering(house)
    await asking(house, everybody(25), 'zonnepanelen en laadpalen en deelscooters en wijkverpleging')
    await house.until(PUBLISHED)
  })

  it('stands under a pulse, under one that did not come, and for who reads none', async () => {
    for (const [reader, title] of [
      ['petra', /Leerpuls van Team Jeugd/],
      ['ruud', /Over deze weken is er geen leerpuls/],
      ['jeugd-05', /nog geen leerpuls voor jou/],
    ] as const) {
      const said = read(await house.say(reader, 'leerpuls'))
      assert.match(said, title)
      assert.match(said, /In de hele gemeente/)
      assert.match(said, TOLD)
    }
  })

  it('names three topics that nobody knew, the same for everybody', async () => {
    const { topics } = await house.app.pulse.organisation(TENANT, 'petra', 'nl')
    assert.equal(topics.length, 3)
    const said = await Promise.all(['petra', 'jeugd-05'].map(async (who) => read(await house.say(who, 'gemeente'))))
    assert.equal(said[0], said[1])
    for (const topic of topics) assert.ok(said[0]?.includes(topic), topic)
  })

  it('has no narrower form: a unit or a week that is typed with it is no command', async () => {
    for (const words of ['gemeente Team Jeugd', 'gemeente 2026-W48'])
      assert.doesNotMatch(read(await house.say('petra', words)), /In de hele gemeente/)
  })
})

for (const [name, open] of Object.entries(KEEPERS))
  describe(`the whole organisation, in ${name}`, function () {
    this.timeout(120_000)

    it('is counted, and told the same by another process', async () => {
      let house: House | undefined
      const { store, clean } = await open({ now: () => house?.now ?? FRIDAY }, MINE)
      try {
        house = await openTown({ store })
        await asking(house, everybody(25))
        const said = await told(house)
        assert.match(said, TOLD)
        assert.equal(read(await again(house).say('jeugd-20', 'gemeente')), said)
      } finally {
        await clean()
      }
    })
  })
