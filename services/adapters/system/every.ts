import type { Every } from '../../core/ports.ts'

/** Keeps no process alive. */
export const systemEvery: Every = (milliseconds, task) => {
  const timer = setInterval(task, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
