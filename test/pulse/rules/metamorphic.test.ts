import assert from 'node:assert/strict'
import { type Dice, dice } from '../../../bench/dice.ts'
import { type Answer, fileOf, type Habits, NEEDS, TOPICS } from '../../../bench/pulse/answers.ts'
import { SHAPES, type Shape, townOf } from '../../../bench/pulse/town.ts'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import { HOW } from '../../../services/core/how.ts'
import { type Simulated, simulated } from '../../../services/pulse/rules/simulation.ts'
import type { SimulationFile } from '../../../services/pulse/rules/simulation-schema.ts'
import { holds } from '../../../services/pulse/rules/windows.ts'

const HABITS: Omit<Habits, 'takingPart'> = { named: 0.08, quoting: 0.15, uncounted: 0.03, topic: 0.4, again: 0.4 }
/** So that some pulses are withheld. */
const TAKING_PART = 0.25
const WINDOWS = 6
const show = (file: SimulationFile): Simulated => simulated(file, seededRandom)

const towns = SHAPES.flatMap((shape, at) => [1, 2].map((seed) => ({ shape, seed: seed + 2 * at })))

function town({ shape, seed }: { shape: Shape; seed: number }): SimulationFile {
  const luck = dice(seed)
  const { units, people } = townOf(luck, shape, 240)
  const moving = people.map((person) => (luck.chance(0.1) ? { ...person, to: '2026-W47' } : person))
  return fileOf(luck, { units, people: moving }, WINDOWS, { ...HABITS, takingPart: TAKING_PART })
}

/** The same person in the same week says something else altogether. */
const flipped = (luck: Dice, answer: Answer): Answer => ({
  ...answer,
  how: luck.pick(HOW),
  topics: TOPICS.filter((topic) => !answer.topics.includes(topic)),
  needs: NEEDS.filter((need) => !answer.needs.includes(need)),
  quote: answer.quote === null ? 'something else' : null,
})

function unchanged(
  file: SimulationFile,
  which: (answer: Answer) => boolean,
  part: (shown: Simulated) => unknown = (shown) => shown,
): void {
  const luck = dice(99)
  const chosen = file.answers.filter(which).length
  assert.ok(chosen > 0, 'nothing was flipped')
  const other = { ...file, answers: file.answers.map((one) => (which(one) ? flipped(luck, one) : one)) }
  assert.ok(JSON.stringify(part(show(other))) === JSON.stringify(part(show(file))), 'what is published changed')
}

for (const one of towns)
  describe(`what is published of a town (${one.shape}, ${one.seed})`, () => {
    const file = town(one)
    const before = show(file)

    it('is something', () => assert.ok(before.pulses.length > 5 && before.withheld.length > 0))

    it('is the same when the same file is played again', () =>
      assert.equal(JSON.stringify(show(file)), JSON.stringify(before)))

    it('A13: does not change by one byte with what readers say', () => {
      const readers = new Set(file.people.filter(({ reads }) => reads.length > 0).map(({ id }) => id))
      unchanged(file, ({ person }) => readers.has(person))
    })

    it('A32: nor with what is shared by name', () => unchanged(file, ({ named }) => named))

    it('nor with what does not count', () => unchanged(file, ({ counts }) => !counts))

    it('A33: nor, up to then, with anything said in a block whose list was withheld', () => {
      const units = new Map(before.blocks.map(({ id, units }) => [id, new Set(units)]))
      const unitOf = new Map(file.people.map(({ id, unit }) => [id, unit]))
      for (const { window, block } of before.withheld.slice(0, 6)) {
        // What was said in that window is in later lists of the block; in the one that was withheld it is nowhere.
        const isPast = ({ window: { from } }: { window: { from: string } }) => from <= window.from
        unchanged(
          file,
          ({ person, week }) => holds(window, week) && units.get(block)?.has(unitOf.get(person) ?? '') === true,
          ({ pulses, withheld, higher }) => [pulses.filter(isPast), withheld.filter(isPast), higher.filter(isPast)],
        )
      }
    })

    it('nor with what is said by somebody who is not there', () => {
      const strangers = file.answers.slice(0, 50).map((answer, at) => ({ ...answer, person: `stranger ${at}` }))
      const left = file.people
        .filter(({ to }) => to !== null)
        .map(({ id }) => ({ ...file.answers[0], person: id, week: '2026-W50' }))
      const more = { ...file, answers: [...file.answers, ...strangers, ...(left as Answer[])] }
      assert.equal(JSON.stringify(show(more)), JSON.stringify(before))
    })

    it('does change with what is said where a pulse came: the check above can fail', () => {
      const luck = dice(4)
      const other = { ...file, answers: file.answers.map((answer) => flipped(luck, answer)) }
      assert.notEqual(JSON.stringify(show(other)), JSON.stringify(before))
    })

    it('R3: higher up is a function of published words', () => {
      for (const { window, unit, tally } of before.higher) {
        const within = (id: string): boolean =>
          id === unit || file.units.some((one) => one.id === id && one.parent !== null && within(one.parent))
        const blocks = before.blocks.filter(({ units }) => units.every(within)).map(({ id }) => id)
        const words = before.pulses
          .filter((pulse) => pulse.window.from === window.from && blocks.includes(pulse.block))
          .flatMap(({ figures }) => figures.map(({ item, shown }) => `${item}: ${shown}`))
        for (const line of tally) {
          const [, count, said] = /^in (\d+) van \d+ blokken: (.*)$/.exec(line) ?? []
          assert.equal(words.filter((word) => word === said).length, Number(count), line)
        }
      }
    })
  })
