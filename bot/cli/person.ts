import type { Verbs } from './verb.ts'

export const person: Verbs = {
  'person forget': {
    usage: 'person forget --tenant ID --person OID',
    async run(app, args) {
      await app.forget(args.needed('tenant').toLowerCase(), args.needed('person').toLowerCase())
      return { lines: ['Everything this person kept is erased. The roster is as it was.'], json: { forgotten: true } }
    },
  },
}
