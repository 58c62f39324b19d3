import type { Card } from '../../cards/kit/card.ts'
import { checks, offerTo, QUESTION, sendTo } from '../ask/town.ts'
import type { House } from '../house.ts'

/** What is about to be done when the store goes away. */
export interface Doing {
  person: string
  said?: string
  pressed?: { card: Card; title: string; inputs?: Record<string, string> }
}

/** Brings a house to the moment before it. */
export type Scene = (house: House) => Promise<Doing>

const FOR = 'Voor mijn collega'
/** What a colleague answers. */
export const FORM = 'Formulier B.'
const TEXT = 'Eerst bellen werkt beter.'
const OTHER = 'wie weet waar de vergunningen liggen?'

/** Types it when everything before it is done. */
const saying =
  (person: string, said: string, ...before: ((house: House) => Promise<unknown>)[]): Scene =>
  async (house) => {
    for (const [place, step] of before.entries()) {
      // Each its own moment, for what is newest matters.
      house.now = new Date(house.now.getTime() + place + 1)
      await step(house)
    }
    return { person, said }
  }

const pressing =
  (person: string, card: (house: House) => Promise<Card>, title: string, inputs = {}): Scene =>
  async (house) => ({ person, pressed: { card: await card(house), title, inputs } })

const asks =
  (asker: string, question: string, id: string) =>
  (house: House): Promise<Card> =>
    house.say(asker, question, { id })

/** What a colleague will read is on the card. */
const checked = (asker: string, question: string) => async (house: House) =>
  checks(house, asker, await house.say(asker, question, { id: 'turn-one' }))

/** An asker's question on its way to Karin. */
const puts = (asker: string, question: string) => async (house: House) => {
  await house.say('karin', 'mijn grens 5')
  const card = await house.say(asker, question, { id: `turn-${asker}` })
  await sendTo(house, asker, card, 'karin')
  await house.settle()
  return offerTo(house, 'karin')
}

const accepts = (asker: string, question: string) => async (house: House) => {
  const place = await house.press('karin', await puts(asker, question)(house), 'Ik help')
  await house.settle()
  return place
}

const answers = (asker: string, question: string, text: string) => async (house: House) => {
  await house.press('karin', await accepts(asker, question)(house), 'Verstuur', { text })
  await house.settle()
  return house.sentTo(asker).at(-1) ?? Promise.reject(new Error('no answer was sent'))
}

const question = (house: House) => house.say('sanne', 'vraag')
const unsure = (house: House) => house.say('sanne', TEXT, { id: 'turn-draft' })
const saved = async (house: House) => house.press('sanne', await question(house), 'Bewaar', { text: TEXT })

const twoOffers = [puts('sanne', QUESTION), puts('fatima', OTHER)]
const twoHelping = [accepts('sanne', QUESTION), accepts('fatima', OTHER)]
const twoAsks = [asks('sanne', QUESTION, 'turn-one'), asks('sanne', OTHER, 'turn-two')]

/** Karin helps two, and types something that may be for the last of them. */
export const forAColleague: Scene = async (house) => {
  const { said } = await saying('karin', FORM, ...twoHelping)(house)
  return { person: 'karin', pressed: { card: await house.say('karin', said ?? '', { id: 'turn-form' }), title: FOR } }
}

export const scenes: Record<string, Scene> = {
  'an answer for oneself, pressed': pressing('sanne', question, 'Bewaar', { text: TEXT }),
  'an answer for colleagues, pressed': pressing('sanne', question, 'Bewaar', { text: TEXT, sharing: 'colleagues' }),
  'an answer, typed': saying('sanne', TEXT, question),
  'a text that may mean two things, typed': saying('sanne', TEXT),
  'a text that is a moment, pressed': pressing('sanne', unsure, 'Bewaar als moment'),
  'a text that is a question, pressed': pressing('sanne', unsure, 'Vraag het aan een collega'),
  'a text that is a moment, typed': saying('sanne', 'bewaar als moment', unsure),
  'a moment, removed': saying('sanne', 'ja, verwijder 1', saved),
  'a question for later': saying('sanne', 'later', question),
  'a question that is skipped': saying('sanne', 'deze week niet', question),
  'a question to colleagues, typed': saying('sanne', QUESTION),
  'a question that is sent, pressed': pressing('sanne', checked('sanne', QUESTION), 'Verstuur'),
  'a colleague who is chosen, pressed': pressing('sanne', asks('sanne', QUESTION, 'turn-one'), 'Kies voor mij'),
  'the newest of two questions, sent': saying('sanne', 'vraag het', ...twoAsks),
  'the newest of two questions, closed': saying('sanne', 'sluit mijn vraag', ...twoAsks),
  'an offer, accepted': saying('karin', 'ik help', ...twoOffers),
  'the newest of two offers, declined': saying('karin', 'nu niet', ...twoOffers),
  'the newest of two offers, passed on': saying('karin', 'vraag het aan Bram Visser', ...twoOffers),
  'one of two colleagues, answered': saying('karin', `mijn antwoord: ${FORM}`, ...twoHelping),
  'an answer, pressed': pressing('karin', accepts('sanne', QUESTION), 'Verstuur', { text: FORM }),
  'an answer that helped': saying('sanne', 'dit hielp, bewaar', answers('sanne', QUESTION, FORM)),
  'an answer that did not help yet': saying('sanne', 'nog niet', answers('sanne', QUESTION, FORM)),
  'a pause': saying('sanne', 'pauze tot 1 december'),
  'another hour': saying('sanne', 'vraag op donderdag 15:00'),
  'everything erased': saying('sanne', 'ja, verwijder alles', saved),
}
