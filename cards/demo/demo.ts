import type { Instant, Language } from '../../services/core/ports.ts'
import { type Card, card, run, text } from '../kit/card.ts'
import { dateIn } from '../kit/dates.ts'
import { demoWords } from './words.ts'

export function actingCard(language: Language, name: string, team: string): Card {
  const words = demoWords(language)
  return card({ language, title: { said: words.as(name) }, content: [run(words.asText(team))] })
}

export function nobodyCard(language: Language, names: string[], several: boolean): Card {
  const words = demoWords(language)
  const title = several ? words.several : words.nobody
  return card({ language, title, content: [run(words.names(names.join(', ')))] })
}

export function timeCard(language: Language, at: Instant): Card {
  const words = demoWords(language)
  return card({ language, title: words.time(dateIn(language, at)), content: [text(words.timeText)] })
}

/** The window was closed, and what could be published was: nothing, where hardly anybody said anything in it. */
export function pulseCameCard(language: Language, came: boolean): Card {
  const words = demoWords(language)
  return card({
    language,
    title: came ? words.pulse : words.noPulse,
    content: [text(came ? words.pulseText : words.noPulseText)],
  })
}
