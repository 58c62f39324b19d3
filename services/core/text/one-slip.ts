/** Whether one slip of the hand makes the one word the other: a letter more, less or mistaken, or two in the wrong order. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  let left = 0
  while (left < short.length - from && short.at(-1 - left) === long.at(-1 - left)) left++
  const [wrong, right] = [short.slice(from, short.length - left), long.slice(from, long.length - left)]
  if (right.length <= 1) return true
  return wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]
}
