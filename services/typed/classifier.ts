/**
 * What the classifier tells apart. Each is learnt by itself, against all others: `tells` is something to keep, `talk` small
 * talk, `bot` a question about the bot.
 */
export const LEARNT = ['distress', 'stop', 'bot', 'talk', 'asks', 'tells'] as const
export type Learnt = (typeof LEARNT)[number]

/** Properties of a text, in groups that weigh alike. */
export type Features = readonly { value: number; names: readonly string[] }[]

/** What was learnt from the texts in `test/typed/sets`: a row of small whole numbers for each kind, as base64. */
export interface Weights {
  /** By how much each row is to be multiplied. */
  steps: Record<Learnt, number>
  rows: Record<Learnt, string>
}

/** The weights of all properties lie in so many places: two that share one are learnt as one. */
export const PLACES = 2 ** 15

/** The sum of the values of a text that is as far from nothing as any other. */
export interface Encoded {
  places: readonly number[]
  values: readonly number[]
}

/** Where each property of a text has its weight, and how much it counts: a long text counts as much as a short one. */
export function encoded(features: Features): Encoded {
  const places: number[] = []
  const values: number[] = []
  let squares = 0
  for (const { value, names } of features) {
    for (const name of names) {
      places.push(placeOf(name))
      values.push(value)
      squares += value * value
    }
  }
  const length = Math.sqrt(squares) || 1
  return { places, values: values.map((value) => value / length) }
}

/** FNV-1a: the same place on every machine. */
function placeOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    hash ^= name.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** The sum of the weights of a text. */
export function weighed(weights: ArrayLike<number>, { places, values }: Encoded): number {
  let sum = 0
  for (let at = 0; at < places.length; at++) sum += (weights[places[at] as number] as number) * (values[at] as number)
  return sum
}

/** How much a text is of each kind: above 0 it rather is. */
export type Classify = (features: Features) => Record<Learnt, number>

export function createClassifier({ steps, rows }: Weights): Classify {
  const weights = Object.fromEntries(LEARNT.map((kind) => [kind, unpacked(rows[kind])])) as Record<Learnt, Int8Array>
  return (features) => {
    const text = encoded(features)
    const scores = LEARNT.map((kind) => [kind, steps[kind] * weighed(weights[kind], text)] as const)
    return Object.fromEntries(scores) as Record<Learnt, number>
  }
}

const unpacked = (row: string) => Int8Array.from(atob(row), (sign) => sign.charCodeAt(0))
