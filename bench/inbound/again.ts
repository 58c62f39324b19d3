import type { Outcome } from '../report.ts'
import { keyedOnActivity } from './again/control.ts'
import { type AgainTrial, tryAgain } from './again/trial.ts'

/** Some 100,000 activities. */
const TRIAL: AgainTrial = { seed: 1, towns: 310, people: 100 }

/** Every activity one to four times, reordered, every other time with a new id: its effect is to be there once. */
export async function again(): Promise<Outcome> {
  const { postman, counted, lost, repeated, seconds } = await tryAgain(TRIAL)
  const { letters, brought } = postman
  const byWhat = Map.groupBy(counted, ({ what }) => what)
  return {
    figures: [
      { name: 'activities', value: letters, unit: 'times' },
      { name: 'deliveries of them', value: brought.length, unit: 'times' },
      { name: 'deliveries, to the service over HTTP', value: brought.length / seconds, unit: '/s' },
      { name: 'effects counted', value: counted.length, unit: 'times' },
      { name: 'effects lost', value: lost, unit: 'times', limit: 0 },
      { name: 'effects repeated', value: repeated, unit: 'times', limit: 0 },
      {
        name: 'keyed on the activity: effects repeated',
        value: (await keyedOnActivity(brought)) - letters,
        unit: 'times',
        least: 1,
      },
    ],
    detail: {
      effects: Object.fromEntries([...byWhat].map(([what, all]) => [what, all.length])),
      wrong: counted.filter(({ wanted, found }) => wanted !== found),
    },
  }
}
