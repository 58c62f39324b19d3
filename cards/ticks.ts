import type { Language } from '../services/core/ports.ts'
import type { Ticked } from '../services/core/ticks.ts'
import type { Counted } from '../services/reflection/moment.ts'
import { commands, typed } from './commands.ts'
import { atStart, type Button, type Card, card, small, text, ticks } from './kit.ts'
import { wordsIn } from './words.ts'

export interface TicksView extends Partial<Ticked> {
  language: Language
  moment: string
  counted: Counted
}

/** In the order of the lists: the first six words are topics, the rest needs. */
const TOPICS = 6

/** After a moment was saved: what played a part in it, for the pulse alone. Each list may stay empty. */
export function ticksCard({ language, moment, counted, topics = [], needs = [], barriers = [] }: TicksView): Card {
  const { ticks: words, reflection } = wordsIn(language)
  const all = Object.entries(words.words)
  const list = (id: keyof Ticked, options: [string, string][], value: readonly string[]) =>
    ticks({ id, label: words[id], options: options.map(([tick, said]) => [tick, atStart(said)]), value })
  return card({
    language,
    title: words.title,
    content: [
      list('topics', all.slice(0, TOPICS), topics),
      list('needs', all.slice(TOPICS), needs),
      list('barriers', Object.entries(words.inTheWay), barriers),
      small(countedLine(language, counted)),
    ],
    buttons: [
      { title: words.save, verb: 'reflection.tick', data: { moment }, typed: typed(commands.tick, language, '…') },
      { title: reflection.fold, verb: 'reflection.fold', data: { moment }, typed: typed(commands.fold, language) },
    ],
  })
}

/** What holds for this reader. */
const countedLine = (language: Language, counted: Counted): string => {
  const { ticks: words } = wordsIn(language)
  return counted === 'counted' ? words.counted : words.other
}

/** Kept. What was ticked is not repeated, for Teams keeps copies of cards. */
export const tickedCard = ({ language, moment, counted }: TicksView): Card =>
  card({
    language,
    title: wordsIn(language).ticks.saved,
    content: [text(countedLine(language, counted))],
    buttons: [ticksButton(language, moment, wordsIn(language).ticks.change)],
  })

export const lateTicksCard = (language: Language): Card =>
  card({ language, title: wordsIn(language).ticks.late, content: [text(wordsIn(language).ticks.lateText)] })

/** Opens the lists of a moment. */
export const ticksButton = (language: Language, moment: string, title = wordsIn(language).ticks.open): Button => ({
  ...{ title, verb: 'reflection.ticks', data: { moment } },
  typed: typed(commands.ticks, language),
})
