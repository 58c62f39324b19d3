import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { commands, typed } from '../../cards/kit/commands.ts'
import { History } from '../../demo/history-schema.ts'
import { readTableFile } from '../../services/adapters/file/table-file.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Ask, asks, itemOf, type Offer, offers } from '../../services/ask/ask.ts'
import type { Person } from '../../services/core/people.ts'
import type { Clock, Store } from '../../services/core/ports.ts'
import { days, instant, later, momentOn, mondayOf, plusDays, weekAfter, weekOf } from '../../services/core/time.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'
import { weighHeadings } from '../../services/roster/headings.ts'
import { importRows } from '../../services/roster/roster.ts'
import type { App } from '../app.ts'
import { offlineHouse } from '../composition/offline.ts'
import { analysis } from '../texts.ts'
import type { Pressed, Reply } from '../turn.ts'

/** The weeks of history that the example municipality has behind it. */
const WEEKS = 6
/** The visitor: new this week, so that everything begins for them. */
export const NEWCOMER = 'sanne.bakker'
/** Who keeps the list of questions that was there already. */
const KEEPER = 'Kim Nguyen'

/** Fills an empty store with the example municipality, by doing in past weeks what its people would have done. */
export async function seed(keeper: Store, now: Date, tenant: string, folder: URL): Promise<void> {
  const history = History.parse(JSON.parse(await readFile(new URL('history.json', folder), 'utf8')))
  const past = { at: later(now, -days(7 * WEEKS)), now: () => past.at }
  const { app, store } = await offlineHouse(keeper, past)
  const everyone = await importPeople(app, past, tenant, new URL('roster.csv', folder), now)
  /** This week a window opens, so that what is answered in it from now on comes in the first pulse. */
  const begin = async () => {
    const at = past.at
    past.at = momentOn(mondayOf(weekOf(now)), '00:00')
    await app.pulse.course.confirm(tenant, weekOf(now))
    await app.pulse.course.upToDate(tenant)
    past.at = at
  }
  await importList(app, tenant, new URL('faq.csv', folder))
  const when = (weeksAgo: number, place: number) => {
    const week = weekAfter(weekOf(now), -weeksAgo)
    return momentOn(plusDays(mondayOf(week), 3), `15:${String(place % 60).padStart(2, '0')}`)
  }
  for (const { who, words } of history.topics) await declare(app, tenant, everyone(who), words, past.at)
  for (const [place, moment] of history.moments.toSorted((a, b) => b.weeksAgo - a.weeksAgo).entries()) {
    past.at = moment.weeksAgo > 0 ? when(moment.weeksAgo, place) : earlierThisWeek(now, place)
    if (moment.weeksAgo === 0) await begin()
    await answer(app, tenant, everyone(moment.who), moment, past.at)
  }
  past.at = now
  await app.pulse.policies.choose(tenant, { decides: 'works-council' })
  await begin()
  await seedAsks(store, past, tenant, history.asks, everyone, when)
}

/** A minute after the other, since Monday, and never later than now. */
function earlierThisWeek(now: Date, place: number): Date {
  const monday = momentOn(mondayOf(weekOf(now)), '00:00')
  const at = later(now, -60_000 * (60 - (place % 60)))
  return at < monday ? monday : at
}

/** What a municipality had already. Its lines were read by who wrote them, so nothing has to be looked up for a first start. */
async function importList(app: App, tenant: string, file: URL) {
  const bytes = await readFile(file)
  const allowed = bytes
    .toString()
    .split('\n')
    .map((_, place) => place + 1)
  const given = { name: 'faq.csv', bytes, source: 'FAQ voor medewerkers' }
  const done = await app.knowledgeImports.import(tenant, given, { keeper: KEEPER, allowed })
  if (done.kind !== 'imported' || done.look.found.some(({ state }) => state === 'refused'))
    throw new Error('demo/faq.csv cannot be used as it is')
}

