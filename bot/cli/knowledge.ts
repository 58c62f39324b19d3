import type { Verbs } from './verb.ts'

export const knowledge: Verbs = {
  'knowledge gaps': {
    usage: 'knowledge gaps --tenant ID',
    does: 'Names the topics that four colleagues asked about and nobody knew',
    async run(app, args) {
      const topics = await app.gaps.topics(args.needed('tenant').toLowerCase(), 'nl')
      const none = 'There is no topic yet that four colleagues asked about and nobody knew.'
      return { lines: topics.length > 0 ? topics : [none], json: { topics } }
    },
  },
}
