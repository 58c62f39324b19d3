/** The value below which `part` (0 to 1) of the others lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
