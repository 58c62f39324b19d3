import { placeTable } from './place-table.ts'

/**
 * What the classifier tells apart. Each is learnt by itself, against all others: `tells` is something to keep, `talk` small
 * talk, `bot` a question about the bot, `running` one about what runs for the writer.
 */
export const LEARNT = ['distress', 'stop', 'bot', 'talk', 'asks', 'tells', 'running'] as const
export type Learnt = (typeof LEARNT)[number]

/** Properties of a text, in groups that weigh alike. */
export type Features = readonly { value: number; names: readonly string[] }[]

/** What was learnt from the texts in `test/typed/sets`, as base64. */
export interface Weights {
  /** The properties that have a weight, in order: how far each lies behind the one before it. */
  places: string
  /** By how much each row is to be multiplied. */
  steps: Record<Learnt, number>
  /** For each kind a row of small whole numbers, one for each property. */
  rows: Record<Learnt, string>
}

/** So far apart that two properties hardly ever share a place. */
export const PLACES = 2 ** 24

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

/** How much a text is of each kind: above 0 it rather is. */
export type Classify = (features: Features) => Record<Learnt, number>

export function createClassifier({ places, steps, rows }: Weights): Classify {
  const kinds = LEARNT.length
  const known = unpackedPlaces(places)
  const rowOf = placeTable(known)
  // The weights of one property lie side by side.
  const weights = new Int8Array(known.length * kinds)
  for (const [kind, name] of LEARNT.entries())
    for (const [row, weight] of unpacked(rows[name]).entries()) weights[row * kinds + kind] = weight
  return (features) => {
    const text = encoded(features)
    const sums = new Float64Array(kinds)
    for (let which = 0; which < text.places.length; which++) {
      const row = rowOf(text.places[which] as number)
      if (row < 0) continue
      const first = row * kinds
      const value = text.values[which] as number
      for (let kind = 0; kind < kinds; kind++)
        sums[kind] = (sums[kind] as number) + (weights[first + kind] as number) * value
    }
    const scores = LEARNT.map((kind, which) => [kind, steps[kind] * (sums[which] as number)] as const)
    return Object.fromEntries(scores) as Record<Learnt, number>
  }
}

const bytes = (packed: string) => Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
const unpacked = (row: string) => new Int8Array(bytes(row).buffer)

/** Seven bits a byte, the lowest first; the eighth says that more follows. */
export function packedPlaces(places: readonly number[]): Uint8Array {
  const packed: number[] = []
  let before = 0
  for (const place of places) {
    let apart = place - before
    for (; apart > 0x7f; apart >>>= 7) packed.push((apart & 0x7f) | 0x80)
    packed.push(apart)
    before = place
  }
  return Uint8Array.from(packed)
}

function unpackedPlaces(packed: string): number[] {
  const places: number[] = []
  let place = 0
  let apart = 0
  let shift = 0
  for (const byte of bytes(packed)) {
    apart |= (byte & 0x7f) << shift
    shift += 7
    if (byte & 0x80) continue
    place += apart
    places.push(place)
    apart = 0
    shift = 0
  }
  return places
}
