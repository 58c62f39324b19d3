import type { Answer, Ask, Reason } from '../services/ask/ask.ts'
import type { KnownItem } from '../services/ask/ports.ts'
import type { Language } from '../services/core/ports.ts'
import { commands, typed } from './commands.ts'
import {
  type Card,
  card,
  choice,
  type Element,
  openChoice,
  run,
  section,
  shortened,
  text,
  toggle,
  voice,
} from './kit.ts'
import type { Words } from './nl.ts'
import { dateIn, monthIn, wordsIn } from './words.ts'

/** How much of an item is shown, in characters. */
const ITEM_SHOWN = 600
/** How many people are shown, and how many below a full list of answers: together they stay within two screens. */
const MANY = 5
const FEW = 3
/** How much of a question the list shows, in characters; opened, it is shown whole. */
const LISTED = 120

/** A colleague as the card names one. */
export interface Named {
  /** Stands for the colleague on this card alone: no object id, for who reads a card may not know it. */
  id: string
  name: string
  reason: Reason
  maybe: boolean
}

export interface LookingView {
  language: Language
  ask: Pick<Ask, 'id' | 'question'>
  known: (KnownItem & { by: string })[]
  knowers: Named[]
  problem?: 'not-available'
}

/** Card 03: first what is known, then who may know, with the reason in words. */
export function askCard({ language, ask, known, knowers, problem }: LookingView): Card {
  const { ask: words } = wordsIn(language)
  const data = { ask: ask.id }
  const send = { title: words.send, verb: 'ask.send', data, typed: typed(commands.send, language) }
  const helps = known.map(({ id }, place) => ({
    title: words.knownHelps(place + 1),
    verb: 'ask.known',
    data: { ...data, item: id },
    typed: words.knownHelps(place + 1).toLowerCase(),
  }))
  return card({
    language,
    eyebrow: words.eyebrow,
    title: { said: ask.question },
    content: [
      ...(problem ? [{ ...text(words.notAvailable), color: 'Attention' }] : []),
      ...(known.length > 0
        ? [section(words.known), ...known.map((item, place) => knownBox(language, item, place))]
        : []),
      ...(knowers.length > 0
        ? [whoToAsk(language, knowers.slice(0, known.length > 2 ? FEW : MANY), known.length > 0)]
        : [text(words.nobodyYet)]),
    ],
    note: knowers.length > 0 ? words.note : words.nobodyNote,
    buttons: knowers.length > 0 ? [send, ...helps] : helps,
    equal: knowers.length === 0,
  })
}

function knownBox(language: Language, item: KnownItem & { by: string }, place: number): Element {
  const { ask: words } = wordsIn(language)
  const facts = [item.by, words.applied(item.applied), words.shared(monthIn(language, item.at))]
  return voice(shortened(item.text, ITEM_SHOWN), { head: words.answerNumber(place + 1), by: facts.join(' · ') })
}

function whoToAsk(language: Language, knowers: Named[], afterKnown: boolean): Element {
  const { ask: words } = wordsIn(language)
  return openChoice({
    id: 'who',
    label: afterKnown ? words.who : words.whoFirst,
    value: 'anyone',
    options: [['anyone', words.choose], ...knowers.map((knower) => [knower.id, who(language, knower)] as const)],
  })
}

function who(language: Language, { name, reason, maybe }: Named): string {
  const { ask: words } = wordsIn(language)
  return `${maybe ? words.maybe(name) : name}: ${because(language, words.reason, reason)}`
}

function because(language: Language, words: Words['ask']['reason'], reason: Reason): string {
  if (reason.kind === 'shared') return words.shared(reason.count, reason.word, monthIn(language, reason.last))
  if (reason.kind === 'declared') return words.declared(reason.topic)
  return reason.kind === 'works' ? words.works(reason.team, reason.jobTitle) : words.named()
}

