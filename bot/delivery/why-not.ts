import { SMALLEST_PILOT, type Steered } from '../../services/delivery/operating/steering.ts'

/** Why a pilot or a sample is not chosen: by the roster alone. */
export function whyNot(steered: Exclude<Steered, { kind: 'steered' }>): string {
  if (steered.kind === 'this-week')
    return 'Who is asked changed this week already. It changes once a week at most: try again on Monday.'
  const { people } = steered
  return steered.kind === 'too-small'
    ? `The roster has ${people} people in "${steered.unit}". Each unit of a pilot has at least ${SMALLEST_PILOT}: name a unit above it.`
    : `The roster has ${people} people to draw from. At least ${SMALLEST_PILOT} of them are asked each week: choose a smaller number.`
}
