const REDRAWN_EVERY = 50
const LINE_EVERY = 1000
/** Back to the first column, and the rest of the line emptied. */
const OVER = '\r\u001b[K'

/** How far something long is. */
interface Step {
  doing: string
  collection: string
  done: number
  total?: number
  ended: boolean
}

interface Out {
  isTTY?: boolean
  write(text: string): unknown
}

/** Shows how far a copy is: in a terminal one line that is written over, elsewhere a line for every so many. */
export function progressOn(out: Out): { show(step: Step): void; end(): void } {
  return {
    show(step) {
      if (step.ended ? step.done === 0 : step.done % (out.isTTY ? REDRAWN_EVERY : LINE_EVERY) > 0) return
      out.write(out.isTTY ? `${OVER}${lineOf(step)}` : `${lineOf(step)}\n`)
    },
    end() {
      if (out.isTTY) out.write(OVER)
    },
  }
}

const lineOf = ({ doing, collection, done, total }: Step) =>
  `${doing} ${collection}: ${done}${total === undefined ? '' : ` of ${total}`}`
