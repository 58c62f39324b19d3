import type { Language } from '../../services/core/ports.ts'
import { bullets, type Card, card, promise, section, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { welcomeWords } from './words.ts'

/** Card 09: who I am, what to expect, and the one promise. */
export function welcomeCard(language: Language, first: string): Card {
  const words = welcomeWords(language)
  return card({
    language,
    title: { said: words.title(first) },
    content: [
      text(words.lead),
      section(words.expect),
      bullets(words.points),
      promise(words.promise, words.promiseText),
    ],
    buttons: [
      { title: words.begin, verb: 'reflection.ask', typed: typed(commands.question, language) },
      { title: words.data, verb: 'privacy.show', typed: typed(commands.data, language) },
      { title: words.stop, verb: 'settings.stop', typed: typed(commands.stop, language) },
    ],
  })
}
