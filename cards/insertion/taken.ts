import type { Language } from '../../services/core/ports.ts'
import type { Way } from '../../services/insertion/schema.ts'
import { type Card, card, field, fitsInField, text } from '../kit/card.ts'
import { commonWords } from '../kit/common-words.ts'
import { insertionWords } from './words.ts'

export interface TakenView {
  language: Language
  way: Way
  /** This dialog: the same one sends the same thing once. */
  form: string
  text: string
  limit: number
  isEmpty?: boolean
}

/** The text of a message, to be changed before anything is done with it. */
export function takenCard({ language, way, form, text: given, limit, isEmpty }: TakenView): Card {
  const words = insertionWords(language)
  const { free } = commonWords(language)
  const isAsk = way === 'ask'
  return card({
    language,
    title: isAsk ? words.askTitle : words.keepTitle,
    content: [
      text(isAsk ? words.askNote : words.keepNote),
      ...(isEmpty ? [text(words.empty)] : []),
      field({
        id: 'text',
        label: isAsk ? words.askField : words.keepField,
        value: fitsInField(given) ? given : '',
        limit,
        error: words.empty,
      }),
    ],
    buttons: [
      {
        title: isAsk ? words.askButton : words.keepButton,
        verb: isAsk ? 'insertion.ask' : 'insertion.keep',
        data: { form },
        typed: free.text,
      },
    ],
  })
}
