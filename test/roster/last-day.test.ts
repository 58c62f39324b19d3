import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { folder, HEADER, oid, row } from './files.ts'
import { operator } from './operator.ts'

let place: Awaited<ReturnType<typeof folder>>
before(async () => {
  place = await folder()
})
after(() => place.clean())

/** A house and the operator on its store, with this roster. */
async function imported(rows: string[]) {
  const house = new House()
  const one = await operator({ store: house.keeper })
  const { code, err } = await one.types('import', await place.write([`${HEADER},until`, ...rows].join('\n')))
  assert.equal(code, 0, err)
  return { house, one }
}

describe('roster: somebody has their last day', () => {
  it('and is gone from the day after, without an import', async () => {
    const { house, one } = await imported([
      `${row(1)},20-11-2026`,
      `${row(2, { managerObjectId: oid(1) })},`,
      `${row(3, { managerObjectId: oid(1) })},`,
    ])
    await house.until('2026-11-20T22:00Z')
    assert.match(read(await house.say(oid(1), 'instellingen')), /Instellingen/)
    assert.equal((await one.person(oid(1)))?.manages, true)
    await house.until('2026-11-20T23:30Z')
    assert.equal(await one.person(oid(1)), undefined)
    assert.deepEqual((await one.person(oid(2)))?.managers, [])
    assert.ok(house.logged.some((line) => line.includes('"last-day-over"') && line.includes('"people":1')))
  })

  it('and the next one is not forgotten', async () => {
    const { house, one } = await imported([`${row(1)},20-11-2026`, `${row(2)},31-12-2026`, `${row(3)},`])
    await house.until('2027-01-01T12:00Z')
    assert.deepEqual(
      (await one.everybody()).map(({ name }) => name),
      ['Person 3'],
    )
  })

  it('and waits for an import when many go at once, or nobody would have a role', async () => {
    const many = await imported(Array.from({ length: 60 }, (_, at) => `${row(at + 1)},${at < 5 ? '20-11-2026' : ''}`))
    const last = await imported([`${row(1, { roles: 'hr' })},20-11-2026`, `${row(2)},`])
    for (const { house, one } of [many, last]) {
      const before = (await one.everybody()).length
      await house.until('2026-11-22T12:00Z')
      assert.equal((await one.everybody()).length, before)
      assert.ok(house.logged.some((line) => line.includes('"last-day-held"')))
    }
  })
})
