import type { Language } from '../../services/core/ports.ts'
import type { Checked } from '../../services/core/text/signs.ts'
import {
  atStart,
  type Card,
  card,
  field,
  fitsInField,
  onOneLine,
  run,
  sentence,
  text,
  toggle,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { signsWords } from '../kit/signs-words.ts'
import { leftOutLine } from './left-out.ts'
import { type Asker, byline, decline, purposeOf } from './offer.ts'
import { offerWords } from './offer-words.ts'

/** The longest reply the field takes, in characters; the rule behind it says the same. */
const REPLY_LIMIT = 2000

export interface ReplyView {
  language: Language
  ask: { id: string; question: string; purpose?: string; remark?: string }
  asker: Asker
  /** What was typed and could not be sent, or was not sent yet. */
  text?: string | undefined
  problem?: { limit: number } | 'empty'
}

/** The place to answer; a plain typed line in the chat does the same. */
export function replyCard({ language, ask, asker, text: given, problem }: ReplyView): Card {
  const words = offerWords(language)
  const { free } = commonWords(language)
  const data = { ask: ask.id }
  return card({
    language,
    title: { said: words.helping(atStart(asker.first)) },
    content: [
      voice(ask.question, { by: byline(asker), quoted: true }),
      ...purposeOf(language, ask),
      ...(ask.remark ? [sentence(words.remark, ask.remark)] : []),
      ...(problem
        ? [{ ...text(problem === 'empty' ? words.replyError : words.tooLong(problem.limit)), color: 'Attention' }]
        : []),
      // Not a field that must be filled: the buttons beside it take along what is typed, also when that is nothing.
      field({
        id: 'text',
        label: words.reply,
        placeholder: words.replyPlaceholder,
        limit: REPLY_LIMIT,
        value: given && fitsInField(given) ? given : undefined,
      }),
      run(words.replyNote(asker.first), { size: 'Small', isSubtle: true }),
    ],
    buttons: [
      { title: words.send, verb: 'offer.reply', data, typed: free.answer },
      { title: words.forward, verb: 'offer.forward', data, carries: true, typed: typed(commands.forward, language) },
      { ...decline(language, ask.id, true), carries: true },
    ],
  })
}

export interface ReplyCheckView extends Pick<Checked, 'text' | 'leftOut' | 'pointing'> {
  language: Language
  ask: { id: string }
  asker: Asker
  seen: string
}

/** Before an answer goes: as the asker will read it, with what was left out, and by what somebody may be recognised. */
export function replyCheckCard({ language, ask, asker, text: reads, leftOut, pointing, seen }: ReplyCheckView): Card {
  const words = offerWords(language)
  const signs = signsWords(language)
  const shown = [...new Set(pointing.map(({ words: own }) => onOneLine(own)))]
  return card({
    language,
    title: signs.title,
    content: [
      run(words.checkLead(atStart(asker.first))),
      voice(reads, { quoted: true }),
      ...leftOutLine(language, leftOut),
      ...(shown.length > 0 ? [sentence(words.pointing, shown.join(', '))] : []),
      ...(leftOut.length > 0 ? [toggle('whole', words.wholeLabel, words.wholeTitle)] : []),
    ],
    buttons: [
      {
        title: words.send,
        verb: 'offer.reply-checked',
        data: { ask: ask.id, seen },
        typed: typed(commands.sendReply, language),
      },
      // It opens the field and no more: an old card promises no help again.
      { title: words.rewrite, verb: 'offer.show', data: { ask: ask.id }, typed: typed(commands.offer, language) },
    ],
  })
}
