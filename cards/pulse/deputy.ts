import type { Language } from '../../services/core/ports.ts'
import type { Chosen } from '../../services/pulse/people/deputies.ts'
import { type Card, card, text } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { deputyWords } from './deputy-words.ts'
import { taskWords } from './task-words.ts'

/** To a manager who named somebody to stand in, or nobody any more. */
export function deputyCard(language: Language, chosen: Chosen): Card {
  const words = deputyWords(language)
  if (chosen.kind === 'asked')
    return card({ language, title: { said: words.asked(chosen.name) }, content: [text(words.askedText)] })
  if (chosen.kind === 'stands-in')
    return card({ language, title: { said: words.standsIn(chosen.name) }, content: [text(words.standsInText)] })
  if (chosen.kind === 'cleared') return card({ language, title: words.cleared, content: [text(words.clearedText)] })
  const how = chosen.kind === 'no-manager' ? [] : [text(words.how)]
  return card({ language, title: words.problems[chosen.kind], content: how })
}

/** To the person who was named: what it is, and what it costs them. */
export function deputyAskedCard(language: Language, name: string, role: string): Card {
  const words = deputyWords(language)
  const button = (title: string, verb: string, command: Parameters<typeof typed>[0]) => ({
    title,
    verb,
    data: { role },
    typed: typed(command, language, codeOf(role)),
  })
  return card({
    language,
    title: { said: words.asks(name) },
    content: [text(words.asksText), text(words.asksCount)],
    note: taskWords(language).note,
    buttons: [
      button(words.yes, 'pulse.deputy-yes', commands.standIn),
      button(words.no, 'pulse.deputy-no', commands.standNotIn),
    ],
  })
}

export function deputyAnsweredCard(language: Language, answer: 'agreed' | 'refused'): Card {
  const words = deputyWords(language)
  return card({ language, title: words[answer], content: [text(words[`${answer}Text`])] })
}
