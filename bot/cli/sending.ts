import { type Args, Remedy, type Verbs } from './verb.ts'

const tenantOf = (args: Args) => args.needed('tenant').toLowerCase()

/** What an operator decides about everything that goes out by itself. It holds in every process from the next messages on. */
export const sending: Verbs = {
  'sending stop': {
    usage: 'sending stop --tenant ID',
    async run(app, args) {
      await app.rules.set(tenantOf(args), { halted: true })
      return {
        lines: ['Nothing goes out by itself any more. What is planned waits: `sending resume` lets it go.'],
        json: { halted: true },
      }
    },
  },

  'sending resume': {
    usage: 'sending resume --tenant ID',
    async run(app, args) {
      await app.rules.set(tenantOf(args), { halted: undefined })
      await app.wakeSender(tenantOf(args))
      return { lines: ['Messages go out again, those that waited first.'], json: { halted: false } }
    },
  },

  'sending pilot': {
    usage: 'sending pilot --tenant ID UNIT... | all',
    async run(app, args) {
      const units = args.words.map((unit) => unit.replace(/\/+$/, ''))
      if (units.length === 0)
        throw new Remedy('Name the units of the pilot as the roster does, for example "Gemeente/Team Jeugd", or all.')
      const isAll = units.length === 1 && units[0] === 'all'
      await app.rules.set(tenantOf(args), { units: isAll ? undefined : units })
      await app.rosterChanged(tenantOf(args))
      return {
        lines: [isAll ? 'Every unit is in the weekly round.' : `In the weekly round: ${units.join(', ')}`],
        json: { units: isAll ? null : units },
      }
    },
  },

  'sending sample': {
    usage: 'sending sample --tenant ID N',
    async run(app, args) {
      const every = Number(args.words[0])
      if (!Number.isInteger(every) || every < 1 || every > 12)
        throw new Remedy('Name a whole number from 1 (everybody each week) to 12 (everybody once in twelve weeks).')
      await app.rules.set(tenantOf(args), { every: every === 1 ? undefined : every })
      return { lines: [`Everybody is in one round out of ${every}.`], json: { every } }
    },
  },
}