/** An ask that is on its way, or over: always the present state, and what can be done next. */
export function standingCard(
  language: Language,
  ask: Pick<Ask, 'id' | 'question' | 'state'>,
  helper?: string,
  answers: { text: string; by: string }[] = [],
): Card {
  const { ask: words } = wordsIn(language)
  // What came before stays to be read, whatever became of the question.
  const before = answers.map(({ text: answer, by }) => voice(answer, { by, quoted: true }))
  const close = {
    title: words.close,
    verb: 'ask.close',
    data: { ask: ask.id },
    typed: typed(commands.closeAsk, language),
  }
  if (ask.state === 'open') {
    const line = helper ? words.accepted(helper) : words.onItsWay
    const note = helper ? words.acceptedText : words.onItsWayNote
    const content = [...before, { ...run(line, { weight: 'Bolder' }), spacing: 'Large' }]
    return card({
      language,
      eyebrow: words.eyebrow,
      title: { said: ask.question },
      content,
      note,
      buttons: [close],
      equal: true,
    })
  }
  const [title, line] =
    ask.state === 'known'
      ? [words.knownTitle, words.knownText]
      : ask.state === 'nobody'
        ? [words.nobody, words.nobodyText]
        : [words.closed, words.closedText]
  return card({ language, title, content: [run(ask.question, { isSubtle: true }), ...before, text(line)] })
}

export const acceptedCard = (language: Language, ask: Pick<Ask, 'question'>, helper: string): Card => {
  const { ask: words } = wordsIn(language)
  const content = [run(ask.question, { isSubtle: true }), text(words.acceptedText)]
  return card({ language, title: { said: words.accepted(helper) }, content })
}

export interface AnswerView {
  language: Language
  ask: Pick<Ask, 'id' | 'question'>
  answer: Pick<Answer, 'id' | 'text'>
  helper: { name: string; first: string; team: string }
}

/** Card 05: the answer, in the helper's own words. */
export function answerCard({ language, ask, answer, helper }: AnswerView): Card {
  const { ask: words } = wordsIn(language)
  const data = { ask: ask.id, answer: answer.id }
  return card({
    language,
    eyebrow: words.answerEyebrow,
    title: { said: words.answerTitle(helper.name) },
    content: [
      run(ask.question, { isSubtle: true }),
      voice(answer.text, { by: `${helper.name} · ${helper.team}`, quoted: true }),
      toggle('keep', words.keepLabel, words.keepTitle(helper.first)),
    ],
    buttons: [
      { title: words.helped, verb: 'ask.helped', data, typed: typed(commands.helped, language) },
      { title: words.notYet, verb: 'ask.not-yet', data, typed: typed(commands.notYet, language) },
    ],
  })
}

export function helpedCard(language: Language, helper: string, keep: boolean, answer: string): Card {
  const { ask: words } = wordsIn(language)
  const content = [run(keep ? words.helpedKeep(helper) : words.helpedText(helper)), voice(answer, { quoted: true })]
  return card({ language, title: words.helpedTitle, content })
}

/** What this person asked, newest first. */
export function asksCard(language: Language, asked: Pick<Ask, 'id' | 'question' | 'state' | 'at'>[]): Card {
  const { ask: words } = wordsIn(language)
  const [newest] = asked
  if (!newest) return card({ language, title: words.list, content: [text(words.listEmpty)] })
  const line = (ask: (typeof asked)[number], place: number) =>
    `${place + 1} · ${dateIn(language, ask.at)} · ${words.states[ask.state]}`
  return card({
    language,
    title: words.list,
    content: [
      ...asked.map((ask, place) => voice(shortened(ask.question, LISTED), { by: line(ask, place) })),
      choice({
        id: 'ask',
        label: words.which,
        value: newest.id,
        options: asked.map((ask, place) => [ask.id, line(ask, place)] as const),
      }),
    ],
    buttons: [{ title: words.open, verb: 'ask.show', typed: typed(commands.openAsk, language) }],
  })
}

/** In a channel no names of people and no answers: the rest is said in the person's own chat. */
export const channelCard = (language: Language): Card => card({ language, title: wordsIn(language).ask.channel })

export const askTooLongCard = (language: Language, limit: number): Card =>
  card({ language, title: wordsIn(language).ask.tooLong(limit) })
