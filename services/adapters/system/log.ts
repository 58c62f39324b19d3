import type { Clock, Log } from '../../core/ports.ts'
import { systemClock } from './clock.ts'

type Fields = Record<string, string | number | boolean>

/** One line of JSON for each event: `at`, `level`, `event`, then its fields, which cannot replace those three. */
export function jsonLog(
  write: (line: string) => void = (line) => process.stdout.write(line),
  clock: Clock = systemClock,
): Log {
  const at = (level: string) => (event: string, fields?: Fields) => {
    const head = { at: clock.now().toISOString(), level, event }
    write(`${JSON.stringify({ ...head, ...fields, ...head })}\n`)
  }
  return { info: at('info'), error: at('error') }
}
