import assert from 'node:assert/strict'
import { importRows } from '../../services/roster/roster.ts'
import { House, read, TENANT } from '../house.ts'
import { file, oid, row, rowsOf } from './files.ts'

const imported = async (house: House, text: string, tenant = TENANT) =>
  importRows(house.app.roster, tenant, await rowsOf(text), { now: () => house.now })
const person = (house: House, number: number, tenant = TENANT) => house.app.roster.get({ tenant, id: oid(number) })

describe('roster: importing', () => {
  it('makes the roster what the file says', async () => {
    const house = new House()
    const cells = { managerObjectId: oid(2), roles: 'hr', language: 'en', jobTitle: 'Planner', workingDays: 'ma di' }
    assert.deepEqual(await imported(house, file(row(1, cells), row(2))), { added: 2, changed: 0, left: 0 })
    const { etag: _, ...known } = (await person(house, 1)) ?? assert.fail()
    assert.deepEqual(known, {
      tenant: TENANT,
      id: oid(1),
      name: 'Person 1',
      email: 'person1@voorbeeldstad.example',
      unit: ['Gemeente', 'Dienst', 'Team'],
      managers: [oid(2)],
      manages: false,
      readers: [oid(2)],
      roles: ['hr'],
      since: '2026-W47',
      language: 'en',
      jobTitle: 'Planner',
      workingDays: [1, 2],
    })
    assert.equal((await person(house, 2))?.manages, true)
  })

  it('again changes nothing', async () => {
    const house = new House()
    const text = file(row(1, { jobTitle: 'Planner', workingDays: 'ma di' }), row(2, { managerObjectId: oid(1) }))
    await imported(house, text)
    const before = await person(house, 1)
    house.now = new Date('2027-03-01T09:00Z')
    assert.deepEqual(await imported(house, text), { added: 0, changed: 0, left: 0 })
    assert.deepEqual(await person(house, 1), before)
  })

  it('keeps since when somebody came, whatever else changes', async () => {
    const house = new House()
    await imported(house, file(row(1), row(2)))
    house.now = new Date('2027-03-01T09:00Z')
    const counts = await imported(house, file(row(1, { unit: 'Gemeente/Ander' }), row(2), row(3)))
    assert.deepEqual(counts, { added: 1, changed: 1, left: 0 })
    assert.deepEqual([(await person(house, 1))?.since, (await person(house, 3))?.since], ['2026-W47', '2027-W09'])
    assert.deepEqual((await person(house, 1))?.unit, ['Gemeente', 'Ander'])
  })

  it('takes off what is no longer said of somebody', async () => {
    const house = new House()
    await imported(house, file(row(1, { language: 'en', jobTitle: 'Planner', workingDays: 'ma' })))
    await imported(house, file(row(1)))
    const { language, jobTitle, workingDays } = (await person(house, 1)) ?? assert.fail()
    assert.deepEqual([language, jobTitle, workingDays], [undefined, undefined, undefined])
  })

  it('lets go of who is not in the file, and sends them nothing more', async () => {
    const house = new House()
    await imported(house, file(row(1), row(2)))
    await house.app.rosterChanged(TENANT)
    await house.settle()
    assert.deepEqual(await imported(house, file(row(1))), { added: 0, changed: 0, left: 1 })
    assert.equal(await person(house, 2), undefined)
    await house.until('2026-11-22T12:00Z')
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      [oid(1)],
    )
  })

  it('does not touch another municipality', async () => {
    const house = new House()
    await imported(house, file(row(1)), 'tenant-b')
    const before = await person(house, 1, 'tenant-b')
    await imported(house, file(row(2)))
    assert.deepEqual(await person(house, 1, 'tenant-b'), before)
  })

  it('speaks to people in the language of the file', async () => {
    const house = new House()
    await imported(house, file(row(1, { language: 'en' })))
    assert.match(read(await house.say(oid(1), 'help')), /What can you do with Leermoment/)
  })
})
