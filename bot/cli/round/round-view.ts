import { wallTime } from '../../../services/core/time.ts'
import type { Progress } from '../../../services/delivery/rounds/progress.ts'

const STATES = { waits: 'waits', 'under-way': 'is under way', over: 'is over' }

/** How far a round is, in lines to read. */
export function roundLines({ week, planned, refusals, failed, cancelled, halted, state, ends }: Progress): string[] {
  const by = Object.entries(refusals).map(([code, count]) => `${count} ${code}`)
  return [
    `round ${week} ${cancelled ? 'is cancelled' : STATES[state]}${ends ? `, over at about ${momentOf(ends)}` : ''}`,
    `planned for ${planned}, refused by Teams ${by.join(', ') || 0}, failed ${failed}`,
    NOT_COUNTED,
    ...(halted ? ['All sending of this tenant is stopped: `sending resume` lets it go.'] : []),
  ]
}

/** What an operator may look for, and why it is not there. */
const NOT_COUNTED =
  'Who got it, answered, paused or took the bot away is not told here: it would tell of single people. HR reads once a week how questions do.'

const momentOf = (moment: string) => `${moment.slice(0, 10)} ${wallTime(new Date(moment))}`
