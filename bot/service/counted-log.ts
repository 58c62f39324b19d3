import type { Log } from '../../services/core/ports.ts'

/** So many lines of one event and code go out a minute; more than these are counted. */
const MOST = 20
const MINUTE = 60_000

type Fields = Parameters<Log['info']>[1]

/**
 * A log for what strangers can cause: they cannot fill it. What is more than {@link MOST} lines a minute comes as one
 * line when the minute is over, with how many it stands for.
 */
export function countedLog(log: Log): Log {
  const counts = new Map<string, number>()
  const counted = (level: 'info' | 'error') => (event: string, fields: Fields) => {
    const code = String(fields?.code ?? '')
    const key = `${level} ${event} ${code}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= MOST) log[level](event, fields)
    if (count > 1) return
    const minute = setTimeout(() => {
      const more = (counts.get(key) ?? 0) - MOST
      counts.delete(key)
      if (more > 0) log[level](event, { code, more })
    }, MINUTE)
    minute.unref()
  }
  return { info: counted('info'), error: counted('error') }
}
