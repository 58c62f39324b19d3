import type { Card, Origin } from '../../cards/kit/card.ts'
import { messageOf } from './outbound.ts'

/** The message of a stencil in UTF-8 but for its end, cut where the id of each copy goes. */
const cut = new WeakMap<Card, Buffer[]>()

/**
 * A card as the activity that goes to this address. Most of a round are copies of a few stencils: those come written,
 * put together from what was written for the first of them. It is the same to the byte.
 */
export function messageTo(address: object, card: Card): object {
  if (!card.origin) return { ...messageOf(card), ...address }
  const { stencil, id } = card.origin
  const pieces = cut.get(stencil) ?? cutAtBlanks(card.origin)
  cut.set(stencil, pieces)
  const written = Buffer.from(JSON.stringify(id).slice(1, -1))
  const end = Buffer.from(`,${JSON.stringify(address).slice(1)}`)
  return Buffer.concat([...pieces.flatMap((piece, place) => (place === 0 ? [piece] : [written, piece])), end])
}

const cutAtBlanks = ({ stencil, blank }: Origin): Buffer[] =>
  JSON.stringify(messageOf(stencil))
    .slice(0, -1)
    .split(blank)
    .map((piece) => Buffer.from(piece))
