import type { Reason } from '../../services/ask/ask.ts'
import type { WaitingOffer } from '../../services/ask/waiting-asks.ts'
import type { Language } from '../../services/core/ports.ts'
import type { RunningLine } from '../../services/running/running.ts'
import {
  atStart,
  type Button,
  type Card,
  card,
  type Element,
  field,
  run,
  sentence,
  small,
  text,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { monthIn } from '../kit/dates.ts'
import { runningWords } from '../running/words.ts'
import { offerWords } from './offer-words.ts'

/** The asker, as the colleague sees them: by name, or by a role alone. */
export interface Asker {
  name: string
  first: string
  team: string
}

export interface OfferView {
  language: Language
  ask: { id: string; question: string; purpose?: string }
  asker: Asker
  reason: Reason
  /** The name behind a reason that a colleague gave. */
  namedBy?: string
  limit: number
}

/** Card 04: an ask put to one colleague, with the reason, and a "no" that costs nothing. */
export function offerCard({ language, ask, asker, reason, namedBy, limit }: OfferView): Card {
  const words = offerWords(language)
  const data = { ask: ask.id }
  return card({
    language,
    eyebrow: words.eyebrow,
    title: { said: words.title(asker.name) },
    content: [
      voice(ask.question, { by: byline(asker), quoted: true }),
      ...purposeOf(language, ask),
      sentence(words.why, because(language, reason, namedBy ?? commonWords(language).anonymous)),
      run(words.note(atStart(asker.first), limit), { size: 'Small', isSubtle: true }),
    ],
    buttons: [
      { title: words.accept, verb: 'offer.accept', data, typed: typed(commands.accept, language) },
      { title: words.forward, verb: 'offer.forward', data, typed: typed(commands.forward, language) },
      decline(language, ask.id, false),
    ],
  })
}

/** The card says what it knew of: a no on a card from before the yes takes no help back. */
export const decline = (language: Language, ask: string, helps: boolean): Button => ({
  title: offerWords(language).decline,
  verb: 'offer.decline',
  data: { ask, ...(helps && { helps: 'true' }) },
  typed: typed(commands.decline, language),
})

/** Somebody who shows a role instead of a name shows no team either. */
export const byline = ({ name, team }: Asker) => (team ? `${name} · ${team}` : atStart(name))

export const purposeOf = (language: Language, { purpose }: OfferView['ask']): Element[] =>
  purpose ? [sentence(offerWords(language).purpose, purpose)] : []

function because(language: Language, reason: Reason, namedBy: string): string {
  const { reason: words } = offerWords(language)
  if (reason.kind === 'shared') return words.shared(reason.count, reason.word, monthIn(language, reason.last))
  if (reason.kind === 'declared') return words.declared(reason.topic)
  return reason.kind === 'works' ? words.works(reason.team, reason.jobTitle) : words.named(namedBy)
}

/** A press on an offer that has moved on: the present state, with thanks and without an error. */
export function offerStateCard(language: Language, state: 'taken' | 'over' | 'answered', asker: string): Card {
  const words = offerWords(language)
  const says = {
    taken: [words.taken, words.takenText],
    over: [words.over, words.overText],
    answered: [words.answered(asker), words.answeredText],
  }[state]
  return card({ language, title: { said: says[0] ?? '' }, content: [text(says[1] ?? '')] })
}

/** `unsent` when an answer was typed that was not sent: it is there when they help after all. */
export function declinedCard(language: Language, ask: string, unsent = false): Card {
  const words = offerWords(language)
  const again = {
    title: words.changedMind,
    verb: 'offer.accept',
    data: { ask },
    typed: typed(commands.accept, language),
  }
  const content = [text(words.declinedText), ...(unsent ? [text(words.unsent)] : [])]
  return card({ language, title: words.declined, content, buttons: [again], equal: true })
}

/** So many are named where several have the name. */
const NAMES_SHOWN = 5

/** Why the name that was written leads to nobody, with the names of all who may be meant. */
interface NotFound {
  problem: 'nobody' | 'not-now' | 'several'
  names: readonly string[]
}

export function forwardCard(language: Language, ask: string, helps: boolean, found?: NotFound, name?: string): Card {
  const words = offerWords(language)
  const lines = { nobody: words.forwardUnknown, 'not-now': words.forwardNotNow, several: words.forwardWhich }
  const namesakes = found?.problem === 'several' ? found.names.slice(0, NAMES_SHOWN) : []
  return card({
    language,
    title: words.forwardTitle,
    content: [
      ...(found ? [{ ...text(lines[found.problem]), color: 'Attention' }] : []),
      ...namesakes.map((one) => run(one, { size: 'Small' })),
      field({
        id: 'name',
        label: words.forwardField,
        placeholder: words.forwardPlaceholder,
        limit: 100,
        multiline: false,
        error: words.forwardError,
        value: name,
      }),
      small(words.forwardNote),
    ],
    buttons: [
      {
        title: words.forwardSend,
        verb: 'offer.forward-to',
        data: { ask },
        typed: typed(commands.forwardTo, language, '…'),
      },
      { title: words.accept, verb: 'offer.accept', data: { ask }, typed: typed(commands.accept, language) },
      decline(language, ask, helps),
    ],
  })
}

export function forwardedCard(language: Language, name: string): Card {
  const words = offerWords(language)
  return card({ language, title: { said: words.forwarded(name) }, content: [text(words.forwardedText)] })
}

/** Thanks that came from the asker, and, when the asker wants it kept, the question whether that may be. */
export function thanksCard(
  language: Language,
  ask: { id: string; question: string },
  answer: string,
  asker: Asker,
  keep: boolean,
): Card {
  const words = offerWords(language)
  const data = { ask: ask.id }
  return card({
    language,
    title: { said: words.thanks(asker.name) },
    content: [
      text(words.thanksText),
      // A person who agrees sees the exact words they agree to.
      ...(keep ? [run(ask.question, { isSubtle: true }), voice(answer, { quoted: true })] : []),
      ...(keep ? [run(words.keepLabel(atStart(asker.first)))] : []),
    ],
    note: keep ? words.keepNote : undefined,
    equal: true,
    buttons: keep
      ? [
          { title: words.keepYes, verb: 'offer.keep-yes', data, typed: typed(commands.keepYes, language) },
          { title: words.keepNo, verb: 'offer.keep-no', data, typed: typed(commands.keepNo, language) },
        ]
      : [],
  })
}

export function keptCard(language: Language, kept: boolean): Card {
  const words = offerWords(language)
  return kept
    ? card({ language, title: words.kept, content: [text(words.keptText)] })
    : card({ language, title: words.notKept })
}

export function noLongerNeededCard(language: Language, asker: string): Card {
  const words = offerWords(language)
  return card({ language, title: { said: words.closed(atStart(asker)) }, content: [text(words.closedText)] })
}

export function noOfferCard(language: Language): Card {
  const words = offerWords(language)
  return card({ language, title: words.none, content: [text(words.noneText)] })
}

/** A question of a colleague that runs. */
export function offerLine(
  language: Language,
  { kind, ask, until }: WaitingOffer,
  { name }: Pick<Asker, 'name'>,
): RunningLine {
  const words = runningWords(language)
  return {
    turn: 'yours',
    what: words.offer[kind](name),
    about: ask.question,
    ...(until && { until }),
    opens: { verb: 'offer.show', data: { ask: ask.id } },
  }
}
