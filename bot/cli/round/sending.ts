import { exact } from '../../../services/core/told.ts'
import type { Steered } from '../../../services/delivery/operating/steering.ts'
import { Sample, Units } from '../../../services/delivery/schema.ts'
import { whyNot } from '../../delivery/why-not.ts'
import { type Args, Remedy, type Verbs } from '../verb.ts'

const tenantOf = (args: Args) => args.needed('tenant').toLowerCase()

function done(steered: Steered): void {
  if (steered.kind !== 'steered') throw new Remedy(whyNot(steered))
}

/** What an operator decides about everything that goes out by itself. It holds in every process from the next messages on. */
export const sending: Verbs = {
  'sending stop': {
    usage: 'sending stop --tenant ID',
    does: 'Stops everything that goes out by itself, in every process',
    async run(app, args) {
      await app.steering.stop(tenantOf(args))
      return {
        lines: ['Nothing goes out by itself any more. What is planned waits: `sending resume` lets it go.'],
        json: { halted: true },
      }
    },
  },

  'sending resume': {
    usage: 'sending resume --tenant ID',
    does: 'Lets messages go out again',
    async run(app, args) {
      await app.steering.goOn(tenantOf(args))
      return { lines: ['Messages go out again, those that waited first.'], json: { halted: false } }
    },
  },

  'sending pilot': {
    usage: 'sending pilot --tenant ID UNIT... | all',
    does: 'Keeps the weekly round to the people of these units; all puts every unit in again',
    async run(app, args) {
      const isAll = args.words.length === 1 && args.words[0] === 'all'
      const named = Units.safeParse(args.words)
      if (!named.success)
        throw new Remedy('Name the units of the pilot as the roster does, for example "Gemeente/Team Jeugd", or all.')
      const units = named.data
      done(await app.steering.pilot(tenantOf(args), isAll ? undefined : units))
      return {
        lines: [isAll ? 'Every unit is in the weekly round.' : `In the weekly round: ${units.join(', ')}`],
        json: { units: isAll ? null : units },
      }
    },
  },

  'sending sample': {
    usage: 'sending sample --tenant ID N',
    does: 'Puts everybody in one round out of N',
    async run(app, args) {
      const named = Sample.safeParse(Number(args.words[0]))
      if (!named.success)
        throw new Remedy('Name a whole number from 1 (everybody each week) to 12 (everybody once in twelve weeks).')
      const every = named.data
      done(await app.steering.sample(tenantOf(args), every))
      return { lines: [`Everybody is in one round out of ${every}.`], json: { every: exact(every) } }
    },
  },
}
