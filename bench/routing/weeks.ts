import { analysis } from '../../bot/texts.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { type Ask, asks, helperOf, type Offer, offers } from '../../services/ask/ask.ts'
import { chase } from '../../services/ask/ask-job.ts'
import { createDesk } from '../../services/ask/ask-steps.ts'
import { type AskerActions, askerActions } from '../../services/ask/asker/asker-actions.ts'
import { ANYONE } from '../../services/ask/asker/outcomes.ts'
import { type HelperActions, helperActions } from '../../services/ask/helper/helper-actions.ts'
import type { Candidates } from '../../services/ask/routing/candidates.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { everything } from '../../services/core/store/read-all.ts'
import { afterWorkingHours, nextWorkingMoment } from '../../services/core/time.ts'
import type { Chance } from './chance.ts'
import { TENANT, type Town } from './town.ts'

/** How people behave; the same for every router. */
const ASKS_A_WEEK = 0.25
const REACTS = 0.75
const YES_KNOWING = 0.8
const YES_GUESSING = 0.2
/** Each question of the last four weeks makes the next yes less likely. */
const TIRES = 0.88
const REACTS_WITHIN_HOURS = 5
const ANSWERS_WITHIN_HOURS = 2
const LOOKS_FURTHER = 0.8
const HOUR_MS = 3_600_000
const never = new AbortController().signal
const MONTH_MS = 28 * 24 * HOUR_MS

export interface Weeks {
  asks: Ask[]
  offers: Offer[]
}

interface Due {
  at: number
  act(): Promise<void>
}

/** Lets the town ask and answer for so many weeks, through the house's own rules and with this router. */
export async function liveWeeks(
  town: Town,
  weeks: number,
  chance: Chance,
  router: (help: () => HelperActions) => Candidates,
): Promise<Weeks> {
  const { clock, store, at, bank } = town
  const due: Due[] = []
  const after = (hours: number, act: Due['act']) =>
    due.push({ at: afterWorkingHours(clock.now(), hours).getTime(), act })
  const offered = new Map<PersonId, number[]>()
  const desk = createDesk({
    store,
    clock,
    secrets: hmacSecrets('a town'),
    workingMoment: nextWorkingMoment,
    afterWorkingHours,
    candidates: router(() => help),
    analysis,
    leaving: async (_tenant, text) => ({ signs: [], text, leftOut: [], pointing: [] }),
    wake: async () => {},
    counted: { note: async () => {}, forget: async () => {}, between: async () => ({ questions: 0, people: 0 }) },
    missed: async () => {},
    isHere: async () => true,
    known: async () => [],
    helped: async () => {},
    keep: async () => {},
    withdraw: bank.withdraw,
    async plan({ id, person, about }) {
      if (seen.has(`${person} ${id}`)) return
      seen.add(`${person} ${id}`)
      if (about.what === 'offer') reacts(person, about.ask ?? '')
      if (about.what === 'answer') after(1, () => reads(person, about.ask ?? ''))
      if (about.what === 'nobody' || about.what === 'stuck') after(1, () => goesOn(person, about.ask ?? ''))
    },
  })
  const seen = new Set<string>()
  const [ask, help] = [askerActions(desk), helperActions(desk)]
  const topicOf = new Map<string, string>()
  const job = chase(desk)

  function reacts(person: PersonId, id: string): void {
    const now = clock.now().getTime()
    const lately = (offered.get(person) ?? []).filter((moment) => moment > now - MONTH_MS)
    offered.set(person, [...lately, now])
    const isKnowing = town.knows(person, topicOf.get(id) ?? '')
    const yes = (isKnowing ? YES_KNOWING : YES_GUESSING) * TIRES ** lately.length
    if (!chance.happens(REACTS)) return
    after(chance.wait(REACTS_WITHIN_HOURS), async () => {
      if (!chance.happens(yes)) return void (await help.decline(TENANT, person, id, false))
      const found = await help.accept(TENANT, person, id)
      if (found.kind === 'helping')
        after(
          chance.wait(ANSWERS_WITHIN_HOURS),
          async () => void (await help.reply(TENANT, person, id, 'Zo doe ik het.')),
        )
    })
  }

  async function reads(person: PersonId, id: string): Promise<void> {
    const now = await desk.of(TENANT, person, id)
    const by = now?.answers.at(-1)?.by ?? ''
    const isGood = chance.happens(town.knows(by, topicOf.get(id) ?? '') ? 0.9 : 0.3)
    if (isGood) await ask.helped(TENANT, person, id, false)
    else await ask.notYet(TENANT, person, id)
  }

  async function goesOn(person: PersonId, id: string): Promise<void> {
    if (chance.happens(LOOKS_FURTHER)) await ask.widen(TENANT, person, id)
  }

  await askAndAnswer()
  return {
    asks: await everything(asks(store), { tenant: TENANT }, 'at'),
    offers: await everything(offers(store), { tenant: TENANT }, 'at'),
  }

  async function askAndAnswer(): Promise<void> {
    const ends = at.now.getTime() + weeks * 7 * 24 * HOUR_MS
    const each = (town.everyone.length * ASKS_A_WEEK) / 40
    let left = 0
    for (let place = 0; at.now.getTime() < ends; place++) {
      for (left += each; left >= 1; left--) await asksSomething(ask, `turn-${place}-${Math.floor(left)}`)
      at.now = afterWorkingHours(at.now, 1)
      due.sort((a, b) => a.at - b.at)
      while ((due[0]?.at ?? Number.POSITIVE_INFINITY) <= at.now.getTime()) await due.shift()?.act()
      await job.run(TENANT, never)
    }
  }

  async function asksSomething(asker: AskerActions, turn: string): Promise<void> {
    const person = chance.pick(town.everyone).id
    const topic = town.topics[chance.skewed(town.topics.length)] ?? ''
    if (town.knows(person, topic)) return
    const begun = await asker.begin({ tenant: TENANT, person, language: 'nl' }, turn, `wie weet iets van ${topic}?`)
    if (begun.kind !== 'looking') return
    topicOf.set(begun.ask.id, topic)
    await asker.choose(TENANT, person, begun.ask.id, ANYONE)
    await asker.send(TENANT, person, begun.ask.id, { to: ANYONE })
  }
}

export const hadYes = (ask: Ask) => ask.answers.length > 0 || helperOf(ask) !== undefined
