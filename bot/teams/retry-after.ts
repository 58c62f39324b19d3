import { LONGEST_PAUSE } from '../../services/core/ports.ts'

const SECOND = 1000
/** Who was not told waits so long and a bit, so that not everybody is back at once. */
const UNTOLD = SECOND / 2

/**
 * How long a `Retry-After` asks to keep quiet, in milliseconds: seconds, or a date. Where there is none, or none to be
 * understood, half a second to a second: if that was too short, the next refusal halves the rate again. Never longer than
 * {@link LONGEST_PAUSE}.
 */
export function retryMs(header: string | null | undefined, now: number, random: () => number = Math.random): number {
  const given = header?.trim() ?? ''
  const asked = /^\d+(\.\d+)?$/.test(given) ? Number(given) * SECOND : Date.parse(given) - now
  return asked > 0 ? Math.min(Math.ceil(asked), LONGEST_PAUSE) : Math.round(UNTOLD * (1 + random()))
}
