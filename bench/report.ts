import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'

/** One number that was measured. Over its `limit`, or under its `least`, the benchmark fails. */
export interface Figure {
  name: string
  value: number
  unit: keyof typeof DECIMALS
  limit?: number
  least?: number
}

/** `detail` is what the figures were made of, for people who want to look closer. */
export interface Outcome {
  figures: Figure[]
  detail: Record<string, unknown>
}

const RESULTS = new URL('results/', import.meta.url)

/** Prints the figures and keeps them as JSON. @returns whether every figure is within its limit */
export async function report(name: string, { figures, detail }: Outcome): Promise<boolean> {
  for (const figure of figures) process.stdout.write(`${name} ${line(figure)}\n`)
  const [cpu] = cpus()
  const about = { date: new Date().toISOString(), node: process.version, cores: cpus().length, cpu: cpu?.model }
  await mkdir(RESULTS, { recursive: true })
  await writeFile(new URL(`${name}.json`, RESULTS), `${JSON.stringify({ ...about, figures, ...detail }, null, 2)}\n`)
  return figures.every(isWithin)
}

const isWithin = ({ value, limit = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Figure) =>
  value <= limit && value >= least

function line(figure: Figure): string {
  const { name, value, unit, limit, least } = figure
  const bound = limit === undefined ? `least ${least}` : `limit ${limit}`
  const verdict = limit === undefined && least === undefined ? '' : ` (${bound} ${unit}: ${wordFor(figure)})`
  return `${name}: ${value.toFixed(DECIMALS[unit])} ${unit}${verdict}`
}

function wordFor(figure: Figure): string {
  if (isWithin(figure)) return 'ok'
  return figure.limit === undefined ? 'under' : 'over'
}

const DECIMALS = {
  s: 2,
  ms: 2,
  min: 2,
  MB: 0,
  KB: 1,
  '/s': 0,
  x: 2,
  B: 0,
  RU: 1,
  requests: 0,
  people: 0,
  times: 0,
  '%': 1,
  attacks: 0,
  asks: 0,
  weeks: 0,
  share: 2,
  h: 0,
  gini: 2,
}
