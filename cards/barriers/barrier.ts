import type { BarrierProblem, BarrierShown, PlaceOnList } from '../../services/barriers/schema.ts'
import type { Instant, Language } from '../../services/core/ports.ts'
import { type Button, type Card, card, type Element, field, sentence, small, text, voice } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn, facts } from '../kit/dates.ts'
import { barrierWords } from './words.ts'

export interface OneView {
  language: Language
  barrier: BarrierShown
  limit: number
  /** What was filled in, and why it did not go. */
  words?: string | undefined
  day?: string | undefined
  /** Whom they were about to ask, and why, on the card for another one. */
  who?: string | undefined
  why?: string | undefined
  problem?: BarrierProblem | undefined
}

const eyebrow = (language: Language, { weeks, kind }: BarrierShown) => {
  const words = barrierWords(language)
  return facts(words.name, words.age(weeks), kind === 'in-de-weg' ? undefined : words.canGo)
}

/** What it is about, with who put it there where that may be said. */
function saidBox(language: Language, { text: own, fromPulse, raisedBy }: BarrierShown): Element {
  const words = barrierWords(language)
  const by = raisedBy ? words.raisedBy(raisedBy) : fromPulse ? words.fromPulse : words.colleague
  return voice(own, { by, quoted: !fromPulse })
}

/** It may stay empty where it is not worked on any more: a rule asks for it, not the client. */
const dayField = (id: string, label: string, value: string | undefined): Element => ({
  type: 'Input.Date',
  id,
  label,
  ...(value && { value }),
  spacing: 'Medium',
})

const PLACE_IN_WAY: Record<PlaceOnList, number> = { listed: 0, owned: 1, working: 2, gone: 3, stays: 3 }

/** Where it is on its way: the step of now in the accent. */
function way(language: Language, place: PlaceOnList): Element {
  const { way: steps } = barrierWords(language)
  return {
    type: 'RichTextBlock',
    spacing: 'Medium',
    inlines: steps.flatMap((step, at) => [
      ...(at > 0 ? [{ type: 'TextRun', text: ' · ', isSubtle: true }] : []),
      at === PLACE_IN_WAY[place]
        ? { type: 'TextRun', text: step, weight: 'Bolder', color: 'Accent' }
        : { type: 'TextRun', text: step, isSubtle: true },
    ]),
  }
}

const problemLine = (language: Language, problem: BarrierProblem | undefined): Element[] =>
  problem ? [text(barrierWords(language).problems[problem])] : []

const buttonOf =
  (language: Language, { id }: Pick<BarrierShown, 'id'>) =>
  (title: string, verb: Button['verb'], command: keyof typeof COMMANDS, rest = ''): Button => ({
    title,
    verb,
    data: { barrier: id },
    typed: typed(COMMANDS[command], language, `${codeOf(id)}${rest}`),
  })

const COMMANDS = {
  open: commands.openBarrier,
  join: commands.joinBarrier,
  withdraw: commands.withdrawBarrier,
  take: commands.takeBarrier,
  other: commands.passBarrier,
  stays: commands.barrierStays,
  working: commands.barrierWorking,
  gone: commands.barrierGone,
} as const

/** To the card for another one, with whom they were about to ask there. */
const toOther = ({ language, barrier, who, why }: OneView): Button => ({
  ...buttonOf(language, barrier)(barrierWords(language).other, 'barrier.other', 'other'),
  data: { barrier: barrier.id, ...(who && { who }), ...(why && { why }) },
  carries: true,
})

/** Card 06: somebody is asked to take it away. */
export function askedBarrierCard(view: OneView): Card {
  const { language, barrier, limit, words: own, day, problem } = view
  const words = barrierWords(language)
  const button = buttonOf(language, barrier)
  return card({
    language,
    eyebrow: eyebrow(language, barrier),
    title: words.askTitle,
    content: [
      ...problemLine(language, problem),
      saidBox(language, barrier),
      way(language, barrier.place),
      sentence(words.why, barrier.why ?? words.whyDefault),
      field({ id: 'words', label: words.step, placeholder: words.stepExample, value: own, limit, multiline: false }),
      dayField('day', words.day, day),
    ],
    note: words.unchanged,
    buttons: [
      button(words.take, 'barrier.take', 'take', '; …'),
      toOther(view),
      { ...button(words.stays, 'barrier.stays', 'stays'), carries: true },
    ],
  })
}

/** On the day that was promised: its owner says how it stands. */
export function progressCard(view: OneView): Card {
  const { language, barrier, limit, words: own, day, problem } = view
  const words = barrierWords(language)
  const button = buttonOf(language, barrier)
  return card({
    language,
    eyebrow: eyebrow(language, barrier),
    title: words.howTitle,
    content: [
      ...problemLine(language, problem),
      saidBox(language, barrier),
      way(language, barrier.place),
      ...(barrier.next ? [text(words.next(dayIn(language, barrier.next)))] : []),
      field({ id: 'words', label: words.howField, value: own, limit }),
      dayField('day', words.howDay, day),
    ],
    note: words.unchanged,
    equal: true,
    buttons: [
      button(words.gone, 'barrier.gone', 'gone', '; …'),
      { ...button(words.working, 'barrier.working', 'working', '; …'), carries: true },
      { ...button(words.stays, 'barrier.say-stays', 'stays', '; …'), carries: true },
      toOther(view),
    ],
  })
}

