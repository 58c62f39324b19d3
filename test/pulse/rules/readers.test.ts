import assert from 'node:assert/strict'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import { simulated } from '../../../services/pulse/rules/simulation.ts'
import { SimulationFile } from '../../../services/pulse/rules/simulation-schema.ts'

const units = [
  { id: 'Gemeente', parent: null },
  { id: 'Ruimte', parent: 'Gemeente' },
  ...['Groen', 'Wegen', 'Toezicht'].map((id) => ({ id, parent: 'Ruimte' })),
]
const staff = ['Groen', 'Wegen', 'Toezicht'].flatMap((unit) =>
  Array.from({ length: 20 }, (_, at) => ({ id: `${unit} ${at}`, unit, from: '2027-W01' })),
)
type Reader = { id: string; unit: string; from: string; to?: string; reads: string[] }

const shown = (readers: Reader[], how = (_unit: string) => 'werk', weeks = ['2027-W01', '2027-W03']) =>
  simulated(
    SimulationFile.parse({
      policy: {},
      units,
      people: [...staff, ...readers],
      answers: weeks.flatMap((week) => staff.map(({ id, unit }) => ({ person: id, week, how: how(unit) }))),
    }),
    seededRandom,
  )
const readersOf = (readers: Reader[]) => shown(readers).pulses.map(({ block, readers }) => [block.slice(-1), readers])

describe('the readers of a pulse', () => {
  it('are those who read a unit of the block, or else of the nearest unit above it', () => {
    const head = { id: 'head', unit: 'Ruimte', from: '2027-W01', reads: ['Ruimte'] }
    const lead = { id: 'lead', unit: 'Groen', from: '2027-W01', reads: ['Groen'] }
    const [first, second] = readersOf([head, lead])
    assert.deepEqual(first, ['1', ['lead']])
    assert.deepEqual(second, ['2', ['head']])
  })

  it('read from the opening to the close: who comes or goes in between reads nothing of that window', () => {
    const old = { id: 'old', unit: 'Groen', from: '2027-W01', to: '2027-W04', reads: ['Groen'] }
    const fresh = { id: 'fresh', unit: 'Groen', from: '2027-W02', reads: ['Groen'] }
    const groen = readersOf([old, fresh]).filter(([block]) => block === '1')
    assert.deepEqual(
      groen.map(([, readers]) => readers),
      [['old'], ['fresh']],
    )
  })
})

describe('R3: what is seen higher up', () => {
  it('is in how many blocks the same words were shown, at every unit that holds several', () => {
    const { higher } = shown([], (unit) => (unit === 'Groen' ? 'training' : 'werk'))
    assert.deepEqual([...new Set(higher.map(({ unit }) => unit))], ['Ruimte', 'Gemeente'])
    // The first window tells what would help, the second how they learned.
    assert.deepEqual(higher[0]?.tally, [])
    assert.deepEqual(higher.findLast(({ unit }) => unit === 'Ruimte')?.tally, [
      'in 2 van 3 blokken: hoe: in het werk: de helft of meer',
      'in 1 van 3 blokken: hoe: in het werk: minder dan de helft',
      'in 3 van 3 blokken: hoe: met anderen: minder dan de helft',
      'in 1 van 3 blokken: hoe: training of zelf opgezocht: de helft of meer',
      'in 2 van 3 blokken: hoe: training of zelf opgezocht: minder dan de helft',
    ])
  })
})
