import { library, published } from '../../services/prompts/library.ts'
import { Remedy, type Verbs } from './verb.ts'

export const round: Verbs = {
  'round start': {
    usage: 'round start --tenant ID --prompt ID [--now]',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const wanted = args.needed('prompt').toLowerCase()
      const prompt = library.find(({ id }) => id === wanted)
      if (!prompt)
        throw new Remedy(`There is no question "${wanted}". Known are: ${library.map(({ id }) => id).join(', ')}`)
      const week = app.rounds.week()
      const { planned, already } = await app.rounds.start(
        tenant,
        { id: prompt.id, version: published(prompt).version },
        args.now,
      )
      return {
        lines: [`round ${week}: ${planned} planned, ${already} had this week's question or cannot get one`],
        json: { round: week, planned, already },
      }
    },
  },
}
