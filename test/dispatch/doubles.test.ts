import assert from 'node:assert/strict'
import { createDispatch } from '../../bot/dispatch/dispatch.ts'
import { type Feature, press } from '../../bot/turn.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { AskInput } from '../../services/ask/schema.ts'

const silent = async () => undefined
const feature = (name: string, more: Partial<Feature> = {}): Feature => ({
  name,
  export: async () => ({}),
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
    ['the feature "day"', feature('day'), feature('day')],
  ]
  for (const [what, one, other] of cases)
    it(`are refused at start: ${what}`, () => {
      assert.doesNotThrow(() => built(one))
      assert.throws(() => built(one, other), new RegExp(`${what} stands twice`))
    })
})
