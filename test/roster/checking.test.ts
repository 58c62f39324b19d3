import assert from 'node:assert/strict'
import { readTableFile, tableIn, UnreadableTable } from '../../services/adapters/file/table-file.ts'
import { weighHeadings } from '../../services/roster/headings.ts'
import { checked, file, folder, HEADER, oid, problemsOf, row, rowsOf } from './files.ts'

describe('roster: a bad cell is named by line and column', () => {
  const cells: [column: string, cell: string, problem: RegExp][] = [
    ['objectId', 'sanne', /Microsoft Entra object id.*row is left out/],
    ['objectId', '', /Microsoft Entra object id.*row is left out/],
    ['objectId', '00000000-0000-0000-0000-000000000000', /nobody’s id/],
    ['name', '', /must not be empty; this row is left out/],
    ['name', 'x'.repeat(121), /at most 120/],
    ['email', 'sanne', /e-mail address; this cell stays as it was/],
    ['unit', '', /path such as.*row is left out/],
    ['unit', 'Gemeente///Team', /path such as/],
    ['unit', `Gemeente/${'x'.repeat(121)}`, /at most 120/],
    ['managerObjectId', 'Marieke Jansen', /"Marieke Jansen" is no object id; no manager is taken/],
    ['roles', 'boss', /any of hr, admin, works-council, fg/],
    ['language', 'de', /nl or en/],
    ['jobTitle', 'x'.repeat(121), /at most 120/],
    ['workingDays', 'ma blauwedag', /ma di do/],
    ['workingDays', 'ma-vr', /ma di do/],
  ]
  for (const [column, cell, problem] of cells) {
    it(`${column}: ${JSON.stringify(cell.slice(0, 20))}`, async () => {
      const [found, ...others] = await problemsOf(file(row(1), row(2, { [column]: cell })))
      assert.match(found ?? '', new RegExp(`^3 ${column}: `))
      assert.match(found ?? '', problem)
      assert.deepEqual(others, [])
    })
  }

  it('all of them at once, in the order of the file', async () => {
    const problems = await problemsOf(file(row(1, { email: 'x' }), row(2), row(3, { name: '', language: 'fr' })))
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      ['2 email', '4 name', '4 language'],
    )
  })

  it('a row with too many cells', async () => {
    assert.match((await problemsOf(file(row(1), `${row(2)},extra`))).join(), /^3 cell 10: this row has more cells/)
    assert.deepEqual(await problemsOf(file(row(1), `${row(2)},,,`)), [])
  })

  it('by the line of the file, also after empty lines and below a cell of two lines', async () => {
    assert.match((await problemsOf(`${HEADER}\n\n${row(1)}\n\n${row(2, { email: 'x' })}`))[0] ?? '', /^5 email: /)
    const below = file(row(1, { jobTitle: '"a\nb"' }), row(2, { jobTitle: '"a\nb"', email: 'x' }))
    assert.match((await problemsOf(below))[0] ?? '', /^4 email: /)
  })

  it('when every row has something that it cannot do without', async () => {
    assert.match((await problemsOf(file(row(1, { name: '' })))).join(), /^refused: None of the rows.*\nline 2, name/)
  })
})

describe('roster: the same person twice', () => {
  it('is once where the rows agree', async () => {
    assert.equal((await rowsOf(file(row(1), row(2), row(1, { objectId: oid(1).toUpperCase() })))).length, 2)
  })

  it('is nobody where they do not, with both lines', async () => {
    const text = file(row(1), row(2), row(1, { unit: 'Gemeente/Ander' }))
    assert.match((await problemsOf(text)).join(), /^2 objectId: lines 2 and 4 name the same person/)
    assert.deepEqual(
      (await rowsOf(text)).map(({ objectId }) => objectId),
      [oid(2)],
    )
  })

  it('is nobody where one of them cannot be used', async () => {
    assert.equal((await rowsOf(file(row(1), row(2), row(1, { name: '' })))).length, 1)
  })
})

describe('roster: a column', () => {
  it('that is needed and missing is named, and what it may be called', async () => {
    const [refused] = await problemsOf('objectId,Naam,afdeling\nx,y,z')
    assert.match(refused ?? '', /Line 1: The columns name, unit are missing\. Rename Naam → name, afdeling → unit\./)
  })

  it('that nobody knows is named and not read', async () => {
    const read = await checked(`${HEADER},salary,,chef\n${row(1)},12,,`)
    assert.deepEqual(read.kind === 'read' && read.unread, ['salary', 'chef'])
  })

  it('is no person where the headings come again', async () => {
    const read = await checked(`${file(row(1))}\n${file(row(2))}`)
    assert.deepEqual(read.kind === 'read' && [read.rows.length, read.problems.length, read.notes.length], [2, 0, 1])
  })

  it('without rows below it is refused', async () => {
    assert.match((await problemsOf(HEADER)).join(), /Line 1: there are headings and no rows/)
    assert.match((await problemsOf('')).join(), /The columns objectId, name, unit are missing/)
  })
})

