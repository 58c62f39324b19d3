import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import type { Person } from '../../services/core/people.ts'
import { type Operator, operator, type Said, TENANT } from '../roster/operator.ts'

const path = (name: string) => fileURLToPath(new URL(`inputs/${name}.csv`, import.meta.url))
const idOf = (number: number) => `3f2a0000-0000-4000-8000-${String(number).padStart(12, '0')}`
const NAMES = ['Els van der Meer', "Piet 't Hart", 'Sørine Ødegård', 'Zoë de Vries']

interface Imported extends Said {
  one: Operator
  people: Person[]
}

async function imported(name: string, ...options: string[]): Promise<Imported> {
  const one = await operator()
  const said = await one.types('import', path(name), ...options)
  return { ...said, one, people: await one.everybody() }
}

async function refused(name: string, ...says: RegExp[]): Promise<void> {
  const { code, err, people } = await imported(name)
  assert.deepEqual([code, people.length], [1, 0])
  for (const words of says) assert.match(err, words)
  assert.match(err, /Nothing was imported/)
}

const unitsOf = (people: readonly Person[]) => [...new Set(people.map(({ unit }) => unit.join(' | ')))].sort()

describe('field cases: rosters that are read', () => {
  for (const [number, name, lukasz] of [
    ['02', '02-windows1252-hr-system', 'Lukasz Nowak'],
    ['03', '03-excel-sep-line', 'Łukasz Nowak'],
    ['04', '04-excel-empty-cell-rows', 'Łukasz Nowak'],
    ['06', '06-powershell-type-line', 'Łukasz Nowak'],
    ['09', '09-language-nl-NL', 'Łukasz Nowak'],
    ['12', '12-top-is-own-manager', 'Łukasz Nowak'],
    ['15', '15-excel-unicode-text-tabs', 'Łukasz Nowak'],
    ['19', '19-header-case-and-spaces', 'Łukasz Nowak'],
    ['21', '21-soft-hyphen-zwsp', 'Łukasz Nowak'],
    ['22', '22-newline-in-cell', 'Łukasz Nowak'],
  ] as const) {
    it(`${number}: five people, by their names`, async () => {
      const { people, out, err } = await imported(name)
      assert.equal(err, '')
      assert.match(out, /^5 people: 5 new, 0 changed, 0 left/)
      assert.deepEqual(people.map((one) => one.name).sort(), [...NAMES, lukasz].sort())
      assert.deepEqual(
        people.filter(({ language }) => language !== 'nl').map((one) => one.name),
        [],
      )
      assert.deepEqual((await people.find(({ id }) => id === idOf(3)))?.managers, [idOf(2)])
    })
  }

  it('02: says that it is Windows-1252', async () => {
    assert.match((await imported('02-windows1252-hr-system')).out, /read as Windows-1252/)
  })

  it('11: a manager who is not in the file is said by line and left empty', async () => {
    const { out, people } = await imported('11-manager-outside-file')
    assert.match(out, /^6 people/)
    assert.match(out, /line 2, managerObjectId: .*000000000099: left empty/)
    assert.deepEqual(people.find(({ id }) => id === idOf(2))?.managers, [])
    assert.deepEqual(people.find(({ id }) => id === idOf(3))?.readers, [idOf(2)])
  })

  it('12: who is their own manager has none, and it is said by line', async () => {
    const { out, people } = await imported('12-top-is-own-manager')
    assert.match(out, /line 2, managerObjectId: Els van der Meer is their own manager/)
    assert.deepEqual(people.find(({ id }) => id === idOf(1))?.managers, [])
  })

  it('13: one unit of 33 people, however it is spelled', async () => {
    const { out, people } = await imported('13-unit-spelling-drift')
    assert.deepEqual(unitsOf(people), ['Gemeente Voorbeeldstad | Sociaal Domein | Team Jeugd'])
    assert.match(out, /Team Jeugd: 33/)
  })

  it('16: a name in a wrong encoding is named by line, and nobody gets it', async () => {
    const { out, people } = await imported('16-double-encoded-names')
    for (const line of [4, 5, 6]) assert.match(out, new RegExp(`line ${line}, name: .*wrong encoding`))
    assert.deepEqual(
      people.map((one) => one.name),
      ['Els van der Meer', "Piet 't Hart"],
    )
  })

  it('20: managers with a comma or a semicolon between them', async () => {
    const { people } = await imported('20-two-managers-separators')
    assert.deepEqual(
      people.map(({ managers }) => managers.length),
      [0, 0, 2, 2],
    )
  })

  it('21 and 22: unseen signs are left out, and a line break in a cell becomes a space', async () => {
    const { people } = await imported('21-soft-hyphen-zwsp')
    assert.ok(unitsOf(people).includes('Gemeente Voorbeeldstad | Sociaal Domein | TeamJeugd'))
    const broken = (await imported('22-newline-in-cell')).people.find(({ id }) => id === idOf(1))
    assert.equal(broken?.jobTitle, 'gemeente- secretaris')
  })

  it('25: the tree shows a unit between two in which nobody is', async () => {
    assert.match((await imported('25-unit-has-slash')).out, /Burgerzaken: 12 \(0 in it itself\)\n +KCC: 12/)
  })

  it('26: a role that nobody knows is named by line, with those that there are', async () => {
    const { out, people } = await imported('26-roles-labels')
    for (const line of [2, 3, 4, 5, 6])
      assert.match(out, new RegExp(`line ${line}, roles: .*hr, admin, works-council, fg`))
    assert.ok(people.every(({ roles }) => roles.length === 0))
    assert.equal((await imported('26-roles-labels', '--strict')).code, 1)
  })

  it('27: braces are taken off an id, and any other form leaves its row out', async () => {
    const { out, people } = await imported('27-guid-shapes')
    assert.deepEqual(people.map(({ id }) => id).sort(), [idOf(1), idOf(3)])
    assert.match(out, /line 3, objectId: /)
    const strict = await imported('27-guid-shapes', '--strict')
    assert.deepEqual([strict.code, strict.people.length], [1, 0])
  })

  it('28: commas by the headings, whatever else is in the cells', async () => {
    const [only] = (await imported('28-semicolon-in-comma-header')).people
    assert.deepEqual([only?.name, only?.jobTitle], ['Meer, Els van der; MSc', 'adviseur; coördinator'])
  })

  it('36: working days', async () => {
    const { people } = await imported('36-part-time-days')
    assert.deepEqual(people.find(({ name }) => name === 'Werkdag ma di do')?.workingDays, [1, 2, 4])
  })

  it('39: one wrong cell gives one complaint', async () => {
    const { out, people } = await imported('39-one-bad-manager-row', '--json')
    const { problems, notes } = JSON.parse(out)
    assert.deepEqual(
      problems.map(({ line, column }: { line: number; column: string }) => [line, column]),
      [[2, 'email']],
    )
    assert.deepEqual([notes, people.length], [[], 25])
    assert.equal(people.filter(({ managers }) => managers.length === 1).length, 24)
  })

  it('41: a look ahead shows rooms and accounts by name', async () => {
    const { out, people } = await imported('41-rooms-and-service-accounts', '--dry-run')
    assert.match(out, /Vergaderzaal 2\.14[\s\S]*svc-afas-koppeling/)
    assert.equal(people.length, 0)
  })

  it('43 and 44: many levels are read, and a name of more than 120 characters is not', async () => {
    assert.match((await imported('43-very-long-unit')).out, /^1 people/)
    await refused('44-long-single-unit-name', /line 2, unit: each name in it must be at most 120/)
  })
})

