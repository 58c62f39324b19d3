import type { Language } from '../../services/core/ports.ts'
import type { BotTopic } from '../../services/typed/about-bot.ts'
import { bullets, type Card, card, type Element, run, sentence, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { unfolding } from '../kit/rows.ts'
import { aboutWords } from './about-bot-words.ts'

export interface AboutView {
  language: Language
  /** What was asked: its answer comes first. */
  topic: BotTopic
  /** Who reads the pulse of this person; empty while that is not known. */
  readers: readonly string[]
  /** How many people a sentence about choices is made of, at least. */
  k: number
  /** Who the confidential adviser is. */
  adviser: string | undefined
  /** Who is responsible, who watches over it, and by which legal ground: as far as the municipality said it. */
  responsible: { controller?: string | undefined; officer?: string | undefined; legalBasis?: string | undefined }
}

/** What articles 13 and 14 of the GDPR ask for beside who reads what: a line for what the municipality did not say is left out. */
function rightsIn(language: Language, { controller, officer, legalBasis }: AboutView['responsible']): Element[] {
  const words = aboutWords(language)
  return [
    ...(controller ? [run(words.controller(controller))] : []),
    ...(officer ? [run(words.officer(officer))] : []),
    ...(legalBasis ? [run(words.legalBasis(legalBasis))] : []),
    text(words.key),
    text(words.source),
    text(words.complaint),
  ]
}

/** What the bot is, who reads what, and by which rules: from the policy as it is now. */
export function aboutCard({ language, topic, readers, k, adviser, responsible }: AboutView): Card {
  const words = aboutWords(language)
  return card({
    language,
    title: words.titles[topic],
    content: [
      text(words.answers[topic]),
      bullets([words.self, words.pulse, words.colleagues, words.ticks(k - 1)]),
      run(readers.length > 0 ? words.readers(readers.join(', ')) : words.noReaders),
      sentence(words.free, words.freeText),
      ...(adviser ? [run(words.adviser(adviser))] : []),
      ...unfolding(language, 'rights', words.rights, ...rightsIn(language, responsible)),
    ],
    note: words.chat,
    equal: true,
    buttons: [
      { title: words.data, verb: 'privacy.show', typed: typed(commands.data, language) },
      { title: words.help, verb: 'guide.show', typed: typed(commands.help, language) },
    ],
  })
}
