import type { Language } from '../../services/core/ports.ts'
import type { Way } from '../../services/insertion/schema.ts'
import { type Card, card, field, fitsInField, run, text } from '../kit/card.ts'
import { commonWords } from '../kit/common-words.ts'
import { whoCanHelp } from '../typed/pointer.ts'
import { pointerWords } from '../typed/words.ts'
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

export interface TenderView extends Pick<TakenView, 'language' | 'way' | 'form' | 'text' | 'limit'> {
  /** Who the confidential adviser is, and how to reach them. */
  adviser: string | undefined
}

/** Who can help, and under it the text, which is nowhere else. All ways out are equal. */
export function tenderTakenCard({ language, way, form, text: given, limit, adviser }: TenderView): Card {
  const words = insertionWords(language)
  const pointer = pointerWords(language)
  const { free } = commonWords(language)
  const data = { form, calm: 'true' }
  const keep = { title: pointer.keep, verb: 'insertion.keep', data, carries: true, typed: free.text }
  const ask = { title: pointer.sendAnyway, verb: 'insertion.ask', data, carries: true, typed: free.text }
  return card({
    language,
    title: pointer.title,
    content: [
      ...whoCanHelp(language, adviser),
      run(words.notDone, { isSubtle: true, size: 'Small' }),
      field({
        id: 'text',
        label: way === 'ask' ? words.askField : words.keepField,
        value: given,
        limit,
      }),
    ],
    equal: true,
    buttons: way === 'ask' ? [keep, ask] : [keep],
  })
}
