import type { Instant, Language } from '../../services/core/ports.ts'
import type { Checked } from '../../services/core/text/signs.ts'
import type { Buddy } from '../../services/intentions/buddies.ts'
import type { RunningLine } from '../../services/running/running.ts'
import { leftOutLine } from '../ask/left-out.ts'
import { type Card, card, type Element, field, onOneLine, run, sentence, text, voice } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { buddyWords } from './buddy-words.ts'

/** In characters; the rules behind them say the same. */
const NAME_LIMIT = 100
const BUDDY_LIMIT = 300

export const buddyField = (language: Language, value: string | undefined): Element => {
  const { label, placeholder } = buddyWords(language)
  return field({ id: 'buddy', label, placeholder, value, limit: NAME_LIMIT, multiline: false })
}

export interface AskBuddyView {
  language: Language
  intention: string
  /** As it was typed. */
  name: string
  /** Who is meant, as colleagues know them. */
  to?: string | undefined
  words?: string | undefined
  problem?: 'nobody' | 'not-to-ask' | 'enough' | 'empty' | 'too-long' | { names: readonly string[] } | undefined
  /** What was left out of the words, and by what somebody may be recognised in them. */
  checked?: Checked | undefined
}

/** What a colleague is sent who is asked to think along: nothing but what is typed here. */
export function askBuddyCard(view: AskBuddyView): Card {
  const { language, intention, name, to, words: own, checked } = view
  const words = buddyWords(language)
  return card({
    language,
    eyebrow: words.eyebrow,
    title: to ? { said: words.titleOf(to) } : words.title,
    content: [
      ...problemOf(view),
      ...(checked ? signsOf(language, checked) : []),
      // Not fields that must be filled: what leaves the card says what is missing.
      field({ id: 'name', label: words.name, value: name, limit: NAME_LIMIT, multiline: false }),
      field({ id: 'words', label: words.words, placeholder: words.example, value: own, limit: BUDDY_LIMIT }),
    ],
    note: words.note,
    buttons: [
      {
        title: words.send,
        verb: 'buddy.ask',
        data: { intention, ...(checked && { seen: 'true' }) },
        typed: typed(commands.askBuddy, language, '…'),
      },
      { title: words.notNow, verb: 'intention.alone', typed: typed(commands.intentions, language) },
    ],
  })
}

function problemOf({ language, problem }: AskBuddyView): Element[] {
  const words = buddyWords(language)
  if (!problem) return []
  if (typeof problem === 'object') return [run(words.several(problem.names.join(', ')))]
  return [text(problem === 'too-long' ? words.tooLong : words[problem])]
}

function signsOf(language: Language, { leftOut, pointing }: Checked): Element[] {
  const shown = [...new Set(pointing.map(({ words: own }) => onOneLine(own)))]
  return [
    ...leftOutLine(language, leftOut),
    ...(shown.length > 0 ? [sentence(buddyWords(language).pointing, shown.join(', '))] : []),
  ]
}

export const buddyAskedCard = (language: Language): Card => {
  const words = buddyWords(language)
  const all = { title: words.all, verb: 'intention.show', typed: typed(commands.intentions, language) }
  return card({ language, title: words.asked, content: [text(words.askedText)], equal: true, buttons: [all] })
}

/** What a colleague reads who is asked. */
export function buddyOfferCard(
  language: Language,
  { id, words: own }: Pick<Buddy, 'id' | 'words'>,
  by: { name: string; team: string },
): Card {
  const words = buddyWords(language)
  const data = { buddy: id }
  return card({
    language,
    eyebrow: words.offerEyebrow,
    title: { said: words.offer(by.name) },
    content: [voice(own, { by: [by.name, by.team].filter(Boolean).join(' · '), quoted: true })],
    note: words.offerNote,
    equal: true,
    buttons: [
      { title: words.yes, verb: 'buddy.yes', data, typed: typed(commands.thinkAlong, language) },
      { title: words.no, verb: 'buddy.no', data, typed: typed(commands.thinkNotAlong, language) },
    ],
  })
}

export const buddyYesCard = (language: Language, asker: string): Card => {
  const words = buddyWords(language)
  return card({ language, title: { said: words.saidYes(asker) }, content: [text(words.saidYesText)] })
}
export const buddyNoCard = (language: Language): Card => card({ language, title: buddyWords(language).saidNo })

/** To who asked: a colleague said yes. */
export const buddyToldCard = (language: Language, buddy: string): Card => {
  const words = buddyWords(language)
  return card({ language, title: { said: words.told(buddy) }, content: [text(words.toldText)] })
}

/** For the one who was asked. Who asks is named after the yes alone (R36). */
export function buddyLine(
  language: Language,
  { id, words: own, state }: Buddy,
  { until, asker }: { until: Instant; asker: string },
): RunningLine {
  const words = buddyWords(language)
  return {
    turn: state === 'asked' ? 'yours' : 'others',
    what: state === 'asked' ? words.runsAsked : words.runsYes(asker),
    about: own,
    until,
    opens: { verb: 'buddy.open', data: { buddy: id } },
  }
}

/** For the one who asked. */
export function askedBuddyLine(
  language: Language,
  intention: { id: string; text: string },
  { holder, until }: { holder: string | undefined; until: Instant },
): RunningLine {
  const words = buddyWords(language)
  return {
    turn: 'others',
    ...(holder && { holder }),
    what: holder ? words.thinks : words.waits,
    about: intention.text,
    until,
    opens: { verb: 'intention.open', data: { intention: intention.id } },
  }
}