describe('roster: a good file', () => {
  it('may have three columns, semicolons, a byte order mark, Windows lines and spaces around its cells', async () => {
    const text = `\uFEFFobjectId;name;unit\r\n${oid(1)}; Sanne Bakker ;Gemeente / Team\r\n`
    assert.deepEqual(
      (await rowsOf(text)).map(({ name, unit, email, workingDays }) => [name, unit, email, workingDays]),
      [['Sanne Bakker', ['Gemeente', 'Team'], undefined, undefined]],
    )
  })

  it('may name several managers, roles and days, in capitals too', async () => {
    const cells = {
      managerObjectId: `${oid(2).toUpperCase()} ${oid(3)}`,
      roles: 'HR works-council fg',
      workingDays: 'Ma di DO',
    }
    const [first] = await rowsOf(file(row(1, cells), row(2), row(3)))
    assert.deepEqual(first?.managerObjectId, [oid(2), oid(3)])
    assert.deepEqual(first?.roles, ['fg', 'hr', 'works-council'])
    assert.deepEqual(first?.workingDays, [1, 2, 4])
  })

  it('writes a slash in the name of a unit twice, and may begin or end a path with one', async () => {
    for (const unit of ['Gemeente/P//O', '/Gemeente/P//O', 'Gemeente / P//O/'])
      assert.deepEqual((await rowsOf(file(row(1, { unit }))))[0]?.unit, ['Gemeente', 'P/O'])
  })

  it('may say the last day in three ways, and that there is none', async () => {
    for (const [cell, day] of [
      ['2026-12-31', '2026-12-31'],
      ['31-12-2026', '2026-12-31'],
      ['46387', '2026-12-31'],
      ['31-12-9999', null],
      ['2958465', null],
      ['', null],
      ['2026-11-18', '2026-11-18'],
    ] as const)
      assert.equal((await rowsOf(`${HEADER},until\n${row(1)},${cell}`))[0]?.until, day, cell)
  })

  it('has nobody whose last day has been', async () => {
    const read = await checked(`${HEADER},until\n${row(1)},\n${row(2)},2026-11-17`)
    assert.deepEqual(read.kind === 'read' && [read.rows.length, read.ended.length], [1, 1])
    for (const cell of ['31-02-2026', '0', '1900-01-00', '01-01-1900', 'volgende week'])
      assert.match((await problemsOf(`${HEADER},until\n${row(1)},${cell}`)).join(), /^2 until: must be a day/, cell)
  })
})

describe('roster: what is no roster file at all', () => {
  let place: Awaited<ReturnType<typeof folder>>
  before(async () => {
    place = await folder()
  })
  after(() => place.clean())

  it('says on which line a quote strays', async () => {
    const strays = async (text: string, line: number) => {
      const read = async () => {
        for await (const _ of (await tableIn(text, weighHeadings)).rows);
      }
      await assert.rejects(
        read,
        (error) => error instanceof UnreadableTable && error.message.startsWith(`Line ${line}: `),
      )
    }
    await strays(file(row(1), row(2, { name: '"open' }), row(3)), 3)
    await strays(file(row(1), row(2), row(3, { name: 'Jan "Jack" Nowak' }), row(4)), 4)
    await strays(file(row(1, { jobTitle: '"a\nb"' }), row(2, { name: '"Jan"Jack' })), 4)
  })

  it('says that it cannot be read, or is a folder', async () => {
    const read = (path: string) => readTableFile(path, weighHeadings)
    await assert.rejects(read(`${place.path}/nowhere.csv`), /cannot be read\. Check the path/)
    await assert.rejects(read(place.path), /is no file/)
  })

  it('says that it is UTF-8 by its mark and not by its letters', async () => {
    const path = await place.write(Buffer.concat([Buffer.from(`\uFEFF${HEADER}\n`), Buffer.from([0x6f, 0xe9, 0x0a])]))
    await assert.rejects(readTableFile(path, weighHeadings), /Line 2: not UTF-8.*Save it as "CSV UTF-8"/)
  })
})
