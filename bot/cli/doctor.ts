import { type Lanes, Unavailable } from '../../services/core/ports.ts'
import type { Result, Verbs } from './verb.ts'

const ASIDE =
  'What was set aside failed ten times in a row. The log says why; it is tried again when there is new work.'
const AWAY =
  'Check AZURE_STORAGE_QUEUE_URL, and that the identity of this service may send and receive there. What is due waits in the store.'

export const doctor: Verbs = {
  doctor: {
    usage: 'doctor',
    async run({ lanes }): Promise<Result> {
      // Whoever comes here has read the settings and opened the store.
      const [aside, queue] = [await lanes.aside(), await queueOf(lanes)]
      const said = aside.map(({ tenant, job, reason }) => `set aside: ${job} of ${tenant}: ${reason}`)
      const remedies = [
        queue === undefined || queue === 'answers' ? [] : [AWAY],
        aside.length > 0 ? [ASIDE] : [],
      ].flat()
      return {
        lines: ['settings: good', 'store: answers', ...(queue ? [`queue: ${queue}`] : []), ...said],
        json: { settings: 'good', store: 'answers', ...(queue && { queue }), aside },
        ...(remedies.length > 0 && { remedy: remedies.join('\n') }),
      }
    },
  },
}

/** Undefined where the store itself keeps the lanes. */
async function queueOf(lanes: Lanes): Promise<string | undefined> {
  if (lanes.kind === 'embedded') return undefined
  try {
    await lanes.ready()
    return 'answers'
  } catch (error) {
    if (error instanceof Unavailable) return `does not answer (${error.code})`
    throw error
  }
}
