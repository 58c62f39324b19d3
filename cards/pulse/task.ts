import type { Instant, Language } from '../../services/core/ports.ts'
import type { News } from '../../services/pulse/answer/documents.ts'
import type { Point } from '../../services/pulse/answer/points.ts'
import { type Card, card, run, text, voice } from '../kit/card.ts'
import { codeInWindow } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn } from '../kit/dates.ts'
import { pointIn } from './decision.ts'
import { taskWords } from './task-words.ts'
import { pulseWords } from './words.ts'

export interface TaskView {
  language: Language
  kind: 'pass' | 'owner'
  decision: string
  place: number
  block: string
  due: Instant
  /** Who named this person, and in which words. */
  by: string
  reason: string
  point: Point
  /** The answer reaches them anyway, with the quotes above it. */
  hears: boolean
}

/** To the person a decision named: a point to take over, or to take on. Never with a quote. */
export function taskCard(view: TaskView): Card {
  const { language, kind, block, due, by, point } = view
  const words = taskWords(language)
  const hasQuotes = point.kind === 'words' && !view.hears
  return card({
    language,
    eyebrow: words.eyebrow(dayIn(language, due)),
    title: { said: words[kind](by) },
    content: [
      run(words.about(block, pointIn(language, point, 'points')), { isSubtle: true }),
      voice(view.reason, { by }),
      ...(hasQuotes ? [text(words.noQuotes)] : []),
      ...(kind === 'pass' ? [text(words.passText)] : []),
    ],
    note: words.note,
    buttons: buttons(view),
  })
}

export interface OwnTaskView extends Pick<TaskView, 'language' | 'block' | 'by' | 'reason' | 'point'> {
  /** The day on which the block hears more. */
  until: Instant | undefined
}

/** To who said yes to a point: what they took on, in which words, and until when. Never with a quote. */
export function ownTaskCard({ language, block, by, reason, point, until }: OwnTaskView): Card {
  const words = taskWords(language)
  return card({
    language,
    ...(until && { eyebrow: words.eyebrow(dayIn(language, until)) }),
    title: words.own,
    content: [
      run(words.about(block, pointIn(language, point, 'points')), { isSubtle: true }),
      voice(reason, { by }),
      ...(until ? [text(words.ownText(dayIn(language, until)))] : []),
    ],
  })
}

function buttons({ language, kind, decision, place }: TaskView) {
  const words = taskWords(language)
  const data = { decision, place: String(place) }
  const code = codeInWindow(`${decision}.${place}`)
  const yes = kind === 'pass' ? commands.takeOver : commands.owns
  const no = kind === 'pass' ? commands.notMine : commands.ownsNot
  return [
    {
      title: kind === 'pass' ? words.takeOver : words.owns,
      verb: `pulse.${kind}-yes`,
      data,
      typed: typed(yes, language, code),
    },
    {
      title: kind === 'pass' ? words.notMine : words.ownsNot,
      verb: `pulse.${kind}-no`,
      data,
      typed: typed(no, language, code),
    },
  ]
}

/** What was answered, said back to the person who answered. */
export function handedCard(language: Language, outcome: 'gaveBack' | 'confirmed' | 'notOwner'): Card {
  const words = taskWords(language)
  return card({ language, title: words[outcome], content: [text(words[`${outcome}Text`])] })
}

/** To the person who named somebody: what that one said. */
export function newsCard(
  language: Language,
  kind: Exclude<News['kind'], TaskView['kind']>,
  name: string,
  pulse: string,
): Card {
  const words = taskWords(language)
  const about = pulseWords(language)
  const respond = { title: about.respond, verb: 'pulse.respond', data: { pulse } }
  const code = codeInWindow(pulse)
  return card({
    language,
    title: { said: words.news[kind](name) },
    content: [text(words.newsText[kind])],
    buttons: kind === 'took' ? [] : [{ ...respond, typed: typed(commands.respond, language, code) }],
  })
}
