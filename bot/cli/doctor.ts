import { SHARED } from '../../services/core/lane-entry.ts'
import { type Lanes, Unavailable } from '../../services/core/ports.ts'
import { everything } from '../../services/core/store/read-all.ts'
import type { Heartbeat } from '../../services/delivery/operating/heartbeat.ts'
import type { Config } from '../config/config.ts'
import { openedSdk } from '../teams/edges.ts'
import { goLiveLines } from './conditions.ts'
import type { Result, Verbs } from './verb.ts'

const ASIDE =
  'What was set aside failed ten times in a row. The log says why; it is tried again when there is new work.'
const AWAY =
  'Check AZURE_STORAGE_QUEUE_URL, and that the identity of this service may send and receive there. What is due waits in the store.'
const STANDING_STILL = 'A round that should go out does not: docs/operating.md says what to look at.'

export const doctor: Verbs = {
  doctor: {
    usage: 'doctor [--tenant ID]',
    does: 'Says what holds of settings, store, queue and rounds, and what is missing before a municipality goes live',
    async run({ lanes, heartbeats, goLive }, { tenant }, settings): Promise<Result> {
      // A run that comes here has read the settings and opened the store.
      const [aside, queue, edge] = [await lanes.aside(), await queueOf(lanes), await edgeOf(settings)]
      const beats = await everything(heartbeats, { tenant: SHARED }, 'all')
      // Before its first round a tenant has no heartbeat: then it is named.
      const tenants = new Set([...beats.map(({ id }) => id), ...(tenant ? [tenant.toLowerCase()] : [])])
      const starts = await Promise.all([...tenants].map(async (id) => ({ tenant: id, conditions: await goLive(id) })))
      const said = aside.map(({ tenant, job, reason }) => `set aside: ${job} of ${tenant}: ${reason}`)
      const untried = untriedOf(settings)
      const remedies = [
        queue === undefined || queue === 'answers' ? [] : [AWAY],
        edge.remedy ? [edge.remedy] : [],
        aside.length > 0 ? [ASIDE] : [],
        beats.some(({ alert }) => alert) ? [STANDING_STILL] : [],
      ].flat()
      return {
        lines: [
          'settings: complete, and each has the right form',
          ...untried.map((what) => `not tried: ${what}`),
          `edge: ${edge.name}${edge.remedy ? ', does not load' : ''}`,
          'store: answers',
          ...(queue ? [`queue: ${queue}`] : []),
          ...said,
          ...beats.map(lineOf),
          ...starts.flatMap(({ tenant, conditions }) => goLiveLines(tenant, conditions)),
        ],
        json: {
          settings: 'complete',
          notTried: untried,
          edge: edge.name,
          store: 'answers',
          ...(queue && { queue }),
          aside: aside.map(({ tenant, job, reason }) => ({ tenant, job, reason })),
          heartbeats: beats.map(shown),
          ...(starts.length > 0 && {
            goLive: starts.map(({ tenant, conditions }) => ({
              tenant,
              conditions: conditions.map(({ name, met }) => ({ name, met })),
            })),
          }),
        },
        ...(remedies.length > 0 && { remedy: remedies.join('\n') }),
      }
    },
  },
}

/** What a form cannot show: Microsoft and the network alone know whether it is the right one. */
const untriedOf = ({ credentials, tabBaseUrl, embedding }: Config): string[] => [
  ...(credentials ? ['whether Microsoft knows MICROSOFT_APP_ID, and takes its secret or identity'] : []),
  ...(tabBaseUrl ? ['whether TAB_BASE_URL leads here'] : []),
  ...(embedding ? ['whether LEERMOMENT_EMBEDDING_URL answers'] : []),
]

const lineOf = ({ id, at, week, state, alert }: Heartbeat) =>
  `heartbeat of ${id}: ${at}, round ${week} ${alert ?? state}`

const shown = ({ id, at, week, state, alert }: Heartbeat) => ({ tenant: id, at, week, state, ...(alert && { alert }) })

/** Which SDK checks who sends, and what to do when it does not load. The Playground checks nobody. */
async function edgeOf({ edge: name, credentials }: Config): Promise<{ name: string; remedy?: string }> {
  if (!credentials) return { name: 'none, for the Playground checks nobody' }
  try {
    await openedSdk(name, credentials)
    return { name }
  } catch (error) {
    return { name, remedy: error instanceof Error ? error.message : String(error) }
  }
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
