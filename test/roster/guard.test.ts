import assert from 'node:assert/strict'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { days, later } from '../../services/core/time.ts'
import { House, read, WEDNESDAY } from '../house.ts'
import { file, folder, HEADER, oid, row } from './files.ts'
import { type Operator, operator, TENANT } from './operator.ts'

let place: Awaited<ReturnType<typeof folder>>
before(async () => {
  place = await folder()
})
after(() => place.clean())

const numbers = (to: number, from = 1) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const imports = async (one: Operator, text: string, ...options: string[]) =>
  one.types('import', await place.write(text), ...options)
/** A town of 60: the first is HR, administrator and council, and manages all others. */
const town = (cells: (number: number) => Record<string, string | undefined> = () => ({}), people = numbers(60)) =>
  file(
    ...people.map((number) =>
      row(number, {
        unit: number === 1 ? 'Gemeente' : `Gemeente/Dienst/Team ${number % 5}`,
        ...(number === 1 ? { roles: 'hr admin works-council' } : { managerObjectId: oid(1) }),
        ...cells(number),
      }),
    ),
  )

async function filled(): Promise<Operator> {
  const one = await operator()
  assert.match((await imports(one, town())).out, /^60 people: 60 new/)
  return one
}

describe('roster: what is in doubt waits for somebody who says so', () => {
  it('four leave without a word, five of sixty only by their number', async () => {
    const one = await filled()
    assert.equal((await imports(one, town(undefined, numbers(56)), '--dry-run')).out.includes('refused'), false)
    const five = town(undefined, numbers(55))
    assert.match((await imports(one, five)).err, /^5 of 60 people would leave: .*Say --leavers 5\./)
    assert.equal((await imports(one, five, '--leavers', '5')).code, 0)
  })

  it('five of a hundred are not more than five in a hundred', async () => {
    const one = await operator()
    await imports(one, town(undefined, numbers(100)))
    assert.equal((await imports(one, town(undefined, numbers(95)))).code, 0)
  })

  it('who gets another unit, or loses a manager or a role, counts once', async () => {
    const one = await filled()
    const changed = town((number) => (number < 4 || number > 8 ? {} : { unit: 'Gemeente/Elders', managerObjectId: '' }))
    const { err } = await imports(one, changed)
    assert.match(
      err,
      /^5 of 60 people would lose their manager, role or unit: 5 another unit, 5 a manager less, 0 a role/,
    )
    assert.match(err, /Say --changes 5\./)
    assert.equal((await imports(one, changed, '--changes', '6')).code, 1)
    assert.match((await imports(one, changed, '--changes', '5')).out, /Not confirmed/)
  })

  it('a unit that only has another name counts as none, also where it is the top', async () => {
    const one = await filled()
    const named = town((number) => ({ unit: number === 1 ? 'Stad' : `Stad/Domein/Team ${number % 5}` }))
    const { out, err } = await imports(one, named)
    assert.equal(err, '')
    assert.match(out, /59 changed|60 changed/)
    const swapped = town((number) => ({ unit: number === 1 ? 'Stad' : `Stad/Domein/Team ${(number + 1) % 5}` }))
    assert.match((await imports(one, swapped)).err, /59 another unit/)
  })

  it('a role that nobody would have any more is named, whatever is said', async () => {
    const one = await filled()
    const none = town((number) => (number === 1 ? { roles: 'hr' } : {}))
    const { err } = await imports(one, none, '--changes', '1')
    assert.match(err, /Nobody would have the role admin, works-council any more/)
  })

  it('a wrong number is no number', async () => {
    assert.match((await imports(await filled(), town(), '--leavers', 'veel')).err, /--leavers wants the number/)
  })
})

describe('roster: what a file does not say', () => {
  it('a column that is missing leaves what is known, an empty cell takes it away', async () => {
    const one = await operator()
    const said = { email: 'a@b.example', jobTitle: 'Planner', language: 'en', workingDays: 'ma di', roles: 'hr' }
    await imports(one, file(row(1, said), row(2, { managerObjectId: oid(1) })))
    await imports(one, `objectId,name,unit\n${oid(1)},Els,Gemeente\n${oid(2)},Jan,Gemeente`)
    const known = (await one.person(oid(1))) ?? assert.fail()
    assert.deepEqual(
      [known.name, known.email, known.jobTitle, known.language, known.workingDays, known.roles],
      ['Els', 'a@b.example', 'Planner', 'en', [1, 2], ['hr']],
    )
    assert.deepEqual((await one.person(oid(2)))?.managers, [oid(1)])
    await imports(one, file(row(1, { email: '', roles: 'hr' }), row(2)))
    const emptied = (await one.person(oid(1))) ?? assert.fail()
    assert.deepEqual([emptied.email, emptied.jobTitle, emptied.workingDays], [undefined, undefined, undefined])
    assert.deepEqual((await one.person(oid(2)))?.managers, [])
  })

  it('a bad cell leaves what is known, and a row without a name the whole person', async () => {
    const one = await operator()
    await imports(one, file(row(1, { language: 'en' }), row(2), row(3), row(4)))
    const { out } = await imports(
      one,
      file(row(1, { language: 'fr', jobTitle: 'Planner' }), row(2, { name: '' }), row(3, { objectId: 'x' })),
    )
    assert.match(out, /^3 people: 0 new, 1 changed, 1 left/)
    assert.match(out, /as they were: 2\n {2}Person 2 .*\n {2}Person 3/)
    const { language, jobTitle } = (await one.person(oid(1))) ?? assert.fail()
    assert.deepEqual([language, jobTitle], ['en', 'Planner'])
  })

  it('nobody sees a last day but in their own data, and after it somebody has left', async () => {
    const one = await operator()
    const text = (day: string) => `${HEADER},until\n${row(1)},${day}\n${row(2)},`
    await imports(one, text('30-11-2026'))
    assert.equal((await one.person(oid(1)))?.until, '2026-11-30')
    assert.match(JSON.stringify(await one.app.ownData.taken(TENANT, oid(1))), /"until":"2026-11-30"/)
    one.now = new Date('2026-12-01T09:00Z')
    assert.match((await imports(one, text('30-11-2026'))).out, /^1 people: 0 new, 0 changed, 1 left/)
  })
})

