import assert from 'node:assert/strict'
import type { ZodObject } from 'zod'
import type { Feature } from '../../bot/turn.ts'
import { type House, ROSTER, read } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { openHouse } from './lives.ts'

/** Stands in everything that Sanne keeps to herself: the one is typed by others who look for it, the other by nobody. */
const [LOOKED_FOR, SECRET] = ['zandloper', 'kwartelkoning']
const text = (what: string) => `Bij ${what} zag ik een ${SECRET} naast de ${LOOKED_FOR}.`

const ROLES = {
  hilde: 'HR',
  marieke: 'her manager',
  hans: 'who is over her manager',
  jeroen: 'an administrator',
  olga: 'the works council',
}
const MORE = [
  { id: 'jeroen', name: 'Jeroen Maas', unit: ['Gemeente'], managers: ['hans'], roles: ['admin' as const] },
  { id: 'olga', name: 'Olga Raad', unit: ['Gemeente'], managers: ['hans'], roles: ['works-council' as const] },
]

/** A moment, an intention, and a text that waits for its meaning. */
async function keptToHerself() {
  const { house, documents } = await openHouse({ roster: [...ROSTER, ...MORE] })
  await answered(house, 'sanne', text('de balie'))
  await house.say('sanne', `voornemen: ${text('het bureau')}`)
  await house.say('sanne', text('de fiets'))
  const held = documents().filter(({ json }) => json.includes(SECRET))
  return { house, ids: held.map(({ json }) => (JSON.parse(json) as { id: string }).id), held }
}

/** Everything that this person may press, with such an id in each of its fields. */
const pressesWith = (features: readonly Feature[], id: string) =>
  features.flatMap(({ pressed = {} }) =>
    Object.entries(pressed).map(([verb, { input }]) => ({
      verb,
      input: Object.fromEntries(Object.keys((input as ZodObject).shape).map((field) => [field, id])),
    })),
  )

/** Everything that can be typed, with what is looked for behind it; but for what erases the person who types it. */
const typedWith = (features: readonly Feature[], words: string) =>
  features
    .flatMap(({ said = {} }) => Object.keys(said))
    .filter((one) => !/verwijder|delete/.test(one))
    .map((one) => one.replace('*', words))

const seenBy = (house: House, person: string) => JSON.stringify(house.sent.filter(({ to }) => to === person))

describe('privacy: what somebody keeps to themselves', function () {
  this.timeout(120_000)

  it('lies in several collections, and is there for its owner: the control', async () => {
    const { house, held } = await keptToHerself()
    assert.ok(new Set(held.map(({ collection }) => collection)).size >= 3, held.map((one) => one.collection).join())
    assert.ok(read(await house.say('sanne', 'mijn momenten')).includes(SECRET))
  })

  for (const [person, who] of Object.entries(ROLES))
    it(`is shown to ${who} by no command and no button`, async () => {
      const { house, ids } = await keptToHerself()
      const { features } = house.app
      const cards: unknown[] = []
      for (const words of [LOOKED_FOR, 'Sanne Bakker', ...ids])
        for (const typed of typedWith(features, words)) cards.push((await house.say(person, typed)) ?? '')
      const presses = ids.flatMap((id) => pressesWith(features, id))
      assert.ok(cards.length > 200 && presses.length > 200, `${cards.length} typed, ${presses.length} pressed`)
      for (const { verb, input } of presses) cards.push(await house.send(person, verb, input))
      await house.settle()
      assert.ok(!JSON.stringify(cards).includes(SECRET))
      assert.ok(!seenBy(house, person).includes(SECRET))
    })
})
