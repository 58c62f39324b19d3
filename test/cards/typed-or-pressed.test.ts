import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { commonWords } from '../../cards/kit/common-words.ts'
import type { Language } from '../../services/core/ports.ts'
import { cardOf, House, ROSTER, read } from '../house.ts'
import { LANGUAGES } from './gallery.ts'
import { type Scene, scenes } from './scenes.ts'
import { typedOf } from './typed.ts'

/** What is random, or named after a turn: tickets, asks, drafts and moments of one's own. */
const CHANCE =
  /(?<=potlood |potlood (?:op|aan|blijft|bezig|weg) |barrier |barrier (?:stays|in progress|gone) )\w{4}\b|(?<=trek mijn voorstel in |take my proposal back )\w{4}|(?<=\/export\/)[^/]+|\b[0-9a-f]{12}\b|\b[0-9a-f]{20}\b|\bturn-\d+(?:-[0-9a-f]{12})?\b/g

/** A card with its chance names counted in the order in which they come. */
function plain(card: Card): unknown {
  const named = new Map<string, string>()
  const counted = (name: string) => {
    const known = named.get(name) ?? `name-${named.size + 1}`
    named.set(name, known)
    return known
  }
  return JSON.parse(JSON.stringify(card).replace(CHANCE, counted))
}

/** A house in which everybody speaks this language. */
const open = (language: Language) => House.open({ roster: ROSTER.map((person) => ({ ...person, language })) })

/** What a button is typed as, on this card. */
const typedAs = (card: Card, title: string) => typedOf(card).find(({ action }) => action.title === title)?.typed ?? ''

/** Fields are filled in where the typed command has room for words: a button beside them carries what typing cannot. */
async function pressing(house: House, { person, card, rest }: Scene, title: string): Promise<Card> {
  const hasRoom = typedAs(card, title).includes('…')
  const reply = await house.pressed(person, card, title, hasRoom ? rest?.inputs : undefined)
  assert.equal(reply?.refused, undefined, `"${title}" was refused`)
  return cardOf(reply)
}

/** As its own card names it: a code in it is of that card alone. */
function typing(house: House, { person, card, rest }: Scene, title: string): Promise<Card> {
  return house.say(person, typedAs(card, title).replace('…', rest?.typed ?? ''))
}

describe('cards: typing does what pressing does', () => {
  for (const language of LANGUAGES) {
    for (const [name, play] of Object.entries(scenes)) {
      it(`${name} (${language})`, async () => {
        const { card } = await play(await open(language), language)
        const free = Object.values(commonWords(language).free)
        const named = typedOf(card).filter(({ typed }) => !free.includes(typed))
        assert.ok(named.length > 0, `a card without a button that can be typed: ${read(card)}`)
        for (const { action, typed } of named) {
          const [one, other] = [await open(language), await open(language)]
          const pressed = await pressing(one, await play(one, language), action.title)
          const said = await typing(other, await play(other, language), action.title)
          assert.deepEqual(plain(said), plain(pressed), `"${typed}" is not "${action.title}"`)
        }
      })
    }
  }

  it('and where it does not, that is seen', async () => {
    const [one, other] = [await open('nl'), await open('nl')]
    const [here, there] = [await one.say('sanne', 'vraag'), await other.say('sanne', 'vraag')]
    const later = await pressing(one, { person: 'sanne', card: here }, 'Morgen')
    assert.notDeepEqual(plain(await other.say('sanne', 'deze week niet')), plain(later))
    await assert.rejects(
      async () => pressing(other, { person: 'bram', card: there }, 'Morgen'),
      /"Morgen" was refused/,
      'a card of somebody else',
    )
  })
})
