import type { Clock, Every } from '../../services/core/ports.ts'

/**
 * A clock whose time passes only when nobody has anything left to do: then it is at once the earliest moment that
 * somebody waits for. What waits for something real (a socket, a timer) has to say so by `standing`.
 */
export interface VirtualClock extends Clock {
  /** In milliseconds. */
  time(): number
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  every: Every
  /** Time stands still until this has ended. */
  standing<T>(real: Promise<T>): Promise<T>
  /** Lets time pass until the work has ended. */
  run<T>(work: Promise<T>): Promise<T>
}

interface Waiting {
  at: number
  order: number
  go: () => void
}

/** Work may itself let others go first, once, before it waits. */
const TURNS = 2

export function virtualClock(from: Date): VirtualClock {
  const heap: Waiting[] = []
  let now = from.getTime()
  let order = 0
  let still = 0

  const wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve(), { once: true })
      add(heap, { at: now + Math.max(0, milliseconds), order: order++, go: resolve })
    })

  function next(): boolean {
    const first = take(heap)
    if (!first) return false
    now = Math.max(now, first.at)
    first.go()
    while (heap[0] && heap[0].at <= now) take(heap)?.go()
    return true
  }

  return {
    now: () => new Date(now),
    time: () => now,
    wait,
    every(milliseconds, task) {
      let stopped = false
      const again = async () => {
        for (;;) {
          await wait(milliseconds)
          if (stopped) return
          task()
        }
      }
      void again()
      return () => {
        stopped = true
      }
    },
    standing(real) {
      still++
      return real.finally(() => still--)
    },
    async run(work) {
      let ended = false
      const over = () => {
        ended = true
      }
      work.then(over, over)
      while (!ended) {
        for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate)
        if (!ended && still === 0) next()
      }
      return work
    },
  }
}

const isBefore = (one: Waiting, other: Waiting) => one.at - other.at || one.order - other.order

/** A heap: the earliest is at 0, and none is before the one it hangs under, at half its place. */
function add(heap: Waiting[], one: Waiting): void {
  let place = heap.push(one) - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (isBefore(heap[parent] as Waiting, one) <= 0) break
    heap[place] = heap[parent] as Waiting
    place = parent
  }
  heap[place] = one
}

function take(heap: Waiting[]): Waiting | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Waiting, heap[child] as Waiting) < 0) child++
    if (isBefore(last, heap[child] as Waiting) <= 0) break
    heap[place] = heap[child] as Waiting
    place = child
  }
  heap[place] = last
  return first
}
