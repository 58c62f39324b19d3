import type { PersonId } from '../../services/core/ports.ts'
import { later, momentOn, mondayOf, weekAfter, weekOf } from '../../services/core/time.ts'
import type { Sharing } from '../../services/reflection/schema.ts'
import { type Bot, startBot } from './bot.ts'
import type { Spent } from './recorder.ts'
import type { Site } from './site.ts'

export type Costs = Record<string, Spent>

const MINUTE = 60_000
const QUESTION = 'Wie weet hoe je een omgevingsvergunning voor een schuur aanvraagt?'
const ANSWER = 'Een omgevingsvergunning begint bij een telefoontje: dan weet je meteen wie het dossier kent.'
const REPLY = 'Alleen een busje? Dan vraag je het aan via het loket, met een kopie van het kenteken.'

/** What people do in the first town; each comes back after a week, so that nothing is remembered of them. */
export async function costsOf(site: Site): Promise<Costs> {
  const begun = await startBot(site.keeper, site.clock)
  const costs = { ...(await starting(site, begun)), ...(await answering(site, begun)), ...(await asking(site, begun)) }
  const day = takerOf(site)
  const { tenant, people } = first(site)
  const [writer = '', reader = ''] = people
  return {
    ...costs,
    'journal of half a year': await day(() => begun.says(tenant, writer, 'mijn momenten')),
    help: await day(() => begun.says(tenant, reader, 'help')),
  }
}

function first({ towns: [town] }: Site) {
  if (!town) throw new Error('there is no town')
  return town
}

/** A minute lies between any two things. */
const takerOf =
  ({ recorder, clock }: Site) =>
  async (work: () => Promise<unknown>): Promise<Spent> => {
    const spent = await recorder.during(work)
    clock.time = later(clock.time, MINUTE)
    return spent
  }

/** A process until it is ready and has looked for work; then the first caller pays for what is kept in memory. */
async function starting(site: Site, bot: Bot): Promise<Costs> {
  const { tenant, people } = first(site)
  const take = takerOf(site)
  return {
    'start-up': await take(async () => {
      const started = await startBot(site.keeper, site.clock)
      await site.keeper.ready()
      await started.settle()
    }),
    'first answer of a process': await answer(site, bot, people[2], 'self'),
    'first ask of a process': await take(() => bot.says(tenant, people[3] ?? '', QUESTION)),
  }
}

async function answering(site: Site, bot: Bot): Promise<Costs> {
  const { people } = first(site)
  return {
    'answer for oneself': await answer(site, bot, people[4], 'self'),
    'answer for colleagues': await answer(site, bot, people[5], 'colleagues'),
    'answer to the pulse': await answer(site, bot, people[6], 'pulse'),
  }
}

/** The press on "Bewaar" under the question of this week. */
export async function answer(site: Site, bot: Bot, person: PersonId = '', sharing: Sharing): Promise<Spent> {
  const { tenant } = first(site)
  const moment = (await bot.app.rounds.current(tenant, person))?.id ?? ''
  const inputs = { moment, revision: '0', text: ANSWER, how: 'werk', sharing }
  return takerOf(site)(() => bot.presses(tenant, person, 'reflection.answer', inputs))
}

async function asking(site: Site, bot: Bot): Promise<Costs> {
  const { tenant, people } = first(site)
  const take = takerOf(site)
  const asker = people[7] ?? ''
  const asked = await take(() => bot.says(tenant, asker, QUESTION))
  const chosen = await take(() => bot.presses(tenant, asker, 'ask.choose', { who: 'anyone' }))
  const sent = await take(() => bot.presses(tenant, asker, 'ask.send'))
  const brought = [await take(() => bot.settle())]
  const helper = people.find((person) => bot.sees(person, 'offer.accept'))
  if (!helper) throw new Error('nobody was brought an offer')
  const accepted = await take(() => bot.presses(tenant, helper, 'offer.accept'))
  brought.push(await take(() => bot.settle()))
  const replied = await take(() => bot.presses(tenant, helper, 'offer.reply', { text: REPLY }))
  brought.push(await take(() => bot.settle()))
  const [offer, yes, reply] = brought
  return {
    'ask, shown who may know': asked,
    'ask, what a colleague will read': chosen,
    'ask sent to a colleague': sent,
    ...(offer && { 'bringing it': offer }),
    'colleague says yes': accepted,
    ...(yes && { 'bringing the yes': yes }),
    'colleague answers': replied,
    ...(reply && { 'bringing the answer': reply }),
  }
}

/** The next week of the first town: planned on Monday, sent when it is due. */
export async function weekOfAll({ recorder, bot, clock }: Site): Promise<{ planned: Spent; sent: Spent }> {
  const monday = momentOn(mondayOf(weekAfter(weekOf(clock.time))), '00:00')
  clock.time = monday
  const planned = await recorder.during(() => bot.settle())
  const sent = await recorder.during(async () => {
    for (let next = await bot.app.agenda.next(); next && weekOf(next) === weekOf(monday); ) {
      clock.time = next
      await bot.settle()
      next = await bot.app.agenda.next()
    }
  })
  return { planned, sent }
}
