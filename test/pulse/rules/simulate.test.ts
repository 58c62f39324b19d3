import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import { simulated } from '../../../services/pulse/rules/simulation.ts'
import { SimulationFile } from '../../../services/pulse/rules/simulation-schema.ts'
import { run } from '../../cli/run.ts'

const UNITS = [
  { id: 'Gemeente', parent: null },
  { id: 'Team Jeugd', parent: 'Gemeente' },
  { id: 'Team Wmo', parent: 'Gemeente' },
]
const staff = (unit: string, count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${unit} ${at}`,
    unit,
    from: '2026-W50',
    to: null,
    reads: [],
    ...more,
  }))
const BOSS = { id: 'boss', unit: 'Team Jeugd', from: '2026-W50', to: null, reads: ['Team Jeugd'] }
const PEOPLE = [BOSS, ...staff('Team Jeugd', 12), ...staff('Team Wmo', 14)]
const answers = (week: string, more = {}) =>
  PEOPLE.map(({ id }, at) => ({
    person: id,
    week,
    how: 'fout',
    topics: ['wmo'],
    needs: [at % 2 === 0 ? 'meer tijd' : 'zelf mogen beslissen'],
    counts: true,
    named: false,
    quote: `by ${id}`,
    ...more,
  }))
const FILE = {
  policy: { k: 11, cadence: '4weeks', seed: 1 },
  units: UNITS,
  people: PEOPLE,
  answers: [...answers('2026-W52'), ...answers('2026-W53'), ...answers('2027-W01')],
}

describe('simulate pulse', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leermoment-pulse-'))
  })
  after(() => rm(folder, { recursive: true }))

  /** Without any setting. */
  async function simulate(file: unknown) {
    const path = join(folder, 'file.json')
    await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file))
    return run('bot/cli.ts', ['simulate', 'pulse', path], {})
  }
  const shownOf = (file: unknown) => simulated(SimulationFile.parse(file), seededRandom)

  it('shows exactly what readers would see, over the end of a year with 53 weeks', async () => {
    const { blocks, pulses, withheld, higher } = JSON.parse((await simulate(FILE)).out)
    assert.deepEqual(blocks, [
      { id: '2026-H2-1', name: 'Team Jeugd en Team Wmo', units: ['Team Jeugd', 'Team Wmo'], people: 26 },
      { id: '2027-H1-1', name: 'Team Jeugd en Team Wmo', units: ['Team Jeugd', 'Team Wmo'], people: 26 },
    ])
    assert.deepEqual(
      pulses.map(({ window, block, readers, list }: Record<string, unknown>) => ({ window, block, readers, list })),
      [
        { window: { from: '2026-W52', to: '2027-W01' }, block: '2026-H2-1', readers: ['boss'], list: 'needs' },
        { window: { from: '2027-W01', to: '2027-W05' }, block: '2027-H1-1', readers: ['boss'], list: 'needs' },
      ],
    )
    assert.deepEqual(pulses[0].figures, [
      { item: 'behoefte of belemmering: meer tijd', shown: 'genoemd' },
      { item: 'behoefte of belemmering: zelf mogen beslissen', shown: 'genoemd' },
    ])
    assert.ok(pulses[0].quotes.length >= 3 && pulses[0].quotes.length <= 5)
    assert.deepEqual([withheld, higher], [[], []])
  })

  it('gives the same output for the same file, and another for another seed', async () => {
    const [one, same] = [await simulate(FILE), await simulate(FILE)]
    assert.equal(one.out, same.out)
    assert.notEqual((await simulate({ ...FILE, policy: { ...FILE.policy, seed: 2 } })).out, one.out)
  })

  it('withholds what too few people said, and names no reason', () => {
    const few = FILE.answers.filter(({ person }) => !person.startsWith('Team Wmo') && person !== 'Team Jeugd 0')
    const { pulses, withheld } = shownOf({ ...FILE, answers: few })
    assert.equal(pulses.filter(({ window }) => window.from === '2026-W52').length, 1)
    const fewer = few.filter(({ person }) => person !== 'Team Jeugd 1')
    assert.deepEqual(Object.keys(shownOf({ ...FILE, answers: fewer }).withheld[0] ?? {}), ['window', 'block'])
    assert.deepEqual(withheld, [])
  })

  it('R13: shows nothing of an organisation with a cycle', async () => {
    const ran = await simulate({ ...FILE, units: [{ id: 'Gemeente', parent: 'Team Jeugd' }, ...UNITS.slice(1)] })
    assert.equal(ran.code, 0)
    assert.deepEqual(JSON.parse(ran.out), { blocks: [], pulses: [], withheld: [], higher: [] })
  })

  it('A8, A9: counts a joiner from the next window, a leaver to the close of theirs', () => {
    const jeugd = FILE.answers.filter(({ person }) => person.startsWith('Team Jeugd'))
    const eleven = jeugd.filter(({ person }) => person !== 'Team Jeugd 0')
    const pulsesWith = (from: string, to: string | null) => {
      const people = PEOPLE.map((one) => (one.id === 'Team Jeugd 1' ? { ...one, from, to } : one))
      const shown = shownOf({ ...FILE, people, answers: eleven })
      return shown.pulses.map(({ window }) => window.from)
    }
    assert.deepEqual(pulsesWith('2026-W50', null), ['2026-W52', '2027-W01'])
    assert.deepEqual(pulsesWith('2026-W53', null), ['2027-W01'])
    assert.deepEqual(pulsesWith('2026-W50', '2026-W53'), ['2026-W52'])
  })

  for (const [what, file, says] of [
    ['a k below 11', { ...FILE, policy: { k: 10 } }, /policy\.k must be at least 11/],
    ['a week that the calendar does not have', { ...FILE, answers: answers('2027-W53') }, /answers\[0\]\.week must be/],
    ['what is no JSON', 'nonsense', /is no JSON/],
  ] as const)
    it(`refuses ${what} with one line`, async () => {
      const ran = await simulate(file)
      assert.deepEqual([ran.code, ran.out], [1, ''])
      assert.match(ran.err, says)
      assert.equal(ran.err.trim().split('\n').length, 1)
    })

  it('refuses a field of the policy that nobody knows, and a way of learning that nobody knows', () => {
    for (const wrong of [{ policy: { least: 5 } }, { answers: answers('2026-W52', { how: 'magic' }) }])
      assert.equal(SimulationFile.safeParse({ ...FILE, ...wrong }).success, false)
  })

  it('says how to name the file', async () => {
    assert.match((await run('bot/cli.ts', ['simulate', 'pulse'], {})).err, /simulate pulse FILE\.json/)
    assert.match(
      (await run('bot/cli.ts', ['simulate', 'pulse', 'nowhere.json'], {})).err,
      /nowhere\.json cannot be read/,
    )
  })
})
