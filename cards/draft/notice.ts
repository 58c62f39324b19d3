import type { Language } from '../../services/core/ports.ts'
import { offerWords } from '../ask/offer-words.ts'
import { type Card, card, FIELD_LIMIT, field, fitsInField, sentence, text } from '../kit/card.ts'
import { type Command, commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { type Way, ways } from '../kit/rows.ts'
import { pointerWords } from '../typed/words.ts'
import { noticeWords } from './words.ts'

/** The meanings a free text may have; each leads to the feature of that meaning. */
export type Meaning = 'answer' | 'moment' | 'ask' | 'reply' | 'remark' | 'about' | 'running' | 'stop' | 'pause'

const MEANINGS: Record<
  Meaning,
  {
    title: 'asAnswer' | 'asMoment' | 'asAsk' | 'asReply' | 'asRemark' | 'asAbout' | 'asRunning' | 'asStop' | 'asPause'
    command: Command
  }
> = {
  answer: { title: 'asAnswer', command: commands.asAnswer },
  moment: { title: 'asMoment', command: commands.asMoment },
  ask: { title: 'asAsk', command: commands.asAsk },
  reply: { title: 'asReply', command: commands.asReply },
  remark: { title: 'asRemark', command: commands.asRemark },
  about: { title: 'asAbout', command: commands.asAbout },
  running: { title: 'asRunning', command: commands.running },
  stop: { title: 'asStop', command: commands.stop },
  pause: { title: 'asPause', command: commands.pause },
}

export interface WhichView {
  language: Language
  draft: string
  /** The likely ones, likeliest first. */
  meanings: readonly Meaning[]
  /** The words may point to distress: the card also says who can help. `named` is who that is. */
  pointer?: { named: string | undefined }
  /** Everything else was offered before. */
  isLast?: boolean
}

/** Card 04: the bot is not sure. It asks, holds on to the text meanwhile, and there is always a way out. */
export function whichCard({ language, draft, meanings, pointer, isLast = false }: WhichView): Card {
  const words = noticeWords(language)
  const care = pointerWords(language)
  const isStop = meanings[0] === 'stop'
  const other = {
    title: words.other,
    about: words.otherAbout,
    verb: 'draft.other',
    data: { draft },
    typed: typed(commands.other, language),
  }
  const nothing = {
    title: words.nothing,
    verb: 'draft.drop',
    data: { draft },
    typed: typed(commands.nothing, language),
  }
  const all: Way[] = [
    ...meanings.map((meaning) => ({
      title: words[MEANINGS[meaning].title],
      about: words.ways[meaning],
      verb: 'draft.choose',
      data: { draft, meaning },
      typed: typed(MEANINGS[meaning].command, language),
    })),
    ...(isLast ? [] : [other]),
  ]
  return card({
    language,
    title: isStop && !isLast ? words.asksStop : words.unclear,
    content: [
      ...(pointer ? [sentence(care.line, care.lineText(pointer.named ?? care.someone))] : []),
      text(isStop && !isLast ? words.asksStopText : words.unclearText),
      ...ways(all),
    ],
    equal: true,
    buttons: [nothing],
    rows: all.map((way) => way.typed),
  })
}

/** Nothing was done with it, as was asked. */
export const droppedCard = (language: Language): Card => card({ language, title: noticeWords(language).dropped })

/** Small talk: one short line. */
export const smallCard = (language: Language, tone: 'thanks' | 'nod' | 'greeting' | 'chat' | 'fine'): Card =>
  card({ language, title: noticeWords(language).small[tone] })

/** It is promised, and not there yet. */
export const notYetCard = (language: Language): Card => told(language, 'notYet')

const help = (language: Language) => ({
  title: noticeWords(language).help,
  verb: 'guide.show',
  typed: typed(commands.help, language),
})

const notice = (language: Language, title: string, line: string): Card =>
  card({ language, title, content: [text(line)], buttons: [help(language)], equal: true })

/** One thing that is so, and what to type instead. */
function told(
  language: Language,
  what:
    | 'unknown'
    | 'notYet'
    | 'stale'
    | 'gone'
    | 'done'
    | 'tooLong'
    | 'textOnly'
    | 'edited'
    | 'deleted'
    | 'draftDeleted',
): Card {
  const words = noticeWords(language)
  return notice(language, words[what], words[`${what}Text`])
}

export const unknownCard = (language: Language): Card => told(language, 'unknown')
/** The card is of before: of another version, or changed on the way. */
export const staleCard = (language: Language): Card => told(language, 'stale')
export const goneCard = (language: Language): Card => told(language, 'gone')
export const doneCard = (language: Language): Card => told(language, 'done')
/** A picture, a recording or nothing at all: nothing of it is kept. */
export const textOnlyCard = (language: Language): Card => told(language, 'textOnly')
/** A message was changed, or deleted, of which nothing was kept as a moment. */
export const editedCard = (language: Language): Card => told(language, 'edited')
export const deletedCard = (language: Language): Card => told(language, 'deleted')
export const draftDeletedCard = (language: Language): Card => told(language, 'draftDeleted')
export const tooLongCard = (language: Language): Card => told(language, 'tooLong')

/** Somebody pressed what is not theirs, or was changed on the way. Which of the two is not told. */
export function refusedCard(language: Language, line?: string): Card {
  const words = noticeWords(language)
  return notice(language, words.refused, line ?? words.refusedText)
}

export function strangerCard(language: Language): Card {
  const words = noticeWords(language)
  return card({ language, title: words.stranger, content: [text(words.strangerText)] })
}

/** Nothing of what came last was read: said once a minute, and true of what comes until there is room. */
export function tooFastCard(language: Language): Card {
  const words = noticeWords(language)
  return card({ language, title: words.tooFast, content: [text(words.tooFastText)] })
}

export function elsewhereCard(language: Language): Card {
  const words = noticeWords(language)
  return card({ language, title: words.elsewhere, content: [text(words.elsewhereText)] })
}

/** The press that does what failed once more, with the text as it is then. */
export interface Failed {
  verb: string
  data: Record<string, string>
  text?: string
}

/** Card 10: what did not work, that it is our fault, and that nothing that was written is gone. */
export function errorCard(
  language: Language,
  code: string,
  failed?: Failed,
  tried: 'saving' | 'reading' = 'saving',
): Card {
  const words = noticeWords(language)
  const offer = offerWords(language)
  const { free } = commonWords(language)
  const kept = failed?.text && fitsInField(failed.text) ? failed.text : undefined
  return card({
    language,
    eyebrow: words.failed[tried].eyebrow,
    title: words.failed[tried].title,
    content: [
      text(kept ? words.errorText : words.errorNoText),
      ...(kept
        ? [field({ id: 'text', label: words.yourText, value: kept, limit: FIELD_LIMIT, error: offer.replyError })]
        : []),
    ],
    note: words.errorCode(code),
    buttons: failed ? [{ title: words.retry, verb: failed.verb, data: failed.data, typed: free.text }] : [],
  })
}
