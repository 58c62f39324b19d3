import type { Action, Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { type Ask, asks as allAsks } from '../../services/ask/ask.ts'
import { House, type Options, ROSTER, read, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'

export const QUESTION = 'wie weet iets van vergunningen?'

/** Somebody shared this with all colleagues, by name, as the answer to the question of the week. */
export async function shares(house: House, person: string, text: string): Promise<Card> {
  const card = await answered(house, person, text, { sharing: 'colleagues' })
  // What tells of somebody is shared by a second yes.
  const yes = card.actions.find(({ verb }) => verb === 'reflection.consent')
  return yes ? house.press(person, card, yes.title) : card
}

/** The row of a colleague of the example roster. */
export function rowOf(card: Card, person: string): Action {
  const name = ROSTER.find(({ id }) => id === person)?.name ?? person
  const found = choosable(card).find(({ title }) => title.includes(name))
  if (!found) throw new Error(`${name} is not on the card`)
  return found
}

/** The rows of all colleagues who can be asked, and the button by which the bot chooses. */
export const choosable = (card: Card) => pressesOf(card).filter(({ verb }) => verb === 'ask.choose')

/** The rows alone: who can be asked, and why. */
export const peopleOn = (card: Card) => choosable(card).filter(({ data }) => data.who !== 'anyone')

/** What this card shows for a colleague of the example roster. */
export const choiceOf = (card: Card, person: string): string => rowOf(card, person).data.who ?? ''

/** This person asks, and has it put to this colleague. Gives the card that follows. */
export async function asks(house: House, asker: string, who: string, question = QUESTION): Promise<Card> {
  return sendTo(house, asker, await house.say(asker, question), who)
}

/** What a colleague will read, before it is sent: this one, or whom the bot chooses. */
export const checks = (house: House, asker: string, card: Card, who?: string): Promise<Card> =>
  house.press(asker, card, who ? rowOf(card, who).title : (choosable(card).at(-1)?.title ?? ''))

/** Puts what is on the card to this colleague, or to whom the bot chooses. */
export async function sendTo(
  house: House,
  asker: string,
  card: Card,
  who?: string,
  inputs: Record<string, string> = {},
): Promise<Card> {
  const check = await checks(house, asker, card, who)
  return house.press(asker, check, check.actions[0]?.title ?? '', inputs)
}

/** Sanne asked, and the question is on its way to this colleague. */
export async function asked(who = 'karin', options: Options = {}, question = QUESTION): Promise<House> {
  const house = await House.open(options)
  await asks(house, 'sanne', who, question)
  await house.settle()
  return house
}

/** And the colleague said yes. */
export async function accepted(who = 'karin', options: Options = {}): Promise<House> {
  const house = await asked(who, options)
  await house.press(who, offerTo(house, who), 'Ik help')
  await house.settle()
  return house
}

/** And the colleague answered. */
export async function helped(text = 'Alleen een busje? Dan hoeft er niets.', options: Options = {}): Promise<House> {
  const house = await accepted('karin', options)
  await house.say('karin', `mijn antwoord: ${text}`)
  await house.settle()
  return house
}

export const offersTo = (house: House, person: string) =>
  house.sentTo(person).filter((card) => /Kun jij|Can you help/.test(read(card)))

export function offerTo(house: House, person: string) {
  const offer = offersTo(house, person).at(-1)
  if (!offer) throw new Error(`nothing was put to ${person}`)
  return offer
}

/** Who has been asked so far, in the order of asking. */
export const askedPeople = (house: House) =>
  house.sent
    .filter(({ content }) => typeof content !== 'string' && /Kun jij|Can you/.test(read(content)))
    .map(({ to }) => to)

/** What this person reads on everything that was sent to them. */
export const readBy = (house: House, person: string) => house.sentTo(person).map(read)

export async function asksOf(house: House, person: string): Promise<Ask[]> {
  return (await allAsks(house.store).find({ tenant: TENANT, person }, { index: 'at', limit: 100 })).items
}
