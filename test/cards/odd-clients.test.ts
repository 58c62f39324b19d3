import assert from 'node:assert/strict'
import type { Action, Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { House, read, TENANT } from '../house.ts'
import { gallery, LANGUAGES } from './gallery.ts'
import { waysToFill } from './inputs.ts'
import { inputsOf } from './reading.ts'

/** What a client may make of one field: nothing of it comes, or it comes in another form. */
const ODD: [name: string, value: unknown][] = [
  ['absent', undefined],
  ['empty', ''],
  ['null', null],
  ['a number', 1],
  ['true', true],
  ['a list', ['een', 'twee']],
  ['an object', { value: 'x' }],
  ['a word of no list', 'iedereen'],
]

/** Everything that one button of a card may send: each field in each odd form, and keys that the card does not have. */
function* oddPresses(card: Card, { data }: Action): Generator<{ name: string; input: Record<string, unknown> }> {
  const [filled = {}] = waysToFill(card)
  yield { name: 'an extra key', input: { ...data, ...filled, actionSource: 'mobile', msteams: null, extra: { a: 1 } } }
  yield { name: 'no field at all', input: { ...data } }
  for (const { id } of inputsOf(card)) {
    for (const [name, value] of ODD) {
      const { [String(id)]: _, ...others } = filled
      yield {
        name: `${id} ${name}`,
        input: { ...data, ...others, ...(value !== undefined && { [String(id)]: value }) },
      }
    }
  }
}

describe('cards: clients that send something else than the card has', () => {
  for (const language of LANGUAGES) {
    it(`no button of any card meets the net, nor locks (${language})`, async () => {
      const house = await House.open()
      const seen = new Set<string>()
      const problems: string[] = []
      let pressed = 0
      for (const { name, card, cast } of gallery(language)) {
        if (cast.kind !== 'calm') continue
        for (const action of pressesOf(card)) {
          for (const odd of oddPresses(card, action)) {
            const key = JSON.stringify([action.verb, odd.input])
            if (seen.has(key)) continue
            seen.add(key)
            pressed++
            const reply = await house.send('sanne', action.verb, odd.input)
            const locked = reply?.refused === 'bad-input' || reply?.refused === 'unknown-verb'
            if (!reply || reply.failed || locked) {
              problems.push(`${name}: ${action.title}, ${odd.name}: ${reply?.refused ?? 'failed'}`)
            }
          }
        }
      }
      assert.deepEqual(problems, [])
      assert.ok(pressed > 500, `${pressed} presses`)
    })
  }

  describe('the choice of who may read', () => {
    for (const [name, value] of ODD) {
      it(`${name}: only the author`, async () => {
        const house = await House.open()
        const card = await house.say('sanne', 'vraag')
        const { verb, data } = card.actions[0] as Action
        const text = 'Bel eerst de moeder over de parkeervergunning'
        const sharing = value === undefined ? {} : { sharing: value }
        const reply = await house.send('sanne', verb, { ...data, text, how: 'werk', ...sharing })
        assert.match(reply ? read(reply.card) : '', /Bewaard\. Alleen jij kunt dit lezen/)
        assert.doesNotMatch(read(await house.say('karin', 'zoek parkeervergunning')), /Bel eerst de moeder/)
      })
    }
  })

  it('a choice that was made earlier is not made wider by one that does not come', async () => {
    const house = await House.open()
    const settings = await house.say('sanne', 'tel mij niet mee').then(() => house.say('sanne', 'instellingen'))
    const { verb, data } = settings.actions[0] as Action
    await house.send('sanne', verb, { ...data, day: 2, time: '', counting: '', helpLimit: null })
    const feature = house.app.features.find(({ name }) => name === 'settings')
    const kept = JSON.stringify(await feature?.export.settings?.(TENANT, 'sanne'))
    assert.match(kept, /"day":2/)
    assert.match(kept, /"counting":false/)
  })
})
