import type { z } from 'zod'

/**
 * Reads what a press sends. Clients differ: a choice comes empty, as null, as a number or not at all, and beside it come
 * keys of the client itself. A field that cannot be read counts as not filled in, so that its schema decides: a default,
 * which is always the narrowest choice, or a refusal where the card cannot do without it. Unknown keys are dropped.
 * @returns the input, or undefined when what the card cannot do without is missing
 */
export function readInput<Input>(schema: z.ZodType<Input>, sent: Record<string, unknown>): Input | undefined {
  const fields = Object.fromEntries(Object.entries(sent).flatMap(asText))
  const read = schema.safeParse(fields)
  if (read.success) return read.data
  // A text that is too long is refused, so that the card keeps it; dropped, it would be gone.
  if (read.error.issues.some(({ code }) => code === 'too_big')) return undefined
  const unread = new Set(read.error.issues.map(({ path }) => path[0]))
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !unread.has(name)))
  return schema.safeParse(others).data
}

/** A card knows texts only: numbers, ticks and lists are written as a card writes them. What is none of these is left out. */
function asText([name, value]: [string, unknown]): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]]
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? [[name, value.join(',')]] : []
}
