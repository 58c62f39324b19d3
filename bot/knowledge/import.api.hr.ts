import type { Look } from '../../services/knowledge/importing/finding.ts'
import type { Imported, Looked } from '../../services/knowledge/importing/importing.ts'
import {
  BODY_WITH_FILE,
  FileGiven,
  HandedShown,
  KeeperGiven,
  LastShown,
  LookShown,
  SHOWN,
} from '../../services/knowledge/schema/importing.ts'
import { type AudienceName, get, nothing, post, type Route, type RoutesByAudience } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'
import type { ImportPart } from './import-part.ts'

const NOTHING: LookShown = { source: '', counts: 'lines', added: 0, changed: 0, same: 0, notTaken: 0, lines: [] }

const ofInterest = ({ state, remarks }: LookShown['lines'][number]) =>
  state === 'refused' ? 0 : remarks.length > 0 ? 1 : state === 'same' ? 3 : 2

function shown({ source, counts, found }: Look): LookShown {
  const of = (wanted: string) => found.filter(({ state }) => state === wanted).length
  const lines = found.toSorted((one, other) => ofInterest(one) - ofInterest(other)).slice(0, SHOWN)
  return {
    source,
    counts,
    added: of('new'),
    changed: of('changed'),
    same: of('same'),
    notTaken: of('refused'),
    lines,
  }
}

const answerTo = (outcome: Looked | Imported): LookShown =>
  outcome.kind === 'refused' ? { ...NOTHING, problem: outcome.problem } : shown(outcome.look)

/** What the municipality had already, put in the knowledge bank by HR or an administrator. */
export function importRoutes(imports: ImportPart): RoutesByAudience {
  const routes = (audience: AudienceName): Route[] => {
    const base = `/api/${audience}/knowledge-import`
    const given = ({ person }: Caller, { name, file, keeper, allowed }: ReturnType<typeof FileGiven.parse>) =>
      [
        { name, bytes: Buffer.from(file, 'base64') },
        { keeper: keeper || person, allowed },
      ] as const
    return [
      get(base, nothing, LastShown, async ({ tenant }) => {
        const [last, unkept] = await Promise.all([imports.last(tenant), imports.unkept(tenant)])
        return { unkept, ...(last && { last: { source: last.source, at: last.at } }) }
      }),
      post(
        `${base}/look`,
        nothing,
        FileGiven,
        LookShown,
        async (caller, _, sent) => answerTo(await imports.look(caller.tenant, ...given(caller, sent))),
        BODY_WITH_FILE,
      ),
      post(
        base,
        nothing,
        FileGiven,
        LookShown,
        async (caller, _, sent) => answerTo(await imports.import(caller.tenant, ...given(caller, sent))),
        BODY_WITH_FILE,
      ),
      post(`${base}/keeper`, nothing, KeeperGiven, HandedShown, async ({ tenant }, _, { keeper }) => {
        const handed = await imports.handOver(tenant, keeper)
        return handed.kind === 'refused' ? { problem: handed.problem, documents: 0 } : { documents: handed.documents }
      }),
      post(`${base}/undo`, nothing, nothing, nothing, async ({ tenant }) =>
        (await imports.undo(tenant)).kind === 'undone' ? {} : undefined,
      ),
    ]
  }
  return { hr: routes('hr'), admin: routes('admin') }
}