/** Why it stays: an end like the other. */
export function staysCard({ language, barrier, limit, words: own, problem }: OneView): Card {
  const words = barrierWords(language)
  return card({
    language,
    eyebrow: eyebrow(language, barrier),
    title: words.staysTitle,
    content: [
      ...problemLine(language, problem),
      saidBox(language, barrier),
      field({ id: 'words', label: words.staysField, value: own, limit }),
    ],
    note: words.unchanged,
    buttons: [buttonOf(language, barrier)(words.staysSay, 'barrier.say-stays', 'stays', '; …')],
  })
}

/** Another one is asked: by who was asked, who has it, or who keeps the list. */
export function otherCard({ language, barrier, limit, words: own, day, who, why, problem }: OneView): Card {
  const words = barrierWords(language)
  const button = buttonOf(language, barrier)
  const keeps = barrier.part === 'keeps'
  // What was typed on the card before waits there.
  const before = { barrier: barrier.id, ...(own && { words: own }), ...(day && { day }) }
  const back = {
    ...button(words.back, 'barrier.open', 'open'),
    data: before,
    carries: true,
  }
  return card({
    language,
    eyebrow: eyebrow(language, barrier),
    title: words.otherTitle,
    content: [
      ...problemLine(language, problem),
      saidBox(language, barrier),
      field({
        id: 'who',
        label: words.otherWho,
        placeholder: words.whoExample,
        value: who,
        limit: 200,
        multiline: false,
      }),
      field({ id: 'why', label: words.otherWhy, value: why, limit, multiline: false }),
    ],
    ...(!keeps && { note: words.otherNote }),
    buttons: [
      { ...button(words.ask, 'barrier.name', 'other', '; …'), data: before },
      ...(keeps ? [{ ...button(words.stays, 'barrier.stays', 'stays'), carries: true }] : [back]),
    ],
  })
}

/** One barrier, for a colleague who looks at it, with what they can do. */
export function barrierCard({ language, barrier }: Pick<OneView, 'language' | 'barrier'>): Card {
  const words = barrierWords(language)
  const { place, part, isOpen, next, said, waits } = barrier
  const button = buttonOf(language, barrier)
  const isIn = part === 'raised' || part === 'joined'
  return card({
    language,
    eyebrow: eyebrow(language, barrier),
    title: words.titles[place],
    content: [
      saidBox(language, barrier),
      way(language, place),
      ...(said ? [voice(said.words, { by: said.by })] : []),
      ...(place === 'stays' && !said ? [text(words.nobodyTook)] : []),
      ...(isOpen && next ? [text(words.next(dayIn(language, next)))] : []),
      ...(isOpen && waits ? [text(words.waits)] : []),
      ...(isOpen && !part ? [small(words.joinNote)] : []),
    ],
    equal: true,
    buttons: [
      ...(isOpen && !part ? [button(words.join, 'barrier.join', 'join')] : []),
      ...(isIn ? [button(words.withdraw, 'barrier.withdraw', 'withdraw')] : []),
      { title: words.all, verb: 'barrier.show', typed: typed(commands.barriers, language) },
    ],
  })
}

export interface BarrierNews {
  language: Language
  barrier: Pick<BarrierShown, 'id' | 'text' | 'fromPulse' | 'weeks' | 'kind'>
  place: PlaceOnList
  said?: { words: string; by: string } | undefined
  next?: Instant | undefined
}

/** What changed, for who raised it and who joined: in the words in which it was said. */
export function barrierNewsCard({ language, barrier, place, said, next }: BarrierNews): Card {
  const words = barrierWords(language)
  const { fromPulse, text: own } = barrier
  return card({
    language,
    eyebrow: words.name,
    title: words.news[place],
    content: [
      voice(own, { quoted: !fromPulse }),
      way(language, place),
      ...(said ? [voice(said.words, { by: said.by })] : []),
      ...(!said && place === 'stays' ? [text(words.nobodyTook)] : []),
      ...(!said && place === 'listed' ? [text(words.backText)] : []),
      ...(next ? [text(words.next(dayIn(language, next)))] : []),
    ],
    equal: true,
    buttons: [
      buttonOf(language, barrier)(words.look, 'barrier.open', 'open'),
      { title: words.all, verb: 'barrier.show', typed: typed(commands.barriers, language) },
    ],
  })
}

/** What was done, said back; what was written is not repeated. */
export type BarrierDone = 'raised' | 'joined' | 'withdrawn' | 'passed' | 'passedBack' | 'saidTitle' | { taken: Instant }

export function barrierDoneCard(language: Language, done: BarrierDone): Card {
  const words = barrierWords(language)
  const [title, more] =
    typeof done === 'object'
      ? [words.taken, words.takenText(dayIn(language, done.taken))]
      : [words[done], done === 'saidTitle' ? words.saidText : words[`${done}Text`]]
  return card({
    language,
    eyebrow: words.name,
    title,
    content: [text(more)],
    equal: true,
    buttons: [{ title: words.all, verb: 'barrier.show', typed: typed(commands.barriers, language) }],
  })
}
