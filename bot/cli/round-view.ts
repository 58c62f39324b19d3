import { wallTime } from '../../services/core/time.ts'
import type { Progress } from '../../services/delivery/rounds/progress.ts'

const WIDTH = 20

/** How far a round is, in lines to read. */
export function roundLines(progress: Progress): string[] {
  const { week, planned, cancelled, halted, next } = progress
  const { sent, attempting, unknown, settled, waiting, withdrawn, rejected } = progress
  return [
    `round ${week} ${cancelled ? 'cancelled' : bar(progress)}${paceOf(progress)}`,
    `planned ${planned}${next ? `, next at ${next}` : ''}`,
    `sent ${sent}, under way ${attempting}, unknown ${unknown}, settled by a line ${settled}`,
    `waiting ${reasons(waiting)} · not sent ${reasons(withdrawn)} · refused ${reasons(rejected)}`,
    ...(halted ? ['All sending of this tenant is stopped: `sending resume` lets it go.'] : []),
  ]
}

/** How much of what will be sent is on its way. */
function bar({ sent, settled, unknown, attempting, planned }: Progress): string {
  const gone = sent + settled + unknown + attempting
  if (gone + planned === 0) return 'sent nothing, and has nothing planned'
  const share = gone / (gone + planned)
  return `[${'#'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, '.')}] ${Math.floor(share * 100)} %`
}

/** The day is shown when it is not the day of the first. */
function paceOf({ rate, ends, next }: Progress): string {
  const end = ends && `${next && ends.slice(0, 10) !== next.slice(0, 10) ? `${ends.slice(0, 10)} ` : ''}${wall(ends)}`
  return `${rate === undefined ? '' : `, ${rate} a second`}${end ? `, ends about ${end}` : ''}`
}

const wall = (moment: string) => wallTime(new Date(moment))

const reasons = (of: Record<string, number>) =>
  Object.entries(of)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ') || '0'
