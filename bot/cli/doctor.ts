import type { Verbs } from './verb.ts'

export const doctor: Verbs = {
  doctor: {
    usage: 'doctor',
    async run() {
      // Whoever comes here has read the settings and opened the store.
      return { lines: ['settings: good', 'store: answers'], json: { settings: 'good', store: 'answers' } }
    },
  },
}
