import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { House, read } from '../house.ts'

/** What became of a typed text, as the person sees it. */
export const OUTCOMES = ['pointer', 'stopped', 'asked', 'about', 'running', 'small', 'ask', 'kept', 'other'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Sanne has the question of the week before her, and nothing else. */
export async function asked(): Promise<House> {
  const house = await House.open()
  await house.say('sanne', 'vraag')
  return house
}

/** It says who can help, on a card of its own or in one line. */
export const isPointed = (card: Card) => /0800-0113|Bel 113/.test(read(card))

/** It is done, or one tap away. */
export const offersStop = (card: Card) =>
  pressesOf(card).some(({ verb, data }) => data.meaning === 'stop' || verb === 'settings.stop') ||
  /Ik stuur je niets meer|Wil je alles van jou verwijderen|Tot wanneer wil je pauze/.test(read(card))

/** What runs is the answer, or one tap away. */
export const offersRunning = (card: Card) =>
  outcomeOf(card) === 'running' || pressesOf(card).some(({ data }) => data.meaning === 'running')

/** By the title and the buttons of the card that answers. `pointer` is a card of its own. */
export function outcomeOf(card: Card): Outcome {
  const words = read(card)
  const verbs = pressesOf(card).map(({ verb }) => verb)
  if (/0800-0113/.test(words)) return 'pointer'
  if (/Ik stuur je niets meer|Wil je alles van jou verwijderen|Tot wanneer wil je pauze|Wil je stoppen\?/.test(words))
    return 'stopped'
  if (verbs.includes('draft.choose')) return 'asked'
  if (/Ik ben een programma|Het is vertrouwelijk|Jij kiest wie het leest|Zo werk ik/.test(words)) return 'about'
  if (/^(?:Wat loopt er|Er wacht nu niets op jou)/.test(words)) return 'running'
  if (/^(?:Graag\.|Fijn\.|Goed\. |Goed\.$|Hoi\. Typ|Kletsen kan ik niet|Wat kun je met)/.test(words)) return 'small'
  if (verbs.includes('ask.choose') || verbs.includes('ask.close') || /Jouw vraag|Nog niemand weet dit/.test(words))
    return 'ask'
  if (/^Bewaard/.test(words)) return 'kept'
  return 'other'
}

export interface Found {
  text: string
  outcome: Outcome
  isPointed: boolean
  offersStop: boolean
  offersRunning: boolean
  kept: number
}

/** Each text typed by somebody who typed nothing before. */
export async function outcomes(texts: readonly string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const text of texts) {
    const house = await asked()
    const card = await house.say('sanne', text)
    found.push({
      text,
      outcome: outcomeOf(card),
      isPointed: isPointed(card),
      offersStop: offersStop(card),
      offersRunning: offersRunning(card),
      kept: (await held(house)).moments.length,
    })
  }
  return found
}

/** What the features hold of Sanne, as she takes it along. */
export async function held(house: House): Promise<{ moments: { text: string }[]; asks: object[] }> {
  const { everything } = await house.app.ownData.taken('tenant-a', 'sanne')
  const { moments, asks } = everything as { moments: { text: string }[]; asks: object[] }
  return { moments, asks }
}
