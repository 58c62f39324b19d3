import type { Language } from '../../services/core/ports.ts'
import type { Element } from '../kit/card.ts'
import { insertionWords } from './words.ts'

/**
 * What stands in somebody's message, for all who read that chat, guests as well: a title and a link. Nothing can be pressed
 * on it but the link. Teams takes version 1.3 where a link unfolds.
 */
export interface Inserted {
  type: 'AdaptiveCard'
  version: '1.3'
  lang: Language
  fallbackText: string
  body: Element[]
  actions: { type: 'Action.OpenUrl'; title: string; url: string }[]
}

/** `title` is ours, or made of words that many colleagues use: never the words of one person. */
export function linkTo(language: Language, title: string, link: string): Inserted {
  const words = insertionWords(language)
  const line = (text: string, look: object = {}): Element => ({ type: 'TextBlock', text, wrap: true, ...look })
  return {
    type: 'AdaptiveCard',
    version: '1.3',
    lang: language,
    fallbackText: title,
    body: [line(title, { weight: 'Bolder', style: 'heading' }), line(words.app, { size: 'Small', isSubtle: true })],
    actions: [{ type: 'Action.OpenUrl', title: words.open, url: link }],
  }
}
