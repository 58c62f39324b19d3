import { fileURLToPath } from 'node:url'
import { teamsWire } from '../../../bot/teams/wire.ts'
import { hmacSecrets } from '../../../services/adapters/system/secrets.ts'
import { hours, instant } from '../../../services/core/time.ts'
import { roundPages } from '../../../services/delivery/rounds/pages.ts'
import { dueOf, settlesOf } from '../../../services/delivery/rounds/recipients.ts'
import { library, published } from '../../../services/prompts/library.ts'
import { readSendRecord } from '../controls.ts'
import { BEGINS, cardFor } from '../trial.ts'
import { type Verdict, verdictOf } from '../verdict.ts'
import { reportedBy } from '../worker.ts'
import { clockAhead } from './given.ts'
import { CONTROL, openPlace, type Place, type Sent } from './place.ts'
import { storm } from './storm.ts'

export interface ProcessTrial {
  sizes: readonly number[]
  processes: number
  leaseMs: number
  beatMs: number
  /** How long after sending began, or went on, the one that sends is killed. */
  killEveryMs: number
  mostKills?: number
  /** How long the processes live at most. */
  patienceMs: number
}

export interface Survived extends Verdict {
  kills: number
  /** The longest time, in milliseconds, in which a tenant with due work was sent nothing. */
  silenceMs: number
  /** How many processes sent. */
  senders: number
}

/** Longer than it takes until what is unknown is settled; so often at most, for a line may be cut off too. */
const SETTLES_MS = hours(7)
const SETTLINGS = 4
const STILL_MS = 1_000
const FOR_EVER = new Date('2100-01-01')

/** A round by several processes of the service, of which one is killed again and again. */
export async function tryProcesses(trial: ProcessTrial): Promise<Survived> {
  const aheadMs = BEGINS.getTime() - Date.now()
  const place = await openPlace(trial.sizes, aheadMs)
  try {
    for (const { tenant } of place.towns) await startRound(place, tenant)
    const { began, kills } = await live(place, trial, aheadMs, trial.killEveryMs)
    const silenceMs = silence(place, began)
    for (let nth = 1; nth <= SETTLINGS && (await undone(place)); nth++)
      await live(place, trial, aheadMs + nth * SETTLES_MS)
    const { app } = place.office
    const reported = (tenant: string, person: string) => reportedBy(app, tenant, person)
    const verdict = await verdictOf(place.connector.ledger, place.towns, reported)
    return { ...verdict, kills, silenceMs, senders: new Set(place.sent.map(nameOf)).size }
  } finally {
    await place.close()
  }
}

/** The same people, pace, lanes and kills, and a sender that records only after it has sent: until somebody has two. */
export async function tryControl(trial: ProcessTrial): Promise<Verdict> {
  const place = await openPlace(trial.sizes, 0)
  const { env, towns, connector, origin, office } = place
  try {
    for (const { tenant } of towns) await office.app.lanes.wake({ tenant, job: CONTROL }, new Date())
    const life = { leaseMs: trial.leaseMs, beatMs: trial.beatMs, aheadMs: 0 }
    const told = { ...env, SIZES: trial.sizes.join(), ORIGIN: origin }
    const control = readSendRecord(office.store, { wire: teamsWire({}), towns, origin, cardFor })
    const verdict = () => verdictOf(connector.ledger, towns, control.reported)
    const isOver = () => verdict().then(({ lost, duplicates }) => duplicates > 0 || lost === 0)
    await storm(place, { ...trial, life, env: told, program: programOf('control.ts') }, isOver)
    return await verdict()
  } finally {
    await place.close()
  }
}

const programOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const nameOf = ({ process }: Sent) => process

async function startRound({ office }: Place, tenant: string): Promise<void> {
  const [prompt] = library
  if (!prompt) throw new Error('the library is empty')
  await office.app.rounds.start(tenant, { id: prompt.id, version: published(prompt).version }, true)
}

/** Until nothing is due any more, by the clock of these processes. */
function live(place: Place, trial: ProcessTrial, aheadMs: number, killEveryMs?: number) {
  const life = { leaseMs: trial.leaseMs, beatMs: trial.beatMs, aheadMs }
  // What is sent is on its way for a moment before that is recorded.
  const isStill = () => (place.sent.at(-1)?.at ?? 0) < Date.now() - STILL_MS
  const isOver = async () => isStill() && !(await undone(place, clockAhead(aheadMs).now()))
  return storm(place, { ...trial, killEveryMs, life, program: programOf('service.ts') }, isOver)
}

/** Is anybody left to be sent to, or to be settled, by this moment or at all? */
async function undone({ office, towns }: Place, by = FOR_EVER): Promise<boolean> {
  // Pages are read, and nobody's place in them is looked for.
  const pages = roundPages(office.store, hmacSecrets('no key'))
  for (const { tenant } of towns) {
    const recipients = (await pages.all(tenant, office.app.rounds.week())).flatMap((page) => page.recipients)
    const moments = recipients.map((one) => dueOf(one) ?? settlesOf(one))
    if (moments.some((moment) => moment !== undefined && moment <= instant(by))) return true
  }
  return false
}

/** From the beginning to the last request, the longest time in which some tenant was sent nothing. */
function silence({ sent, towns }: Place, began: number): number {
  const lengths = towns.flatMap(({ tenant }) => {
    const moments = [began, ...sent.filter((one) => one.tenant === tenant && one.at > began).map(({ at }) => at)]
    return moments.slice(1).map((at, nth) => at - (moments[nth] ?? at))
  })
  return Math.max(...lengths)
}
