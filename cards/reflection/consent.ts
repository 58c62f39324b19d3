import type { Language } from '../../services/core/ports.ts'
import type { SignKind } from '../../services/core/text/signs.ts'
import type { Audience } from '../../services/reflection/consenting.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import {
  type Button,
  type Card,
  card,
  type Element,
  onOneLine,
  run,
  section,
  sentence,
  shortened,
  text,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { unfolding } from '../kit/rows.ts'
import { signsWords } from '../kit/signs-words.ts'
import { reflectionWords } from './question-words.ts'

/** How much is repeated of what may point at somebody, in characters. */
const SIGN_SHOWN = 48
/** There is room for two kinds of it, or for one above what unfolds. The text itself is on the card whole. */
const SIGNS_SHOWN = 2

/** Stands, when typed, for this revision and these readers. */
export const consentCode = ({ moment, seen }: { moment: Pick<Moment, 'revision'>; seen: string }) =>
  `${moment.revision}${seen.slice(-4)}`

export interface ConsentView {
  language: Language
  /** For whom the text is; all colleagues are asked about only where it tells of somebody. */
  audience: Audience
  moment: Pick<Moment, 'id' | 'text' | 'revision'>
  /** Who would read it, by name. */
  readers: readonly string[]
  /** The teams that read an answer to the pulse, by name, where these are known. */
  teams?: string | undefined
  /** By what somebody may be recognised, in the words of the text. */
  signs: readonly { kind: SignKind; words: string }[]
  /** The words stand as a quote already, or under a name: then there is no yes. */
  elsewhere?: boolean | undefined
  seen: string
}

/** The exact text, the readers' names and what may point at somebody, before anything goes near a pulse. */
export function consentCard(view: ConsentView): Card {
  const { language, audience, moment, signs, seen } = view
  const isPulse = audience === 'pulse'
  const words = reflectionWords(language)
  const isPlain = signs.length === 0
  const agree: Button = {
    title: !isPulse ? words.shareAnyway : isPlain ? words.consentYes : words.consentAnyway,
    verb: 'reflection.consent',
    data: { moment: moment.id, revision: String(moment.revision), seen },
    typed: typed(isPulse ? commands.consent : commands.shareAnyway, language, consentCode({ moment, seen })),
  }
  const rewrite: Button = {
    title: words.rewrite,
    verb: 'reflection.rewrite',
    data: { moment: moment.id },
    typed: typed(commands.rewrite, language),
  }
  return card({
    language,
    title: isPulse ? words.consentTitle : words.shareTitle,
    content: [
      voice(moment.text, { quoted: true }),
      ...(view.elsewhere ? [text(elsewhereIn(view))] : isPlain ? [] : pointing(view)),
      ...(view.elsewhere ? [] : readersOf(view).map((line) => ({ ...run(line), spacing: 'Medium' as const }))),
      ...(isPulse && !view.elsewhere ? [text(words.consentNote)] : []),
    ],
    note: words.consentSelf,
    buttons: [
      ...(view.elsewhere ? [rewrite] : isPlain ? [agree] : [rewrite, agree]),
      {
        title: words.consentNo,
        verb: 'reflection.keep-private',
        data: { moment: moment.id },
        typed: typed(commands.keepPrivate, language),
      },
    ],
  })
}

/** R37: why these words cannot be both a quote and under a name. */
export const elsewhereIn = ({ language, audience }: Pick<ConsentView, 'language' | 'audience'>): string =>
  reflectionWords(language).elsewhere[audience]

/** Who would read it, and who reads along when an answer comes. */
export function readersOf({
  language,
  audience,
  readers,
  teams,
}: Pick<ConsentView, 'language' | 'audience' | 'readers' | 'teams'>): string[] {
  const words = reflectionWords(language)
  if (audience === 'colleagues') return [words.shareReaders]
  const known = readers.length > 0 ? words.consentReaders(readers.join(', ')) : words.consentNobody
  return [known, teams ? words.consentAnswered(teams) : words.consentAnsweredSome]
}

/** What was found, each kind once, in the words of the text. */
export function signsIn(language: Language, signs: ConsentView['signs']): { kind: string; words: string }[] {
  const { kinds } = signsWords(language)
  return [...Map.groupBy(signs, ({ kind }) => kind)].map(([kind, found]) => {
    const named = [...new Set(found.map(({ words }) => onOneLine(words)))].join(', ')
    return { kind: kinds[kind], words: shortened(named, SIGN_SHOWN) }
  })
}

function pointing({ language, signs }: ConsentView): Element[] {
  const words = signsWords(language)
  const lines = signsIn(language, signs).map((one) => ({ ...sentence(one.kind, one.words), spacing: 'Small' }))
  const seen = lines.length > SIGNS_SHOWN ? SIGNS_SHOWN - 1 : SIGNS_SHOWN
  const rest = lines.slice(seen)
  return [
    section(words.title),
    text(words.lead),
    ...lines.slice(0, seen),
    ...(rest.length > 0 ? unfolding(language, 'signs', words.more(rest.length), ...rest) : []),
  ]
}
