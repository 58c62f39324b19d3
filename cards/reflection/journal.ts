import type { Language } from '../../services/core/ports.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import { careWords } from '../care/words.ts'
import { type Card, card, onOneLine, run, sentence, shortened, small, text, voice } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn } from '../kit/dates.ts'
import { journalWords } from './journal-words.ts'
import { reflectionWords } from './question-words.ts'

/** How much of a moment the list shows, in characters; opened, it is shown whole. */
const LISTED = 120

export interface JournalView {
  language: Language
  entries: { number: number; moment: Pick<Moment, 'id' | 'text' | 'sharing' | 'written'> }[]
  /** The number before which older ones begin. */
  older?: number
  searched?: string
  /** What became of this person's quote in a pulse, after a report. */
  fate?: 'hidden' | 'removed'
}

/** One's own journal, at one's own request: the only place where the words are shown again. */
export function journalCard({ language, entries, older, searched, fate }: JournalView): Card {
  const words = journalWords(language)
  const care = careWords(language)
  const told = fate ? [sentence(`${care.fates.author[fate]}.`, care.fateText.author)] : []
  const head = [small(words.only), ...told, ...(searched ? [run(words.found(searched))] : [])]
  if (entries.length === 0) {
    return card({ language, title: words.title, content: [...head, text(searched ? words.nothing : words.empty)] })
  }
  const line = ({ number, moment }: JournalView['entries'][number]) =>
    words.number(number, dateIn(language, moment.written), words.sharings[moment.sharing])
  return card({
    language,
    title: words.title,
    content: [
      ...head,
      ...entries.map((entry) => voice(shortened(onOneLine(entry.moment.text), LISTED), { by: line(entry) })),
    ],
    // One tap opens one moment: none of them is the better choice.
    equal: true,
    buttons: [
      ...entries.map(({ number, moment }) => ({
        title: words.open(number),
        verb: 'reflection.view',
        data: { moment: moment.id },
        typed: typed(commands.openNumber, language, number),
      })),
      // Four buttons at most: the last page has room for taking all of it along.
      older
        ? {
            title: words.older,
            verb: 'reflection.journal',
            data: { before: String(older), ...(searched && { search: searched }) },
            typed: typed(commands.older, language, older),
          }
        : { title: words.export, verb: 'privacy.export', typed: typed(commands.export, language) },
    ],
  })
}

export function removeCard(
  language: Language,
  { id: moment, written }: Pick<Moment, 'id' | 'written'>,
  number: number,
  isMessageDeleted = false,
): Card {
  const words = reflectionWords(language)
  return card({
    language,
    eyebrow: words.yours(dateIn(language, written)),
    title: isMessageDeleted ? words.deletedTitle : words.removeTitle,
    content: [...(isMessageDeleted ? [text(words.deletedMessage)] : []), text(words.removeText)],
    equal: true,
    buttons: [
      { title: words.removeNo, verb: 'reflection.fold', data: { moment }, typed: typed(commands.fold, language) },
      {
        title: words.removeYes,
        verb: 'reflection.remove-yes',
        data: { moment },
        typed: typed(commands.removeYes, language, number),
      },
    ],
  })
}

export const removedCard = (language: Language): Card => card({ language, title: reflectionWords(language).removed })
