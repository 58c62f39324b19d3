import type { Language } from '../../services/core/ports.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import { type Element, text } from '../kit/card.ts'
import { signsWords } from '../kit/signs-words.ts'
import { askWords } from './asking-words.ts'

/** Kinds of what was left out of a text, as a list: "een BSN, een telefoonnummer en een e-mailadres". */
export function listed(language: Language, kinds: readonly LeftOut[]): string {
  const { personal } = askWords(language)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(kinds.map((kind) => personal[kind]))
}

/** What was left out of a text that is kept already, where anything was. */
export const leftOutLine = (language: Language, kinds: readonly LeftOut[] = []): Element[] =>
  kinds.length > 0 ? [text(signsWords(language).leftOut(listed(language, kinds)))] : []
