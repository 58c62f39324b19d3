import { seeded } from '../../bench/seeded.ts'
import type { Card } from '../../cards/kit/card.ts'
import type { Sent } from '../../services/core/ports.ts'
import { hours, weekOf } from '../../services/core/time.ts'
import { House, type Message, read, TENANT } from '../house.ts'

/** A Monday morning, in a year in which the clock will move twice. */
const BEGINS = new Date('2027-03-01T07:00Z')
const STEP = hours(3)
const STAFF = ['sanne', 'fatima', 'karin', 'bram', 'priya']
const TITLES = ['Bewaar', 'Save', 'Morgen', 'Tomorrow', 'Maandag', 'Monday', 'Deze week niet', 'Not this week']

/** What reached somebody, or may have: a card or a line, about the weekly question or a colleague's. */
export interface Arrival {
  week: string
  person: string
  what: 'question' | 'offer' | 'line'
}

/** A town where everybody does anything at any moment, and one message in four has a fate that nobody knows. */
export async function randomWeeks(seed: number, weeks: number) {
  const random = seeded(seed)
  const chance = (share: number) => random() < share
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const arrivals: Arrival[] = []
  const cards = new Map<string, Card>()

  async function wire({ to, content }: Message): Promise<Sent> {
    const what = kindOf(content)
    const isKnown = typeof content === 'string' || !chance(0.25)
    if (!isKnown && chance(0.2)) return { kind: 'not-now', code: 'http-412' }
    if (what) arrivals.push({ week: weekOf(house.now), person: to, what })
    if (typeof content !== 'string') cards.set(to, content)
    return isKnown ? { kind: 'accepted', message: `m${arrivals.length}` } : { kind: 'unknown', code: '504' }
  }

  const house: House = await House.open({ at: BEGINS, wire })
  await house.app.rosterChanged(TENANT)
  await house.settle()
  for (const person of STAFF) await house.say(person, `mijn grens ${one([1, 2, 9])}`)

  async function uses(person: string): Promise<void> {
    const card = cards.get(person)
    const action = card && one(card.actions)
    if (!card || !action || !TITLES.includes(action.title)) return
    const more = chance(0.5) ? { replyTo: `seen by ${person}` } : {}
    await house.pressed(person, card, action.title, { text: 'Eerst bellen.' }, more)
  }

  async function asks(person: string): Promise<void> {
    const topic = one(['vergunningen', 'klantcontact', 'dienstverlening'])
    const card = await house.say(person, `wie weet iets van ${topic} nummer ${Math.floor(random() * 1e6)}?`)
    const anyone = card.actions.find(({ verb }) => verb === 'ask.choose')
    if (!anyone) return
    const check = await house.press(person, card, anyone.title)
    await house.pressed(person, check, check.actions[0]?.title ?? '')
  }

  const deeds: ((person: string) => Promise<unknown>)[] = [
    uses,
    asks,
    asks,
    (person) => house.say(person, 'nu niet'),
    (person) => house.say(person, one(['vraag', 'later', 'deze week niet', 'wat gebeurt hiermee'])),
    (person) =>
      house.say(person, `vraag op ${one(['maandag', 'dinsdag', 'woensdag', 'vrijdag'])} ${one([9, 13, 16])}:00`),
    (person) => house.arrive(person),
    () => house.app.rounds.start(TENANT, { id: 'leerzaam-moment', version: 1 }, chance(0.5)),
    () => house.app.rosterChanged(TENANT),
  ]
  for (let step = 0; step < (weeks * hours(24 * 7)) / STEP; step++) {
    if (chance(0.4)) await one(deeds)(one(STAFF))
    await house.pass(STEP)
  }
  return { house, arrivals }
}

/** What somebody began themselves is no nudge, nor is the line about it; and the welcome answers that the app was taken. */
function kindOf(content: Card | string): Arrival['what'] | undefined {
  if (typeof content === 'string')
    return /van de week|of the week|een vraag voor je|a question for you/.test(content) ? 'line' : undefined
  const words = read(content)
  if (/(Vraag van de week|Question of the week) ·/.test(words)) return 'question'
  return /Kun jij|Can you help/.test(words) ? 'offer' : undefined
}
