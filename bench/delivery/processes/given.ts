import { subscribe } from 'node:diagnostics_channel'
import { config } from '../../../bot/config/config.ts'
import type { Clock } from '../../../services/core/ports.ts'

/** The header in which a process says which one it is. */
export const NAMED = 'x-process'

/** How a process is told to live: `ahead` is by how many milliseconds its clock is ahead. */
export interface Life {
  leaseMs: number
  beatMs: number
  aheadMs: number
}

export const clockAhead = (aheadMs: number): Clock => ({ now: () => new Date(Date.now() + aheadMs) })

/** As the environment that a process is started with. */
export const told = ({ leaseMs, beatMs, aheadMs }: Life, name: string): Record<string, string> => ({
  LEASE_MS: String(leaseMs),
  BEAT_MS: String(beatMs),
  AHEAD_MS: String(aheadMs),
  NAME: name,
})

/** What this process was told. */
export function given() {
  const { LEASE_MS, BEAT_MS, AHEAD_MS } = process.env
  return {
    settings: config(process.env),
    leaseMs: Number(LEASE_MS),
    beatMs: Number(BEAT_MS),
    clock: clockAhead(Number(AHEAD_MS)),
  }
}

/** The receiver of a request sees which process it came from. */
export function nameRequests(): void {
  const { NAME = '' } = process.env
  subscribe('undici:request:create', (message) => (message as Created).request.addHeader(NAMED, NAME))
}

interface Created {
  request: { addHeader(name: string, value: string): void }
}