describe('field cases: rosters that are refused', () => {
  it('07: one line says which columns are meant, that managers are missing, and who does not belong', async () => {
    const { err } = await imported('07-entra-download-users')
    assert.match(err, /id → objectId, displayName → name, mail → email, department → unit/)
    assert.match(err, /Managers are not in this export.*docs\/rooster\.md/)
    assert.match(err, /Line 4: a disabled account\. Line 5: a guest account\./)
    assert.equal(err.split('\n').length, 1)
    await refused('07-entra-download-users')
  })

  it('24: a path of the directory', () => refused('24-ldap-dn', /Line 2, unit: .*Gemeente\/Domein\/Team/))
  it('30: a quote that strays, by its line', () => refused('30-unquoted-quote', /^Line 5: /))
  it('31: a path with another sign', () => refused('31-unit-backslash-arrow', /looks like a path with \\\. Write \//))
  it('40: a circle of managers, by name', () => refused('40-codirectors-manage-each-other', /A → B → A\. Empty/))
  it('42: a column that stands twice', () => refused('42-column-twice', /unit stands twice in the header/))
})

describe('field cases: one roster after another', () => {
  it('18: a file that was cut short is refused, until somebody says how many would leave', async () => {
    const { one } = await imported('18a-full')
    const cut = path('18b-truncated-at-20')
    assert.ok(await one.app.pulse.course.confirmed(TENANT))
    const { code, err } = await one.types('import', cut)
    assert.equal(code, 1)
    assert.match(err, /^180 of 200 people would leave: 36 of Gemeente Voorbeeldstad\/Team 0.*Say --leavers 180/)
    assert.equal((await one.types('import', cut, '--leavers', '179')).code, 1)
    assert.match((await one.types('import', cut, '--dry-run')).out, /would be refused:\n180 of 200/)
    assert.equal((await one.everybody()).length, 200)
    assert.match((await one.types('import', cut, '--leavers', '180')).out, /^20 people.* 180 left[\s\S]*Not confirmed/)
    assert.equal(await one.app.pulse.course.confirmed(TENANT), undefined)
    await one.types('confirm')
    assert.ok(await one.app.pulse.course.confirmed(TENANT))
    assert.match((await one.types('undo')).out, /180 came back, 0 put back as before, 0 taken off/)
    assert.equal((await one.everybody()).length, 200)
    assert.match((await one.types('undo')).err, /no import of the last 30 days/)
  })

  it('34: who left and came back is on the roster again', async () => {
    const { one } = await imported('38-names-typed')
    const four = '4e2a0000-0000-4000-8000-000000000004'
    assert.match((await one.types('import', path('38b-without-4-and-5'))).out, /2 left/)
    assert.equal(await one.person(four), undefined)
    assert.match((await one.types('import', path('38-names-typed'))).out, /2 new/)
    assert.equal((await one.person(four))?.name, "Noor 't Lam")
  })

  it('35: one person in another team', async () => {
    const { one, people } = await imported('35-moved-team')
    const jan = people.find(({ name }) => name === 'Jan Bakker') ?? assert.fail()
    await one.app.roster.put({ ...jan, unit: ['Gemeente Testdam', 'Dienstverlening', 'KCC'] })
    const { out } = await one.types('import', path('35-moved-team'), '--dry-run')
    assert.match(out, /39 people: 0 new, 1 changed, 0 left/)
    assert.match(out, /moved: 1\n +Jan Bakker: .*\/KCC → .*\/Burgerzaken/)
  })
})
