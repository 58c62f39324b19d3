import type { Language } from '../../services/core/ports.ts'
import {
  type Button,
  type Card,
  card,
  type Element,
  run,
  sentence,
  text,
  voice,
  withButton,
  withLine,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { numbers } from '../kit/rows.ts'
import { settingsWords } from '../settings/words.ts'
import { pointerWords } from './words.ts'

export interface PointerView {
  language: Language
  /** Who the confidential adviser is, and how to reach them. */
  adviser?: string | undefined
  /** What was typed or pressed, for this person alone. */
  sealed?: string
  isPress?: boolean
  /** It may be a wish to stop as well. */
  mayStop?: boolean
}

/** Card 12: who can help. Nothing is asked, and both ways out are equal. */
export function pointerCard({ language, adviser, sealed, isPress = false, mayStop = false }: PointerView): Card {
  const words = pointerWords(language)
  const keep = {
    title: words.keep,
    verb: 'pointer.keep',
    data: { sealed: sealed ?? '' },
    typed: typed(commands.keepForMe, language, '…'),
  }
  const goOn = {
    title: isPress ? words.sendAnyway : words.aboutWork,
    verb: 'pointer.go-on',
    data: { sealed: sealed ?? '' },
    typed: typed(commands.aboutMyWork, language, '…'),
  }
  return card({
    language,
    title: words.title,
    content: [
      ...whoCanHelp(language, adviser),
      ...(sealed ? [run(isPress ? words.notSent : words.notKept, { isSubtle: true, size: 'Small' })] : []),
    ],
    equal: true,
    buttons: [...(sealed ? (isPress ? [goOn] : [keep, goOn]) : []), ...(mayStop ? [stopButton(language)] : [])],
  })
}

/** Who listens, and whom to call. */
export function whoCanHelp(language: Language, adviser: string | undefined): Element[] {
  const words = pointerWords(language)
  return [
    text(words.lead),
    ...(adviser ? [voice(adviser, { head: words.adviser })] : [text(words.unnamed)]),
    text(words.listens),
    ...numbers([
      ['112', words.danger, words.dangerText],
      ['113', words.suicide, words.suicideText],
    ]),
  ]
}

const stopButton = (language: Language): Button => ({
  title: settingsWords(language).stop,
  verb: 'settings.stop',
  typed: typed(commands.stop, language),
})

/** One line that says who can help, under whatever else is said; it claims nothing of the one who reads it. */
export function withPointer(shown: Card, language: Language, adviser: string | undefined): Card {
  const words = pointerWords(language)
  return withLine(shown, sentence(words.line, words.lineText(adviser ?? words.someone)))
}

/** The way out, beside what is answered in passing. */
export const withStop = (shown: Card, language: Language): Card => withButton(shown, stopButton(language))
