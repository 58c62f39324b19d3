import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { button, cardOf, filledIn, House, ROSTER, read, TENANT, WEDNESDAY } from '../house.ts'
import { type Breakable, breakable } from './breakable.ts'
import { type Doing, FORM, forAColleague, type Scene, scenes } from './scenes.ts'

const AGAIN = 'Probeer opnieuw'
const MINUTES = 60_000

/** Says or presses without a look at the store first. */
async function doing(house: House, { person, said, pressed }: Doing): Promise<Card> {
  const by = { id: 'turn-cut', tenant: TENANT, person, at: house.now, language: 'nl', place: 'personal' } as const
  if (said !== undefined) return cardOf(await house.turn({ ...by, kind: 'said', text: said }))
  const { card, title, inputs } = pressed ?? assert.fail()
  const { verb, data } = button(card, title)
  return cardOf(await house.turn({ ...by, kind: 'pressed', verb, input: { ...data, ...filledIn(card), ...inputs } }))
}

async function open(scene: Scene): Promise<{ house: House; kept: Breakable; act: Doing }> {
  const kept = breakable({ now: () => WEDNESDAY })
  const house = await House.open({ store: kept.store })
  return { house, kept, act: await scene(house) }
}

/** Not the same in every run, or a minute later when a job has to mend what broke off. */
const PASSING = ['etag', 'at']

/** What is left of it all: what everybody holds, and what everybody was sent. */
async function leftBy(house: House): Promise<unknown> {
  await house.pass(5 * MINUTES)
  const held = await Promise.all(
    ROSTER.map(async ({ id }) =>
      Promise.all(
        house.app.features
          .filter(({ name }) => name !== 'delivery' && name !== 'address')
          .flatMap(({ export: parts }) => Object.entries(parts))
          .map(async ([part, read]) => [part, await read(TENANT, id)]),
      ),
    ),
  )
  const sent = house.sent.map(({ to, content }) => `${to}: ${typeof content === 'string' ? content : read(content)}`)
  const kept = (key: string, value: unknown) => (PASSING.includes(key) ? undefined : value)
  return JSON.parse(JSON.stringify({ held, sent: sent.sort() }, kept))
}

const isError = (card: Card) => /Nog niet (bewaard|gelukt)/.test(read(card))

/** Breaks off at every operation in turn, and tries again. Gives how often it was broken off. */
async function brokenEverywhere(scene: Scene, heard: boolean, left: (house: House) => Promise<unknown> = leftBy) {
  const whole = await open(scene)
  assert.ok(!isError(await doing(whole.house, whole.act)), 'it succeeds when nothing fails')
  const expected = await left(whole.house)
  for (let operations = 0; ; operations++) {
    const { house, kept, act } = await open(scene)
    kept.goAwayAfter(operations, heard)
    const card = await doing(house, act)
    kept.comeBack()
    if (!isError(card)) return operations
    const reply = await house.press(act.person, card, AGAIN)
    assert.ok(!isError(reply), 'the retry succeeds')
    assert.deepEqual(await left(house), expected, `broken off after ${operations} operations`)
  }
}

describe('down: wherever it breaks off, “Probeer opnieuw” makes it one effect', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    it(name, async () => {
      const cuts = [await brokenEverywhere(scene, false), await brokenEverywhere(scene, true)]
      assert.ok(Math.min(...cuts) > 1, `broken off ${cuts.join(' and ')} times`)
    })
  }

  it('a text for one of two colleagues, pressed, reaches that one alone', async () => {
    const reached = async (house: House) => {
      await house.pass(5 * MINUTES)
      return house.sent.flatMap(({ to, content }) => (JSON.stringify(content).includes(FORM) ? [to] : []))
    }
    for (const heard of [false, true]) assert.ok((await brokenEverywhere(forAColleague, heard, reached)) > 10)
  })
})
