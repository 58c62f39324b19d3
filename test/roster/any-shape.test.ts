import assert from 'node:assert/strict'
import { seeded } from '../../bench/seeded.ts'
import { folder, oid } from './files.ts'
import { operator } from './operator.ts'

const COLUMNS = [
  'objectId',
  'name',
  'email',
  'unit',
  'managerObjectId',
  'roles',
  'language',
  'jobTitle',
  'workingDays',
  'until',
]
const NAMES = ['Zoë de Vries', 'Piet ’t Hart', 'Vries, Jan de; MSc', 'Siobhán "Sio" O’Brien', 'Els van der Meer']
const UNITS = ['Gemeente', 'Gemeente/Sociaal Domein', 'Gemeente/Sociaal Domein/Team Jeugd', 'Gemeente/P//O']

const people = Array.from({ length: 12 }, (_, at) => ({
  objectId: oid(at + 1),
  name: NAMES[at % NAMES.length] ?? '',
  email: at % 4 === 0 ? '' : `p${at}@voorbeeldstad.example`,
  unit: UNITS[at % UNITS.length] ?? '',
  managerObjectId: at === 0 ? '' : at % 3 === 0 ? `${oid(1)} ${oid(2)}` : oid(1),
  roles: at === 1 ? 'hr fg' : '',
  language: at % 2 ? 'nl' : 'en',
  jobTitle: at % 3 ? 'coördinator' : '',
  workingDays: at % 2 ? 'ma di do' : '',
  until: at === 5 ? '2027-01-31' : '',
})).map((person) => (person.objectId === oid(2) ? { ...person, managerObjectId: '' } : person))

/** The same people as a file that another program could have made. */
function written(seed: number): Buffer {
  const next = seeded(seed)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  const isSo = () => next() < 0.5
  const shuffled = <T>(of: readonly T[]) =>
    of
      .map((value) => ({ value, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value)
  const [separator, end] = [one([',', ';', '\t', '|']), one(['\r\n', '\n', '\r'])]
  const [quotesAll, width] = [isSo(), one([0, 0, 2])]
  const cell = (text: string) => (quotesAll || /[,;|\t"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (cells: readonly string[]) => [...cells.map(cell), ...Array<string>(width).fill('')].join(separator)
  const spelled = {
    heading: (name: string) =>
      one([name, name.toUpperCase(), ` ${name} `, name.replace(/([A-Z])/g, ' $1'), name.replace(/([A-Z])/g, '_$1')]),
    objectId: (id: string) => one([id, id.toUpperCase(), `{${id}}`]),
    name: (name: string) =>
      one([name, name.normalize('NFD'), ` ${name}  `, name.replace(' ', '\u00a0'), name.replace(' ', '\u200b ')]),
    unit: (unit: string) =>
      one([unit, `/${unit}`, `${unit}/`, unit.replace(/(?<!\/)\/(?!\/)/g, ' / '), unit.replace(' ', '  ')]),
    managerObjectId: (ids: string) => ids.split(' ').join(one([' ', ',', ';', ', ', '\n'])),
    language: (tag: string) => one([tag, tag.toUpperCase(), `${tag}-NL`]),
    workingDays: (days: string) =>
      days && one([days, 'ma, di, do', 'ma/di/do', 'Maandag dinsdag donderdag', 'do di ma']),
    until: (day: string) => day && one([day, '31-01-2027', '46418', '2027-01-31 00:00:00']),
  }
  const columns = shuffled(COLUMNS)
  const text = (person: (typeof people)[number], column: string) => {
    const value = person[column as keyof typeof person]
    const spell = (spelled as Record<string, ((text: string) => string) | undefined>)[column]
    return spell ? spell(value) : value
  }
  const rows = shuffled(people).flatMap((person) => [
    line(columns.map((column) => text(person, column))),
    ...(next() < 0.2 ? [line(columns.map(() => ''))] : []),
  ])
  const signs = isSo() ? [`sep=${separator}`] : isSo() ? ['#TYPE System.Object'] : []
  const titles = isSo() ? [line(['Personeelsbestand', ...columns.slice(1).map(() => '')]), ''] : []
  const all = [...signs, ...titles, line(columns.map(spelled.heading)), ...rows].join(end) + (isSo() ? end : '')
  const encoding = one(['utf8', 'marked', 'utf16le', 'utf16be'] as const)
  if (encoding === 'utf8') return Buffer.from(all)
  if (encoding === 'marked') return Buffer.from(`\uFEFF${all}`)
  const wide = Buffer.from(`\uFEFF${all}`, 'utf16le')
  return encoding === 'utf16le' ? wide : wide.swap16()
}

describe('roster: any shape of a file makes the same roster', () => {
  let place: Awaited<ReturnType<typeof folder>>
  before(async () => {
    place = await folder()
  })
  after(() => place.clean())

  const made = async (bytes: Buffer | string, ...options: string[]) => {
    const one = await operator()
    const said = await one.types('import', await place.write(bytes), ...options)
    assert.equal(said.code, 0, said.err)
    return (await one.everybody()).map(({ etag: _, ...person }) => person).sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const plain = [
    COLUMNS.join(','),
    ...people.map((person) => COLUMNS.map((column) => quoted(person[column as keyof typeof person])).join(',')),
  ].join('\n')

  for (let seed = 1; seed <= 60; seed++) {
    it(`seed ${seed}`, async () => {
      assert.deepEqual(await made(written(seed), '--strict'), await made(plain, '--strict'))
    })
  }
})
