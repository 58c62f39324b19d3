import assert from 'node:assert/strict'
import { type Action, type Card, pressesOf } from '../../cards/kit.ts'

/** The row of a card that says this, as it is pressed. */
export const rowOf = (card: Card, words: RegExp): Action =>
  pressesOf(card).find(({ title }) => words.test(title)) ?? assert.fail(`no row ${words}`)
