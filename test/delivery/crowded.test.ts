import assert from 'node:assert/strict'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Person } from '../../services/core/people.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import { House, read, TENANT } from '../house.ts'

const UNIT = ['Gemeente', 'Team']
const MANY = 600

const somebody = (id: string): Person => ({
  tenant: TENANT,
  id,
  name: `Persoon ${id}`,
  unit: UNIT,
  managers: [],
  roles: [],
  manages: false,
  readers: [],
  since: '2026-W47',
})

/** The pages of this week's round, each with whom it holds. */
async function pagesOf(house: House) {
  const pages = await roundPages(house.store, hmacSecrets('a key for tests')).all(TENANT, '2026-W47')
  return pages.map(({ recipients }) => recipients.map(({ person }) => person))
}

/** A pilot of ten whose round was planned on Monday; the rest of the town comes on Tuesday, by an import. */
async function crowded() {
  const house = await House.open({ roster: [], at: new Date('2026-11-16T07:00:00Z') })
  const employ = async (people: string[]) => {
    await house.app.roster.together(TENANT, async (roster) => {
      for (const id of people) await roster.put(somebody(id))
    })
    await house.app.rosterChanged(TENANT)
    await house.settle()
  }
  await employ(Array.from({ length: 10 }, (_, at) => `pilot-${at}`))
  const other = new House({ store: house.store, at: house.now })
  assert.match(read(await other.say('pilot-0', 'vraag')), /Vraag van de week/)
  const before = await pagesOf(house)
  await house.until('2026-11-17T07:00Z')
  await employ(Array.from({ length: MANY }, (_, at) => `town-${at}`))
  return { house, other, before }
}

describe('a round that was opened for few people, and then many came', () => {
  it('has no page with more than twice as many as there should be, and everybody once', async () => {
    const { house, before } = await crowded()
    assert.deepEqual(before.flat().length, 10)
    const pages = await pagesOf(house)
    assert.ok(Math.max(...pages.map(({ length }) => length)) <= 100, pages.map(({ length }) => length).join())
    assert.equal(new Set(pages.flat()).size, MANY + 10)
    assert.equal(pages.flat().length, MANY + 10)
    await house.app.rosterChanged(TENANT)
    await house.settle()
    assert.deepEqual(await pagesOf(house), pages, 'planned again, nobody comes twice')
  })

  it('sends everybody their question once', async () => {
    const { house } = await crowded()
    await house.until('2026-11-20T20:00Z')
    const asked = house.sent.filter(
      ({ content }) => typeof content !== 'string' && /Vraag van de week/.test(read(content)),
    )
    const people = asked.map(({ to }) => to)
    assert.equal(new Set(people).size, people.length)
    assert.equal(people.filter((id) => id.startsWith('town-')).length, MANY)
  })

  it('is known to a process that saw it before', async () => {
    const { house, other } = await crowded()
    await house.until('2026-11-19T15:00Z')
    other.now = house.now
    const town = await other.app.rounds.current(TENANT, 'town-7')
    assert.equal(town?.id, (await house.app.rounds.current(TENANT, 'town-7'))?.id)
    assert.ok(town)
    await other.app.forget(TENANT, 'town-7')
    assert.ok(!(await pagesOf(house)).flat().includes('town-7'))
  })
})
