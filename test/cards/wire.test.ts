import assert from 'node:assert/strict'
import { wireForm } from '../../bot/teams/outbound.ts'
import { type Card, card, row } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { gallery, LANGUAGES } from './gallery.ts'

type Wire = ReturnType<typeof wireForm>

/** The buttons that an older client, which knows only `Action.Submit`, would press in vain. */
const deadButtons = (wire: Wire) =>
  (pressesOf(wire as Card) as Wire['actions']).flatMap(({ title, verb, data, associatedInputs, tooltip, fallback }) => {
    const twin = {
      type: 'Action.Submit',
      title,
      data: { ...data, verb },
      ...(tooltip && { tooltip }),
      ...(associatedInputs && { associatedInputs }),
    }
    return JSON.stringify(fallback) === JSON.stringify(twin) && !('verb' in data) ? [] : [title]
  })

const aRow = row({
  leaf: undefined,
  who: undefined,
  what: 'Je vraag',
  about: 'Iets',
  name: 'Open deze',
  press: { verb: 'ask.show', data: {} },
})

describe('cards: on the wire', () => {
  it('can be pressed by clients that do not know Action.Execute', () => {
    for (const { name, card } of LANGUAGES.flatMap(gallery)) assert.deepEqual(deadButtons(wireForm(card)), [], name)
  })

  it('and a twin that is missing, or differs, is seen', () => {
    const button = { title: 'Ik help', verb: 'offer.accept', data: { ask: 'ask-1' }, typed: 'ik help' }
    const wire = wireForm(card({ language: 'nl', title: 'Help je?', buttons: [button] }))
    const spoilt = (fallback: unknown) =>
      deadButtons({ ...wire, actions: wire.actions.map((action) => ({ ...action, fallback })) } as Wire)
    assert.deepEqual(deadButtons(wire), [])
    assert.deepEqual(spoilt(undefined), ['Ik help'])
    const rowWire = wireForm(card({ language: 'nl', title: 'Wat loopt er', content: [aRow] }))
    assert.deepEqual(deadButtons(rowWire), [])
    assert.deepEqual(deadButtons({ ...rowWire, body: [aRow] }), ['Open deze'])
    assert.deepEqual(spoilt({ type: 'Action.Submit', title: 'Ik help', data: { ask: 'ask-1' } }), ['Ik help'])
  })
})
