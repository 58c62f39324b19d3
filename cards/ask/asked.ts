import type { Answer, Ask } from '../../services/ask/ask.ts'
import type { WaitingAsk } from '../../services/ask/waiting-asks.ts'
import type { Language } from '../../services/core/ports.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import type { RunningLine } from '../../services/running/running.ts'
import { noticeWords } from '../draft/words.ts'
import { type Card, card, choice, run, shortened, text, toggle, voice } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn } from '../kit/dates.ts'
import { runningWords } from '../running/words.ts'
import { askWords } from './asking-words.ts'
import { leftOutLine } from './left-out.ts'
import { widen } from './looking.ts'

/** How much of a question the list shows, in characters; opened, it is shown whole. */
const LISTED = 120

/** An ask that is on its way, or over: always the present state, and what can be done next. */
export function standingCard(
  language: Language,
  ask: Pick<Ask, 'id' | 'question' | 'state' | 'reach' | 'stuck'>,
  helper?: string,
  answers: { text: string; by: string }[] = [],
  leftOut: readonly LeftOut[] = [],
): Card {
  const words = askWords(language)
  // What came before stays to be read, whatever became of the question.
  const before = [
    ...answers.map(({ text: answer, by }) => voice(answer, { by, quoted: true })),
    ...leftOutLine(language, leftOut),
  ]
  const close = {
    title: words.close,
    verb: 'ask.close',
    data: { ask: ask.id },
    typed: typed(commands.closeAsk, language),
  }
  const wider = ask.reach === 'unit' ? [widen(language, ask.id)] : []
  if (ask.state === 'open') {
    const isStuck = ask.stuck === true && !helper
    const line = helper ? words.accepted(helper) : isStuck ? words.stuck : words.onItsWay
    const note = helper
      ? words.acceptedText
      : wider.length === 0
        ? words.onItsWayNote
        : isStuck
          ? words.widenNote
          : words.onItsWayNear
    const content = [...before, { ...run(line, { weight: 'Bolder' }), spacing: 'Large' }]
    const buttons = [...(helper ? [] : wider), close]
    return card({
      language,
      eyebrow: words.eyebrow,
      title: { said: ask.question },
      content,
      note,
      buttons,
      equal: true,
    })
  }
  if (ask.state === 'nobody' && wider.length > 0) {
    const content = [run(ask.question, { isSubtle: true }), ...before, text(words.widenText)]
    return card({ language, title: words.nobodyInUnit, content, note: words.widenNote, buttons: [...wider, close] })
  }
  const [title, line] =
    ask.state === 'known'
      ? [words.knownTitle, words.knownText]
      : ask.state === 'nobody'
        ? [words.nobody, words.nobodyText]
        : [words.closed, words.closedText]
  const note = ask.state === 'nobody' ? words.nobodyGap : undefined
  return card({ language, title, content: [run(ask.question, { isSubtle: true }), ...before, text(line)], note })
}

export const acceptedCard = (language: Language, ask: Pick<Ask, 'question'>, helper: string): Card => {
  const words = askWords(language)
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
  const words = askWords(language)
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
      { title: words.notYet, verb: 'ask.not-yet', data: { ask: ask.id }, typed: typed(commands.notYet, language) },
    ],
  })
}

export function helpedCard(language: Language, helper: string, keep: boolean, answer: string): Card {
  const words = askWords(language)
  const content = [run(keep ? words.helpedKeep(helper) : words.helpedText(helper)), voice(answer, { quoted: true })]
  return card({ language, title: words.helpedTitle, content })
}

/** What this person asked, newest first. */
export function asksCard(language: Language, asked: Pick<Ask, 'id' | 'question' | 'state' | 'at'>[]): Card {
  const words = askWords(language)
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
export const channelCard = (language: Language): Card => card({ language, title: askWords(language).channel })

export const askTooLongCard = (language: Language, limit: number): Card =>
  card({ language, title: askWords(language).tooLong(limit) })

/** Thanks were typed while an answer lies there: whether it helped is said with one tap. */
export function didItHelpCard(language: Language, ask: string, helper: string): Card {
  const words = askWords(language)
  const notice = noticeWords(language)
  return card({
    language,
    title: { said: words.didItHelp(helper) },
    equal: true,
    buttons: [
      { title: words.helped, verb: 'ask.helped', data: { ask }, typed: typed(commands.helped, language) },
      { title: words.notYet, verb: 'ask.not-yet', data: { ask }, typed: typed(commands.notYet, language) },
      { title: notice.help, verb: 'guide.show', typed: typed(commands.help, language) },
    ],
  })
}

/** An ask of one's own that runs. `by` is the name of who said yes, or answered. */
export function askLine(language: Language, { kind, ask, until }: WaitingAsk, by: string | undefined): RunningLine {
  const words = runningWords(language)
  return {
    turn: kind === 'asking' || kind === 'helped-by' ? 'others' : 'yours',
    ...(by && { holder: by }),
    what: words.ask[kind],
    about: ask.question,
    ...(until && { until }),
    opens: { verb: 'ask.show', data: { ask: ask.id } },
    page: 'mijn-leren',
  }
}
