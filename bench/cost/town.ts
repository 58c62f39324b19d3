import { activityOf } from '../../bot/teams/activity.ts'
import { contacts } from '../../bot/teams/contacts.ts'
import { analysis } from '../../bot/texts.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { roster } from '../../services/core/people.ts'
import type { Clock, PersonId, Store } from '../../services/core/ports.ts'
import { storedKey } from '../../services/core/store/stored-key.ts'
import { days, instant, later, weekOf } from '../../services/core/time.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import type { Recipient } from '../../services/delivery/rounds/recipients.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'
import { moments } from '../../services/reflection/moment.ts'
import { importRows } from '../../services/roster/roster.ts'
import { installationOf } from '../inbound/activity.ts'

/** A municipality in which everybody has the app, has had this week's question, and every tenth has shared something. */
export interface Town {
  tenant: string
  people: PersonId[]
}

const TEAM_SIZE = 12
const SHARES = 10
const AT_ONCE = 32
const MINUTE = 60_000
/** What the journal of the first person holds: half a year of answers. */
const JOURNAL = 26
const TITLES = ['Vergunningverlener', 'Jeugdconsulent', 'Medewerker klantcontact', 'Beleidsadviseur', 'Boa', 'Griffier']
const TOPICS = ['een parkeervergunning', 'een omgevingsvergunning', 'schuldhulp', 'de BRP', 'een evenement', 'bezwaar']

const personOf = (place: number): PersonId => `5a4e0000-0000-4000-8000-1${String(place).padStart(11, '0')}`

/** Fills a store by the same ways as the service does; only who answers in time is left out. */
export async function buildTown(
  { store, clock }: { store: Store; clock: Clock },
  tenant: string,
  size: number,
): Promise<Town> {
  const people = Array.from({ length: size }, (_, place) => personOf(place))
  await importRows(roster(store), tenant, people.map(rowOf), clock)
  const book = contacts({ store, clock })
  let shared = 0
  const past = { now: () => later(clock.now(), -days(7) - MINUTE * ++shared) }
  const bank = knowledge({ store, clock: past, random: systemRandom, analysis })
  await each(people, async (person, place) => {
    const installed = activityOf(installationOf(tenant, person))
    if (installed) await book.remember(tenant, person, installed)
    if (place % SHARES === 0) await bank.share(sharedBy(tenant, person, place, past))
  })
  await sendQuestions(store, clock, tenant, people)
  await keepJournal(store, clock, tenant, personOf(0))
  return { tenant, people }
}

/** The question of this week has reached everybody. */
async function sendQuestions(store: Store, clock: Clock, tenant: string, people: readonly PersonId[]): Promise<void> {
  const secrets = hmacSecrets(await storedKey(store, systemRandom))
  const due = clock.now().toISOString()
  const sent = (person: PersonId): Recipient => {
    return { person, due, prompt: 'leerzaam-moment', version: 1, state: 'accepted', message: 'message' }
  }
  await roundPages(store, secrets).plan(tenant, weekOf(clock.now()), people.map(sent), (known) => known)
}

async function each(people: readonly PersonId[], work: (person: PersonId, place: number) => Promise<void>) {
  const left = people.entries()
  const worker = async () => {
    for (const [place, person] of left) await work(person, place)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Teams whose first member manages the others, and is managed by the first of all. */
function rowOf(objectId: PersonId, place: number) {
  const team = Math.floor(place / TEAM_SIZE)
  const manager = place % TEAM_SIZE === 0 ? 0 : team * TEAM_SIZE
  return {
    objectId,
    name: `Collega ${place}`,
    email: `collega.${place}@voorbeeldstad.example`,
    unit: ['Gemeente Voorbeeldstad', 'Uitvoering', `Team ${team}`],
    managerObjectId: place === 0 ? [] : [personOf(manager)],
    roles: [],
    jobTitle: TITLES[place % TITLES.length] ?? '',
    workingDays: [],
  }
}

const sharedBy = (tenant: string, author: PersonId, place: number, clock: Clock) => ({
  tenant,
  id: `moment-${place}`,
  kind: 'moment' as const,
  author,
  language: 'nl' as const,
  text: textAbout(place),
  at: instant(clock.now()),
})

const textAbout = (place: number) =>
  `Ik leerde deze week iets over ${TOPICS[place % TOPICS.length]}: vraag eerst wie het dossier kent, dat scheelt een dag.`

async function keepJournal(store: Store, clock: Clock, tenant: string, person: PersonId): Promise<void> {
  const at = instant(clock.now())
  for (let place = 0; place < JOURNAL; place++)
    await moments(store).put({
      tenant,
      person,
      id: `own-${place}`,
      week: '2026-W40',
      language: 'nl',
      text: textAbout(place),
      sharing: 'self',
      wasShared: false,
      counts: true,
      written: at,
      changed: at,
      revision: 1,
      applied: [],
    })
}
