import type { Lane } from '../../core/ports.ts'

/** Ids of tenants and jobs, and nothing that would trouble a store. */
const PLAIN = /^[\w.:-]{1,100}$/

/** What lies in the queue: which lane, and nothing anybody wrote. */
export const textOf = ({ tenant, job }: Lane): string => JSON.stringify({ tenant, job })

/** Undefined for what no service of ours has sent. */
export function laneIn(text: string): Lane | undefined {
  const { tenant, job } = read(text)
  return isPlain(tenant) && isPlain(job) ? { tenant, job } : undefined
}

const isPlain = (value: unknown): value is string => typeof value === 'string' && PLAIN.test(value)

function read(text: string): { tenant?: unknown; job?: unknown } {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}
