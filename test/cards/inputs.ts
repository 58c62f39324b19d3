import type { Card, Element } from '../../cards/kit/card.ts'
import { inputsOf } from './reading.ts'

type Sent = Record<string, string>

/** What one field may send: as it is, and filled in or chosen in every way. */
const sentBy = (input: Element): (string | undefined)[] => {
  const given = typeof input.value === 'string' ? [input.value] : []
  if (input.type === 'Input.ChoiceSet') {
    const chosen = (input.choices as { value: string }[]).map(({ value }) => value)
    return [...given, ...chosen, ...(given.length > 0 ? [] : ['', undefined])]
  }
  if (input.type === 'Input.Toggle') return ['true', 'false']
  if (input.type === 'Input.Date') return ['2026-12-01']
  return [...given, 'Een paar woorden', ...(input.isRequired ? [] : ['', undefined])]
}

const firstOf = (card: Card): Sent =>
  Object.fromEntries(inputsOf(card).flatMap((input) => pair(input, sentBy(input)[0])))

const pair = ({ id }: Element, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[String(id), value]]

/** Everything the fields of a card may send together: each way of one field, beside the first way of the others. */
export const waysToFill = (card: Card): Sent[] => {
  const first = firstOf(card)
  const ways = inputsOf(card).flatMap((input) =>
    sentBy(input).map((value) => {
      const { [String(input.id)]: _, ...others } = first
      return Object.fromEntries([...Object.entries(others), ...pair(input, value)])
    }),
  )
  return ways.length > 0 ? ways : [{}]
}
