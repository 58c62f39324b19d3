import assert from 'node:assert/strict'
import type { Action, Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'

/** The row of a card that says this, as it is pressed. */
export const rowOf = (card: Card, words: RegExp): Action =>
  pressesOf(card).find(({ title }) => words.test(title)) ?? assert.fail(`no row ${words}`)