describe('roster: a look ahead and a way back', () => {
  it('says who is new, moved and gone, and writes nothing', async () => {
    const one = await operator()
    await imports(one, file(row(1), row(2), row(3)))
    const before = await one.everybody()
    const next = file(row(1), row(2, { unit: 'Gemeente/Elders' }), row(4))
    const { out } = await imports(one, next, '--dry-run')
    assert.match(out, /^Nothing is written\. An import would make it 3 people: 1 new, 1 changed, 1 left/)
    assert.match(out, /new: 1\n {2}Person 4 .*\nmoved: 1\n {2}Person 2: .* → Gemeente\/Elders\ngone: 1\n {2}Person 3/)
    assert.deepEqual(await one.everybody(), before)
    assert.match((await one.types('undo')).out, /0 came back, 0 put back as before, 3 taken off/)
  })

  it('takes back the last import alone, until thirty days have gone', async () => {
    const one = await operator()
    await imports(one, file(row(1), row(2), row(3)))
    const before = (await one.everybody()).map(({ etag: _, ...person }) => person)
    await imports(one, file(row(1, { jobTitle: 'Planner' }), row(2), row(4)))
    await imports(one, file(row(1, { jobTitle: 'Planner' }), row(2), row(4)))
    assert.match(
      (await one.types('undo')).out,
      /1 came back, 1 put back as before, 1 taken off\ncame back: 1\n {2}Person 3/,
    )
    assert.deepEqual(
      (await one.everybody()).map(({ etag: _, ...person }) => person),
      before,
    )
    assert.equal((await one.types('undo')).code, 1)
    await imports(one, file(row(1), row(2)))
    one.now = later(WEDNESDAY, days(31))
    assert.match((await one.types('undo')).err, /no import of the last 30 days/)
  })

  it('does not bring back who was erased, and takes along what is kept for it', async () => {
    const one = await operator()
    await imports(one, file(row(1), row(2), row(3)))
    await imports(one, file(row(1)))
    assert.match(JSON.stringify(await one.app.ownData.taken(TENANT, oid(2))), /Person 2/)
    await one.app.forget(TENANT, oid(2))
    assert.match((await one.types('undo')).out, /1 came back/)
    assert.deepEqual(
      (await one.everybody()).map(({ name }) => name),
      ['Person 1', 'Person 3'],
    )
  })

  it('takes back an import that was cut off, also when it was done again', async () => {
    const one = await operator()
    await imports(one, file(row(1), row(2), row(3)))
    const together = one.app.roster.together
    one.app.roster.together = (tenant, work) =>
      together(tenant, (people) => work({ ...people, remove: () => Promise.reject(new Error('cut off')) }))
    await assert.rejects(imports(one, file(row(1, { jobTitle: 'Planner' }), row(4))), /cut off/)
    one.app.roster.together = together
    assert.match((await imports(one, file(row(1, { jobTitle: 'Planner' }), row(4)))).out, /2 left/)
    assert.match((await one.types('undo')).out, /2 came back, 1 put back as before, 1 taken off/)
  })

  it('does the same in a store on disk', async () => {
    const clock = { now: () => WEDNESDAY }
    const store = sqliteStore({ path: `${place.path}/store.db`, clock, random: systemRandom })
    const one = await operator({ store })
    await imports(one, file(row(1), row(2)))
    await imports(one, file(row(1, { unit: 'Gemeente/Elders' })))
    assert.match((await one.types('undo')).out, /1 came back, 1 put back as before/)
    assert.deepEqual((await one.person(oid(1)))?.unit, ['Gemeente', 'Dienst', 'Team'])
    await store.close()
  })

  it('case 34: who left and came back finds their journal, and is asked again', async () => {
    const house = new House()
    const one = await operator({ store: house.keeper })
    await imports(one, file(row(1), row(2)))
    await house.say(oid(2), 'vraag')
    await house.say(oid(2), 'Ik leerde dat bellen beter werkt dan mailen.')
    await imports(one, file(row(1)))
    await one.types('undo')
    assert.match(read(await house.say(oid(2), 'mijn momenten')), /bellen beter werkt/)
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-29T12:00Z')
    assert.ok(house.sent.some(({ to }) => to === oid(2)))
  })

  it('takes one file at a time, and says so', async () => {
    const one = await operator()
    const named = await place.write(town())
    const { code, err } = await one.types('import', named, named)
    assert.equal(code, 1)
    assert.match(err, /^More than one file is named\..*Nothing was imported\.$/)
    assert.deepEqual(await one.everybody(), [])
    assert.match((await imports(one, HEADER)).err, /headings and no rows\. Nothing was imported\.$/)
  })
})
