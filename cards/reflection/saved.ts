import type { Language } from '../../services/core/ports.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Sharing } from '../../services/reflection/schema.ts'
import { intentionWords } from '../intentions/words.ts'
import { type Card, card, section, sentence, small, text, voice } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { ways } from '../kit/rows.ts'
import { pointerWords } from '../typed/words.ts'
import { reflectionWords } from './question-words.ts'
import { type BoxesView, boxes, boxesButton, countsLine, momentWays } from './ticks.ts'
import { ticksWords } from './ticks-words.ts'

export interface SavedView {
  language: Language
  moment: Pick<Moment, 'id' | 'sharing' | 'journalOnly'>
  /** Its place in the journal, where it is not the newest. */
  number?: number
  late: boolean
  /** Absent where ticks would not count: of an answer that came late, by name, or for its author alone. */
  asked?: BoxesView
  askHow?: boolean
  /** One recent item of a colleague on the same topic. */
  reward?: { text: string; by: string }
  /** The words point to harassment or distress; `named` is who can help. */
  pointer?: { named: string | undefined }
}

/** Card 02: kept. The text itself is not repeated, for Teams keeps copies of cards. */
export function savedCard({ language, moment, number, late, asked, askHow, reward, pointer }: SavedView): Card {
  const words = reflectionWords(language)
  const care = pointerWords(language)
  const ticks = ticksWords(language)
  // What was ticked travels with each way on, so that none of it is lost.
  const beside = { data: { moment: moment.id, ...(asked && { list: asked.list }) }, carries: true }
  const next = momentWays(language, beside, number)
  return card({
    language,
    title: words.saved[moment.sharing],
    content: [
      ...(pointer ? [sentence(care.line, care.lineText(pointer.named ?? care.someone))] : []),
      ...(late ? [text(words.savedLate)] : []),
      ...(moment.sharing === 'pulse' ? [text(words.savedPulse)] : []),
      ...(askHow ? [text(words.askHow)] : []),
      ...(asked ? [boxes(language, asked), small(countsLine(language, 'counted'))] : []),
      ...(reward ? [section(words.reward), voice(reward.text, { by: reward.by, quoted: true })] : []),
      ...ways(next),
    ],
    buttons: [
      {
        title: intentionWords(language).title,
        verb: 'intention.begin',
        ...beside,
        typed: typed(commands.beginIntention, language),
      },
      ...(asked ? [boxesButton(language, moment.id, asked, ticks.done)] : []),
    ],
    rows: next.map((way) => way.typed),
  })
}

/** A message was changed in the chat, and what was kept of it is the same. */
export function unchangedCard(language: Language, moment: string): Card {
  const words = reflectionWords(language)
  const view = { title: words.view, verb: 'reflection.view', data: { moment }, typed: typed(commands.view, language) }
  return card({ language, title: words.sameTitle, content: [text(words.sameText)], buttons: [view] })
}

/** An old card asked for a yes to words that are others now: they are one tap away. */
export function changedMeanwhileCard(language: Language, moment: string): Card {
  const words = reflectionWords(language)
  const view = { title: words.view, verb: 'reflection.view', data: { moment }, typed: typed(commands.view, language) }
  return card({ language, title: words.changedMeanwhile, buttons: [view] })
}

export interface SecondView {
  language: Language
  moment: Pick<Moment, 'id' | 'text' | 'sharing'>
  draft: { id: string; text: string; sharing: Sharing }
  /** It comes of a message that was changed in the chat. */
  isEdited?: boolean
}

/** Two texts for one answer, both whole: one, the other or both is what the person chooses. */
export function secondCard({ language, moment, draft, isEdited = false }: SecondView): Card {
  const words = reflectionWords(language)
  const data = { moment: moment.id, draft: draft.id }
  return card({
    language,
    title: isEdited ? words.editedTitle : words.secondTitle,
    content: [
      text(words.secondText),
      voice(moment.text, { head: words.firstHead, by: words.readBy(words.sharings[moment.sharing]) }),
      voice(draft.text, { head: words.secondHead, by: words.readBy(words.sharings[draft.sharing]) }),
      ...(moment.sharing === draft.sharing ? [] : [text(words.bothNote)]),
    ],
    note: words.secondNote,
    equal: true,
    buttons: [
      { title: words.keepFirst, verb: 'reflection.keep-first', data, typed: typed(commands.keepFirst, language) },
      { title: words.takeSecond, verb: 'reflection.take-second', data, typed: typed(commands.takeSecond, language) },
      { title: words.keepBoth, verb: 'reflection.keep-both', data, typed: typed(commands.keepBoth, language) },
    ],
  })
}
