import type { Instant, Language } from '../services/core/ports.ts'
import type { Problem } from '../services/pulse/noting.ts'
import type { Point } from '../services/pulse/points.ts'
import type { NoteInput } from '../services/pulse/response-schema.ts'
import { commands, typed } from './commands.ts'
import { pointIn } from './decision.ts'
import { type Card, card, field, fitsInField, openChoice, run, text } from './kit.ts'
import { dayIn, wordsIn } from './words.ts'

/** The longest reason the field takes, in characters; the rule behind it says the same. */
const REASON_LIMIT = 600
const NAME_LIMIT = 80
const DECISIONS = ['doen', 'deels', 'niet', 'uitstellen', 'doorgeven'] as const

export interface NoteView {
  language: Language
  pulse: string
  block: string
  point: Point
  place: number
  of: number
  due: Instant
  /** It was postponed before, or passed on, which is done once. */
  postponed?: boolean
  passed?: boolean
  given?: Partial<Pick<NoteInput, 'decision' | 'reason' | 'owner' | 'hears'>>
  problem?: Problem
}

/** Card 07: one point, and what is decided about it. */
export function noteCard(view: NoteView): Card {
  const { language, pulse, place, of, problem, given = {} } = view
  const { response: words } = wordsIn(language)
  const reason = given.reason && fitsInField(given.reason) ? given.reason : undefined
  const used = [...(view.postponed ? ['uitstellen'] : []), ...(view.passed ? ['doorgeven'] : [])]
  const offered = DECISIONS.filter((one) => !used.includes(one))
  const options = offered.map((one) => [one, words.decisions[one]] as const)
  const optional = { multiline: false, limit: NAME_LIMIT }
  return card({
    language,
    eyebrow: words.eyebrow(place + 1, of, dayIn(language, view.due)),
    title: { said: pointIn(language, view.point, 'points') },
    content: [
      run(words.everybody(view.block), { size: 'Small', isSubtle: true }),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      openChoice({ id: 'decision', label: words.decision, value: given.decision || undefined, options }),
      field({
        ...{ id: 'reason', label: words.reason, limit: REASON_LIMIT, value: reason },
        ...{ placeholder: words.reasonPlaceholder, error: words.reasonError },
      }),
      field({ ...optional, id: 'owner', label: words.owner, value: given.owner, placeholder: words.ownerPlaceholder }),
      field({ ...optional, id: 'hears', label: words.hears, value: given.hears, placeholder: words.hearsPlaceholder }),
    ],
    buttons: [
      {
        title: words.next,
        verb: 'pulse.note',
        data: { pulse, point: String(place) },
        typed: typed(commands.decide, language, '…'),
      },
    ],
  })
}

export function decisionSentCard(language: Language): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: words.sent, content: [text(words.sentText)] })
}

export function answeredCard(language: Language): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: words.answered, content: [text(words.answeredText)] })
}

/** What is still to be decided is with somebody else. */
export function pointElsewhereCard(language: Language, name: string): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: { said: words.elsewhere(name) }, content: [text(words.elsewhereText)] })
}

/** Another reader has the turn. */
export function readsAlongCard(language: Language, name: string): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: { said: words.along(name) }, content: [text(words.alongText)] })
}

/** To a reader who owes an answer still, or again. */
export function owedCard(language: Language, pulse: string, why: 'reminded' | 'reopened'): Card {
  const { response: words, pulse: about } = wordsIn(language)
  const respond = { title: about.respond, verb: 'pulse.respond', data: { pulse } }
  return card({
    language,
    title: words[why],
    content: [text(words.waitsText)],
    buttons: [{ ...respond, typed: typed(commands.respond, language) }],
  })
}
