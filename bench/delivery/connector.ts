import { type Fault, type FaultPlan, isDown, noFaults, type Outage } from './faults.ts'
import { createLedger, type Ledger, type Message } from './ledger.ts'

export interface Request {
  method: string
  /** Without the origin. */
  path: string
  body: string
  token?: string
  /** When it left the sender, where that is known: what is under way cannot be held back any more. */
  left?: number
}

export interface Answer {
  status: number
  body: object
  headers: Record<string, string>
  breaks?: Fault['breaks']
  /** Must be called when the sender has the answer in hand: from then on it knows of the pause. */
  seen?: () => void
}

export interface ConnectorOptions {
  /** Milliseconds, of whatever clock the senders live by. */
  now(): number
  faults?: FaultPlan
  outages?: Outage[]
}

/** A Teams connector that takes, refuses and fails by plan, and knows what it took. */
export interface Connector {
  readonly ledger: Ledger
  take(request: Request): Answer
  /** How often each fault was met. */
  met(): ReadonlyMap<string, number>
  /** As `seededFaults`: from now on, for a phase in which everything is well again. */
  faultsAre(plan: FaultPlan): void
}

const PATH = /^\/emea\/([^/]+)\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/
/** How long a pause is asked for, in milliseconds. */
const PAUSES = [1000, 2000, 3000]
const TOO_MANY = 429
const DOWN: Fault = { name: 'down', status: 503 }

/** Where people of this tenant are reached: the tenant is in the address, as in Teams. */
export const serviceUrlOf = (origin: string, tenant: string) => `${origin}/emea/${tenant}/`

export function createConnector({ now, faults = noFaults, outages = [] }: ConnectorOptions): Connector {
  const ledger = createLedger()
  const state = { gone: new Set<string>(), refused: new Map<string, Fault>(), sizes: new Map<string, number>() }
  /** Tokens that are not taken any more, by tenant: one token serves them all, and each has a service of its own to judge it. */
  const stale = new Set<string>()
  const met = new Map<string, number>()
  let [plan, ids] = [faults, 0]

  /** What was said before still holds. */
  function standing(tenant: string, who: string, conversation: string, { body, token }: Request): Fault | undefined {
    const known = state.refused.get(who)
    if (known?.lasts === 'person') return known
    if (known?.lasts === 'size' && Buffer.byteLength(body) >= (state.sizes.get(who) ?? 0)) return known
    if (state.gone.has(conversation)) return { name: '404', status: 404, code: 'ConversationNotFound' }
    return token !== undefined && stale.has(`${tenant} ${token}`) ? { name: '401', status: 401 } : undefined
  }

  function begin(fault: Fault, tenant: string, who: string, conversation: string, { body, token }: Request): void {
    met.set(fault.name, (met.get(fault.name) ?? 0) + 1)
    if (fault.lasts === 'person' || fault.lasts === 'size') state.refused.set(who, fault)
    if (fault.lasts === 'size') state.sizes.set(who, Buffer.byteLength(body))
    if (fault.lasts === 'conversation') state.gone.add(conversation)
    if (fault.lasts === 'token' && token !== undefined) stale.add(`${tenant} ${token}`)
  }

  function accept(tenant: string, person: string, request: Request, told: boolean, replaced?: string): string {
    const message = messageIn(request.body)
    const id = replaced ?? `m${++ids}`
    if (!replaced || !ledger.replace(tenant, person, id, message)) ledger.accept(tenant, person, id, message, told)
    return id
  }

  return {
    ledger,
    met: () => met,
    faultsAre(given) {
      plan = given
    },
    take(request) {
      const [, tenant = '', escaped, activity] = PATH.exec(request.path) ?? []
      if (!tenant) return { status: 400, body: {}, headers: {} }
      if (escaped === undefined) return created(request)
      const conversation = decodeURIComponent(escaped)
      const [person = '', made] = conversation.slice('a:'.length).split(':')
      const who = `${tenant} ${person}`
      const nth = ledger.request(tenant, person, now(), request.left)
      const drawn = isDown(outages, tenant, now()) ? DOWN : plan(tenant, person, nth)
      const before = standing(tenant, who, `${tenant} ${conversation}`, request)
      const fault = before ?? drawn
      if (fault && !before) begin(fault, tenant, who, `${tenant} ${conversation}`, request)
      const id = !fault || fault.taken ? accept(tenant, person, request, !fault, replacedBy(request, activity)) : ''
      if (!fault) return { status: 201, body: { id }, headers: {} }
      // A person who has no new conversation either cannot be reached.
      if (fault.lasts === 'person' || fault.lasts === 'size' || (fault.lasts === 'conversation' && made))
        ledger.refuse(tenant, person, fault.code ?? '', fault.lasts === 'person')
      return refusal(fault, (ms) => ledger.pause(tenant, now(), now() + ms), nth, now())
    },
  }

  /** The bot asks for a conversation with somebody: a new one each time. */
  function created({ body }: Request): Answer {
    const { members = [] } = JSON.parse(body) as { members?: { id?: string; aadObjectId?: string }[] }
    const person = (members[0]?.aadObjectId ?? members[0]?.id ?? '').replace(/^(29|8:orgid):/, '')
    return { status: 201, body: { id: `a:${person}:${++ids}` }, headers: {} }
  }
}

const replacedBy = ({ method }: Request, activity?: string) =>
  method === 'PUT' && activity ? decodeURIComponent(activity) : undefined

function refusal(fault: Fault, pause: (ms: number) => void, nth: number, at: number): Answer {
  const { status, code, breaks, retryAfter } = fault
  const body = code ? { error: { code, message: code } } : {}
  // It asks for silence and does not say how long: for less than anything that is said.
  if (status === TOO_MANY && !retryAfter) return { status, body, headers: {}, seen: () => pause(0) }
  if (!retryAfter) return { status, body, headers: {}, ...(breaks && { breaks }) }
  // A date has no parts of a second.
  const asked = at + (PAUSES[nth % PAUSES.length] ?? 1000)
  const until = retryAfter === 'date' ? Math.ceil(asked / 1000) * 1000 : asked
  const header = retryAfter === 'date' ? new Date(until).toUTCString() : String((asked - at) / 1000)
  return { status, body, headers: { 'retry-after': header }, seen: () => pause(until - at) }
}

/** What somebody sees of it: whether it can be filled in, and what it is about. */
function messageIn(body: string): Message {
  const { attachments = [], text = '' } = JSON.parse(body) as { attachments?: { content: Sent }[]; text?: string }
  const card = attachments[0]?.content
  if (!card) return { inputs: false, text }
  const about = card.actions?.map(({ data }) => data?.moment).find((moment) => moment !== undefined)
  return { inputs: card.body.some(({ type }) => type.startsWith('Input.')), about: about ?? 'another' }
}

interface Sent {
  body: { type: string }[]
  actions?: { data?: { moment?: string } }[]
}
