import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRosterFile, rosterTable, UnreadableRoster } from '../../services/adapters/file/roster-file.ts'
import { file, HEADER, oid, problemsOf, row, rowsOf } from './files.ts'

describe('roster: a bad cell is named by line and column', () => {
  const cells: [column: string, cell: string, problem: RegExp][] = [
    ['objectId', 'sanne', /Microsoft Entra object id/],
    ['objectId', '', /Microsoft Entra object id/],
    ['name', '', /must not be empty/],
    ['name', 'x'.repeat(121), /at most 120/],
    ['email', 'sanne', /e-mail address/],
    ['email', '', /e-mail address/],
    ['unit', '', /must not be empty/],
    ['unit', 'Gemeente//Team', /path such as/],
    ['managerObjectId', 'Marieke Jansen', /object ids, separated by spaces/],
    ['managerObjectId', oid(99), /nobody in the file has the object id/],
    ['roles', 'boss', /hr, admin or works-council/],
    ['language', 'de', /nl or en/],
    ['jobTitle', 'x'.repeat(121), /at most 120/],
    ['workingDays', 'ma blauwedag', /ma di do/],
  ]
  for (const [column, cell, problem] of cells) {
    it(`${column}: ${JSON.stringify(cell.slice(0, 20))}`, () => {
      const [found, ...others] = problemsOf(file(row(1), row(2, { [column]: cell })))
      assert.match(found ?? '', new RegExp(`^3 ${column}: `))
      assert.match(found ?? '', problem)
      assert.deepEqual(others, [])
    })
  }

  it('all of them at once, in the order of the file', () => {
    const problems = problemsOf(file(row(1, { email: 'x' }), row(2), row(3, { name: '', language: 'fr' })))
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      ['2 email', '4 name', '4 language'],
    )
  })

  it('the same person twice', () => {
    assert.match(problemsOf(file(row(1), row(2), row(1)))[0] ?? '', /^4 objectId: stands in the file twice/)
    assert.match(problemsOf(file(row(1), row(1, { objectId: oid(1).toUpperCase() })))[0] ?? '', /^3 objectId: /)
  })

  it('a circle of managers, by everybody in it, and somebody who is their own', () => {
    const circle = file(
      row(1, { managerObjectId: oid(2) }),
      row(2, { managerObjectId: oid(3) }),
      row(3, { managerObjectId: oid(1) }),
      row(4, { managerObjectId: oid(1) }),
    )
    assert.deepEqual(
      problemsOf(circle).map((problem) => problem.slice(0, 20)),
      ['2 managerObjectId: t', '3 managerObjectId: t', '4 managerObjectId: t'],
    )
    assert.match(problemsOf(file(row(1, { managerObjectId: oid(1) })))[0] ?? '', /circle/)
  })

  it('a column that is missing, or that nobody knows', () => {
    assert.deepEqual(problemsOf('objectId,name,email\nx,y,z'), ['1 unit: this column is missing'])
    assert.match(
      problemsOf(`${HEADER},salary\n${row(1)},12`)[0] ?? '',
      /^1 salary: no such column; known are objectId, name/,
    )
  })

  it('a file without rows, or with nothing in it', () => {
    assert.deepEqual(problemsOf(HEADER), ['1 objectId: the file has no rows'])
    assert.match(problemsOf('').join(), /1 objectId: this column is missing/)
  })

  it('a name that runs over two lines, where it ends', () => {
    const [found, ...others] = problemsOf(file(row(1), row(2, { name: '"Sanne\nBakker"' }), row(3, { email: 'x' })))
    assert.match(found ?? '', /^4 name: must be on one line/)
    assert.match(others[0] ?? '', /^5 email: /)
  })

  it('a row with too few cells, or too many', () => {
    const columns = problemsOf(file(row(1), 'too,short')).map((problem) => problem.split(':')[0])
    assert.deepEqual(columns, ['3 objectId', '3 email', '3 unit'])
    assert.match(problemsOf(file(row(1), `${row(2)},extra`)).join(), /^3 cell 10: this row has more cells/)
  })

  it('by the line of the file, also after empty lines', () => {
    assert.match(problemsOf(`${HEADER}\n\n${row(1)}\n\n${row(2, { email: 'x' })}`)[0] ?? '', /^5 email: /)
  })
})

describe('roster: a good file', () => {
  it('may have four columns, semicolons, a byte order mark, Windows lines and spaces around its cells', () => {
    const text = `\uFEFFobjectId;name;email;unit\r\n${oid(1)}; Sanne Bakker ;s@voorbeeldstad.example;Gemeente / Team\r\n`
    assert.deepEqual(
      rowsOf(text).map(({ name, unit }) => [name, unit]),
      [['Sanne Bakker', ['Gemeente', 'Team']]],
    )
  })

  it('may name several managers, roles and days, in capitals too', () => {
    const cells = {
      managerObjectId: `${oid(2).toUpperCase()} ${oid(3)}`,
      roles: 'HR works-council',
      workingDays: 'Ma di DO',
    }
    const [first] = rowsOf(file(row(1, cells), row(2), row(3)))
    assert.deepEqual(first?.managerObjectId, [oid(2), oid(3)])
    assert.deepEqual(first?.roles, ['hr', 'works-council'])
    assert.deepEqual(first?.workingDays, [1, 2, 4])
  })

  it('may have a comma in a quoted name', () => {
    assert.equal(rowsOf(file(row(1, { name: '"Bakker, Sanne"' })))[0]?.name, 'Bakker, Sanne')
  })
})

describe('roster: what is no roster file at all', () => {
  it('says on which line it goes wrong', () => {
    const unreadable = (error: unknown) => error instanceof UnreadableRoster && /Line 2/.test(error.message)
    assert.throws(() => rosterTable(file(row(1, { name: '"open' }))), unreadable)
  })

  it('says that it cannot be read, or is not UTF-8', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roster-'))
    const path = join(folder, 'roster.csv')
    await assert.rejects(readRosterFile(path), /cannot be read\. Check the path/)
    await writeFile(path, Buffer.from([0x6f, 0xe9, 0x0a]))
    await assert.rejects(readRosterFile(path), /Save it as "CSV UTF-8"/)
    await writeFile(path, `\uFEFF${file(row(1, { name: 'Zoë' }))}`)
    assert.equal((await readRosterFile(path)).rows[0]?.fields.name, 'Zoë')
    await rm(folder, { recursive: true })
  })
})
