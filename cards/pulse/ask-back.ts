import type { Instant, Language } from '../../services/core/ports.ts'
import type { NoQuestion } from '../../services/pulse/answer/asking-back.ts'
import { type Card, card, field, fitsInField, run, text, voice } from '../kit/card.ts'
import { codeInWindow } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn } from '../kit/dates.ts'
import { askBackWords } from './ask-back-words.ts'

/** The longest question the field takes, in characters; the rule behind it says the same. */
const QUESTION_LIMIT = 300

export interface AskBackView {
  language: Language
  pulse: string
  block: string
  given?: string
  problem?: NoQuestion
}

/** To the person who answers a pulse: one question to all of the block. */
export function askBackCard({ language, pulse, block, given, problem }: AskBackView): Card {
  const words = askBackWords(language)
  const value = given && fitsInField(given) ? given : undefined
  return card({
    language,
    title: words.title,
    content: [
      run(words.everybody(block), { size: 'Small', isSubtle: true }),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      field({
        id: 'question',
        label: words.field,
        limit: QUESTION_LIMIT,
        value,
        placeholder: words.placeholder,
        error: words.error,
      }),
    ],
    note: words.note,
    buttons: [
      {
        title: words.send,
        verb: 'pulse.ask-send',
        data: { pulse },
        typed: typed(commands.askBack, language, `${codeInWindow(pulse)} …`),
      },
    ],
  })
}

export function askedBackCard(language: Language, outcome: 'asked' | 'before'): Card {
  const words = askBackWords(language)
  return card({ language, title: words[outcome], content: [text(words[`${outcome}Text`])] })
}

export interface QuestionBackView {
  language: Language
  from: Instant
  to: Instant
  by: string
  text: string
  /** It is not what was sent. */
  altered?: boolean
}

/** To everybody in a block, word for word. What they say to it is tied to nothing. */
export function questionBackCard(view: QuestionBackView): Card {
  const { language, from, to, by } = view
  const words = askBackWords(language)
  return card({
    language,
    eyebrow: words.eyebrow(dayIn(language, from), dayIn(language, to)),
    title: { said: words.asks(by) },
    content: [
      ...(view.altered ? [{ ...text(words.altered), color: 'Attention' }] : []),
      voice(view.text, { by }),
      text(words.how),
    ],
    note: words.who,
    buttons: [{ title: words.question, verb: 'reflection.ask', typed: typed(commands.question, language) }],
  })
}
