import assert from 'node:assert/strict'
import type { Card } from '../../../cards/kit/card.ts'
import { type House, type Options, read, TENANT } from '../../house.ts'
import { answering, openTown, PUBLISHED, staff } from '../town.ts'

export const REASON = 'Eén ochtend per week is er geen telefoon: dan bel je zelf terug.\nIk meet *niet* of het werkt.'
export const DOEN = { decision: 'doen', reason: REASON, owner: 'Karin de Wit', hears: '12 januari' }
export const NIET = { decision: 'niet', reason: 'Daar is dit jaar geen geld voor.', owner: '', hears: '' }

/** Eleven say what they need: as few as are never drawn from. Six need one thing and five another, so both are told. */
const NEEDED = [...Array(6).fill('meer tijd'), ...Array(5).fill('zelf mogen beslissen')]

/** Of who answered in Team Jeugd without a quote some say what they need: two needs are told. */
export async function ticking(house: House): Promise<void> {
  for (const [place, need] of NEEDED.entries()) await house.say(staff('jeugd')[place + 3] ?? '', `kies ${need}`)
}

/** To the quotes, all of them together. */
export const REPLY = 'Wij lazen het. Dit gaat over bellen, en daar doen we iets aan.'

/** The roster is right for the window after the first one too, so that its pulse comes as well. */
export async function alsoNext(house: House): Promise<void> {
  await house.until('2026-12-05T09:00Z')
  await house.app.pulse.course.confirm(TENANT)
}

/** A pulse came, its reader answered the quotes, and has the first of two points open. */
export async function asked(
  options: Options = {},
  before = async (_house: House) => {},
): Promise<{ house: House; words: Card; card: Card }> {
  const house = await openTown(options)
  await answering(house)
  await ticking(house)
  await before(house)
  await house.until(PUBLISHED)
  const words = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
  return { house, words, card: await house.press('petra', words, 'Verder', { reason: REPLY }) }
}

/** Both points are decided, the second one as the first unless it says otherwise, and sent. */
export async function sent(
  first: Record<string, string> = DOEN,
  second = first,
  options: Options = {},
  before = async (_house: House) => {},
) {
  const { house, card } = await asked(options, before)
  const next = await house.press('petra', card, 'Verder', first)
  const preview = await house.press('petra', next, 'Verder', second)
  const done = await house.press('petra', preview, 'Verstuur naar je team')
  await house.settle()
  return { house, preview, done }
}

/** The cards with these words that somebody was sent. */
export const cardsOf = (house: House, person: string, words: RegExp) =>
  house.sentTo(person).filter((card) => words.test(read(card)))

export const decisionsOf = (house: House, person: string) => cardsOf(house, person, /zeiden jullie/)

/** The only card with these words that somebody was sent. */
export function only(house: House, person: string, words: RegExp): Card {
  const [card, ...more] = cardsOf(house, person, words)
  assert.ok(card, `${person} got no card with ${words}`)
  assert.equal(more.length, 0, `${person} got it ${more.length + 1} times`)
  return card
}
