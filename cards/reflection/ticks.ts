import type { Language } from '../../services/core/ports.ts'
import type { List, Ticked } from '../../services/core/ticks.ts'
import type { Counted } from '../../services/reflection/moment.ts'
import { intentionWords } from '../intentions/words.ts'
import { atStart, type Button, type Card, card, type Element, small, text, ticks } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { type Way, ways } from '../kit/rows.ts'
import { reflectionWords } from './question-words.ts'
import { ticksWords } from './ticks-words.ts'

/** One list of six, and what is ticked in it. */
export interface BoxesView {
  list: List
  ticked: readonly string[]
}

export interface TicksView extends BoxesView {
  language: Language
  moment: string
  counted: Counted
}

/** For the pulse alone. It may stay empty. `asks` stands above them where the question is the title of the card. */
export function boxes(language: Language, { list, ticked }: BoxesView, asks?: string): Element {
  const words = ticksWords(language)
  const options = Object.entries(words[list]).map(([tick, said]): [string, string] => [tick, atStart(said)])
  const id: keyof Ticked = list
  return ticks({ id, label: words.optional(asks ?? words.asks[list]), options, value: ticked })
}

/** Sends the boxes of its card. */
export const boxesButton = (language: Language, moment: string, { list }: BoxesView, title: string): Button => ({
  title,
  verb: 'reflection.tick',
  data: { moment, list },
  carries: true,
  typed: typed(commands.tick, language, '…'),
})

/** The list of a moment, by itself. */
export function ticksCard({ language, moment, counted, list, ticked }: TicksView): Card {
  const words = ticksWords(language)
  const reflection = reflectionWords(language)
  return card({
    language,
    title: words.asks[list],
    content: [boxes(language, { list, ticked }, words.pick), small(countsLine(language, counted))],
    buttons: [
      boxesButton(language, moment, { list, ticked }, words.save),
      {
        title: reflection.fold,
        verb: 'reflection.fold',
        data: { moment, list },
        carries: true,
        typed: typed(commands.fold, language),
      },
    ],
  })
}

/** What holds for this reader. */
export const countsLine = (language: Language, counted: Counted): string => {
  const words = ticksWords(language)
  return counted === 'counted' ? words.counted : words.other
}

/** Kept. What was ticked is not repeated, for Teams keeps copies of cards. The ways on of what was saved stay. */
export function tickedCard({ language, moment, counted, ticked, number }: TicksView & { number?: number }): Card {
  const words = ticksWords(language)
  const change = {
    title: words.change,
    verb: 'reflection.ticks',
    data: { moment },
    typed: typed(commands.ticks, language),
  }
  const next = momentWays(language, { data: { moment } }, number)
  return card({
    language,
    title: ticked.length === 0 ? words.nothing : words.saved,
    content: [...(ticked.length === 0 ? [] : [text(countsLine(language, counted))]), ...ways(next)],
    equal: true,
    buttons: [
      {
        title: intentionWords(language).title,
        verb: 'intention.begin',
        data: { moment },
        typed: typed(commands.beginIntention, language),
      },
      change,
    ],
    rows: next.map((way) => way.typed),
  })
}

/** The ways on from a moment that was saved; a number where it is not the newest. */
export function momentWays(language: Language, beside: Pick<Way, 'data' | 'carries'>, number?: number): Way[] {
  const words = reflectionWords(language)
  const way = (title: string, verb: string, said: string): Way => ({ title, verb, typed: said, ...beside })
  return [
    way(words.view, 'reflection.view', typed(commands.view, language, number)),
    way(words.wasQuestion, 'reflection.was-question', typed(commands.wasQuestion, language)),
    way(words.keepNot, 'reflection.remove', typed(commands.remove, language, number)),
  ]
}

export const lateTicksCard = (language: Language): Card =>
  card({ language, title: ticksWords(language).late, content: [text(ticksWords(language).lateText)] })
