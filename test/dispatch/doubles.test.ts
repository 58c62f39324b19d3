import assert from 'node:assert/strict'
import { createDispatch } from '../../bot/dispatch/dispatch.ts'
import { type Feature, phrases, press, presses } from '../../bot/turn.ts'
import { joined } from '../../cards/kit/command.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { AskInput } from '../../services/ask/schema.ts'
import { together } from '../../services/core/first-double.ts'

const silent = async () => undefined
const feature = (name: string, more: Partial<Feature> = {}): Feature => ({
  name,
  export: {},
  forget: async () => {},
  ...more,
})

describe('dispatch: two features that call something alike', () => {
  const built = (...features: Feature[]) =>
    createDispatch({
      features,
      unclear: () => assert.fail(),
      beside: () => assert.fail(),
      reworded: () => assert.fail(),
      before: () => assert.fail(),
      log: { info() {}, error() {} },
      random: systemRandom,
    })

  const cases: [what: string, one: Feature, other: Feature][] = [
    [
      'the phrase "mijn dag"',
      feature('one', { said: { 'mijn dag': silent } }),
      feature('other', { said: { 'Mijn dag': silent } }),
    ],
    [
      'the verb "day.open"',
      ...(['one', 'other'] as const).map((name) =>
        feature(name, { pressed: { 'day.open': press(AskInput, () => assert.fail()) } }),
      ),
    ] as [string, Feature, Feature],
    [
      'the job "day"',
      feature('one', { jobs: [{ name: 'day', run: async () => undefined }] }),
      feature('other', { jobs: [{ name: 'day', run: async () => undefined }] }),
    ],
    [
      'the export "days"',
      feature('one', { export: { days: async () => [] } }),
      feature('other', { export: { days: async () => [] } }),
    ],
    ['the feature "day"', feature('day'), feature('day')],
  ]
  for (const [what, one, other] of cases)
    it(`are refused at start: ${what}`, () => {
      assert.doesNotThrow(() => built(one))
      assert.throws(() => built(one, other), new RegExp(`${what} stands twice`))
    })

  it('are refused at start where one is the house’s own: the press that tries again, the row of the roster', () => {
    const pressed = { 'said.again': press(AskInput, () => assert.fail()) }
    assert.throws(() => built(feature('one', { pressed })), /the verb "said.again" stands twice/)
    const roster = feature('one', { export: { roster: async () => [] } })
    assert.throws(() => built(roster), /the export "roster" stands twice/)
  })

  it('are refused within one feature too, and so are two verbs of the command line', () => {
    const verb = { 'day.open': press(AskInput, () => assert.fail()) }
    assert.throws(() => phrases({ 'mijn dag': silent }, { 'mijn dag': silent }), /the phrase "mijn dag" stands twice/)
    assert.throws(() => presses(verb, verb), /the verb "day.open" stands twice/)
    assert.throws(() => together('verb', [{ doctor: 1 }, { doctor: 2 }]), /the verb "doctor" stands twice/)
  })

  it('are refused among the typed commands before any feature is made of them', () => {
    const day = { nl: ['mijn dag'], en: ['my day', 'mijn dag'] }
    assert.deepEqual(Object.keys(joined([{ day }, { night: { nl: ['nacht'], en: ['night'] } }])), ['day', 'night'])
    assert.throws(() => joined([{ day }, { day: { nl: ['dag'], en: ['day'] } }]), /the command "day" stands twice/)
    assert.throws(() => joined([{ day }, { today: day }]), /the phrase "mijn dag" stands twice/)
  })
})
