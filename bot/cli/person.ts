import { Remedy, type Verbs } from './verb.ts'

export const person: Verbs = {
  'person forget': {
    usage: 'person forget --tenant ID --person OID',
    does: 'Erases everything that one person kept; the roster stays as it is',
    async run(app, args) {
      const [tenant, person] = [args.needed('tenant').toLowerCase(), args.needed('person').toLowerCase()]
      if (!(await app.knows(tenant, person)))
        throw new Remedy(
          `Nothing was erased: ${tenant} never knew a person ${person}. Give the object id as the roster does; check --tenant too.`,
        )
      await app.forget(tenant, person)
      return { lines: ['Everything this person kept is erased. The roster is as it was.'], json: { forgotten: true } }
    },
  },
}
