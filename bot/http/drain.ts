import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Milliseconds that what is under way gets to end. */
export const GRACE = 5_000

export interface Drain {
  /** Counts this response as under way until it is closed. */
  watch(res: ServerResponse): void
  /** Takes nothing new, lets what is under way end, and after {@link GRACE} ends it. */
  close(): Promise<void>
}

export function createDrain(http: Server): Drain {
  let underWay = 0
  let closing = false
  /** Also those that Node does not count, because they are no request yet or are none any more. */
  const open = new Set<Socket>()
  http.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const closeAll = () => {
    for (const socket of open) socket.destroy()
  }
  /** Node itself would wait for a connection that never asked anything. */
  const closeIdle = () => {
    if (closing && underWay === 0) closeAll()
  }
  return {
    watch(res) {
      underWay++
      if (closing) res.setHeader('Connection', 'close')
      res.once('close', () => {
        underWay--
        closeIdle()
      })
    },
    close: () =>
      new Promise((resolve) => {
        closing = true
        const force = setTimeout(closeAll, GRACE)
        http.close(() => {
          clearTimeout(force)
          resolve()
        })
        closeIdle()
      }),
  }
}
