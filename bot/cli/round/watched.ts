import type { Progress } from '../../../services/delivery/rounds/progress.ts'
import { roundLines } from './round-view.ts'

const LOOKS_EVERY_MS = 2_000
/** From the first column of so many lines up, everything below emptied. */
const over = (lines: number) => `\r\u001b[${lines}A\u001b[J`

interface Ports {
  look(): Promise<Progress | undefined>
  wait(ms: number): Promise<unknown>
  out: { isTTY?: boolean; write(text: string): unknown }
}

/**
 * Looks again and again until nothing of the round is left to send, and gives what it saw last. In a terminal the picture is
 * written over, elsewhere a line says what changed.
 */
export async function watched({ look, wait, out }: Ports): Promise<Progress | undefined> {
  let drawn = 0
  let said = ''
  for (;;) {
    const progress = await look()
    if (!progress) return undefined
    if (isOver(progress)) {
      if (out.isTTY && drawn > 0) out.write(over(drawn))
      return progress
    }
    const lines = roundLines(progress)
    if (out.isTTY) {
      out.write(`${drawn > 0 ? over(drawn) : ''}${lines.join('\n')}\n`)
      drawn = lines.length
    } else if (lines[0] && lines[0] !== said) {
      said = lines[0]
      out.write(`${said}\n`)
    }
    await wait(LOOKS_EVERY_MS)
  }
}

const isOver = ({ state }: Progress) => state === 'over'