async function importPeople(app: App, clock: Clock, tenant: string, file: URL, now: Date) {
  const checked = await app.rosterImports.check(await readTableFile(fileURLToPath(file), weighHeadings))
  if (checked.kind === 'refused') throw new Error(`demo/roster.csv: ${checked.reason}`)
  const rows = checked.rows.map(({ row }) => row)
  await importRows(app.roster, tenant, rows, clock)
  const people = await app.roster.find({ tenant }, { index: 'name', limit: 1000 })
  const byHandle = new Map(people.items.map((person) => [person.email?.split('@')[0], person]))
  const everyone = (handle: string): Person => {
    const person = byHandle.get(handle)
    if (!person) throw new Error(`demo/history.json names ${handle}, who is not on the roster`)
    return person
  }
  await app.roster.put({ ...everyone(NEWCOMER), since: weekOf(now) })
  return everyone
}

/** Somebody says what colleagues may ask them about. */
async function declare(app: App, tenant: string, { id, language = 'nl' }: Person, words: string, at: Date) {
  const text = `${typed(commands.addTopic, language)} ${words}`
  const turn = { id: 'seed', tenant, person: id, at, language, place: 'personal', kind: 'said' } as const
  const reply = await app.dispatch({ ...turn, text })
  if (reply?.refused) throw new Error(`a topic of the history was refused: ${reply.refused}`)
}

async function answer(
  app: App,
  tenant: string,
  { id, language = 'nl' }: Person,
  moment: History['moments'][number],
  at: Date,
) {
  const question = await app.rounds.pull(tenant, id)
  const { text, how, sharing, topics, needs } = moment
  const input = { moment: question?.id ?? '', revision: '0', text, how: how ?? '', sharing }
  const turn = { id: 'seed', tenant, person: id, at, language, place: 'personal', kind: 'pressed' } as const
  const reply = await app.dispatch({ ...turn, verb: 'reflection.answer', input })
  const consented = await agreed(app, turn, reply)
  if (consented?.refused) throw new Error(`a moment of the history was refused: ${consented.refused}`)
  const ticks = { moment: input.moment, topics: topics.join(), needs: needs.join() }
  if (topics.length > 0) await app.dispatch({ ...turn, verb: 'reflection.tick', input: ticks })
}

/** People who put words in the pulse saw them with the names of the readers, and agreed. */
async function agreed(app: App, by: Omit<Pressed, 'verb' | 'input'>, reply: Reply | undefined) {
  const consent = reply?.card.actions.find(({ verb }) => verb === 'reflection.consent')
  return consent ? app.dispatch({ ...by, verb: consent.verb, input: consent.data }) : reply
}

async function seedAsks(
  store: Store,
  clock: Clock,
  tenant: string,
  history: History['asks'],
  everyone: (handle: string) => Person,
  when: (weeksAgo: number, place: number) => Date,
): Promise<void> {
  const [allAsks, allOffers, bank] = [
    asks(store),
    offers(store),
    knowledge({ store, clock, random: systemRandom, analysis }),
  ]
  for (const [place, { who, weeksAgo, question, helper, answer: text, kept, helped }] of history.entries()) {
    const [asker, knower, time] = [everyone(who), everyone(helper), when(weeksAgo, place)]
    const [id, at, by] = [`history-${place + 1}`, instant(time), knower.id]
    const reason = { kind: 'works', team: knower.unit.at(-1) ?? '' } as const
    const answered = { id: 'history', by, text, at }
    const offered = { person: by, reason, at, state: 'answered' } as const
    const keep = { asker: kept, helper: kept }
    const language = 'nl'
    const ask: Ask = {
      tenant,
      person: asker.id,
      id,
      question,
      language,
      at,
      state: 'helped',
      offers: [offered],
      answers: [answered],
      helpedBy: by,
      keep,
    }
    const offer: Offer = { tenant, person: by, id, asker: asker.id, week: weekOf(time), at }
    await allAsks.put(ask)
    await allOffers.put(offer)
    if (!kept) continue
    await bank.share({ tenant, id: itemOf(ask), kind: 'answer', author: by, language, question, text, at })
    for (let times = 0; times < helped; times++) await bank.helped(tenant, itemOf(ask))
  }
}
