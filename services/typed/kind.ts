import { type Typed, typedText } from './grammar/clauses.ts'
import type { IsWorkWord } from './grammar/work-words.ts'
import type { Classify, Learnt } from './learnt/classifier.ts'
import { featuresOf } from './learnt/features.ts'
import { isCourtesy, isNumber, isPlainTalk, type Tone, toneOf } from './small-talk.ts'
import { isForAWhile, isWishInOneWord } from './stopping.ts'

/**
 * What a typed text is, taken by itself. `telling` is something to keep; `unclear` is what only the person can say.
 */
export type Kind = 'distress' | 'stop' | 'about-bot' | 'running' | 'small-talk' | 'asking' | 'telling' | 'unclear'

export interface Reading {
  kind: Kind
  /** Of a wish to stop, so plain that it is done and not asked about; of a question to the bot, that it can be nothing else. */
  isSure: boolean
  /** Not plainly distress, but it may be: one line says who can help. A line costs little, so little is enough for it. */
  mayHurt: boolean
  /** Likelier: nothing goes to a colleague without asking. */
  isDelicate: boolean
  /** Likely enough to keep nothing either without asking. */
  isTender: boolean
  /** It may be a wish to stop, or about the bot: then that is one of the choices. */
  mayStop: boolean
  mayBeAboutBot: boolean
  /** It may ask what runs for the person: then that is one of the choices. */
  mayBeRunning: boolean
  mayAsk: boolean
  /** Of small talk: what it calls for. */
  tone: Tone
  /** How much it is of each kind, as the classifier learnt; above 0 it rather is. */
  scores: Record<Learnt, number>
}

/** From which score on each reading counts. Chosen on texts that were not learnt from; see docs/decisions/0077. */
export const FROM = {
  distress: 0,
  tender: -1.6,
  delicate: -2.3,
  maybeDistress: -2.6,
  /** Of what is no other kind either. */
  unclearDistress: -5,
  stop: -1.2,
  surelyStop: 2.6,
  maybeStop: -2.5,
  mayWantStop: -3.9,
  bot: -1,
  surelyBot: 0,
  maybeBot: -2,
  running: -0.5,
  surelyRunning: 0.5,
  maybeRunning: -2.3,
  talk: -0.6,
  maybeTalk: -3,
  asks: -1.3,
  maybeAsks: -2,
  tells: -0.8,
}

/** By how much each reading has to be ahead of the others: by more where the mistake is the worse one. */
const AHEAD: readonly { kind: Kind; of: Learnt & keyof typeof FROM; ahead: Partial<Record<Learnt, number>> }[] = [
  { kind: 'running', of: 'running', ahead: { asks: 0.5, tells: 0.5, talk: 0.5, bot: 0 } },
  { kind: 'about-bot', of: 'bot', ahead: { asks: 0.6, tells: 0.8, talk: 0, running: 0 } },
  { kind: 'small-talk', of: 'talk', ahead: { asks: 0.5, tells: 0.3, bot: 0 } },
  { kind: 'asking', of: 'asks', ahead: { tells: 0.3, talk: 0.3, bot: 1, stop: 0.5 } },
  { kind: 'telling', of: 'tells', ahead: { asks: 2, talk: 1.2, bot: 0.8, stop: 1 } },
]

export type Read = (text: string, isCalm?: boolean) => Reading

/** No text has less of a kind. */
const RULED_OUT = -9

/** "Beste collega": then `jij` is that colleague, and not the bot. */
const isToColleague = ({ words }: Typed) => words.slice(0, 3).some((word) => word.startsWith('colleg'))

/**
 * Reads a text; `isCalm` when the person said that it is about their work: then no distress is seen in it. A pure look, whose
 * outcome goes nowhere but to the card that answers: not kept, not counted, told to nobody.
 */
export const createReader =
  (isWorkWord: IsWorkWord, classify: Classify): Read =>
  (text, isCalm = false) => {
    const typed = typedText(text)
    const learnt = classify(featuresOf(typed, text, isWorkWord))
    const scores = {
      ...learnt,
      ...(isCalm && { distress: RULED_OUT }),
      ...(isToColleague(typed) && { bot: RULED_OUT }),
    }
    const plain = plainKind(typed, text)
    const kind = plain ?? kindIn(scores)
    const isUnread = kind === 'unclear' && plain === undefined
    return {
      kind,
      isSure: isSure(kind, scores, typed, text),
      mayAsk: scores.asks >= FROM.maybeAsks,
      mayStop: scores.stop >= FROM.mayWantStop && !isCourtesy(typed),
      mayBeAboutBot: scores.bot >= FROM.maybeBot,
      mayBeRunning: scores.running >= FROM.maybeRunning,
      // Of what is asked about anyway nothing else is known: trouble in other words than ours ends here.
      mayHurt: scores.distress >= (isUnread ? FROM.unclearDistress : FROM.maybeDistress),
      isDelicate: scores.distress >= FROM.delicate,
      isTender: scores.distress >= FROM.tender,
      tone: toneOf(typed),
      scores,
    }
  }

function isSure(kind: Kind, { bot, running, stop }: Reading['scores'], typed: Typed, text: string): boolean {
  if (kind === 'about-bot') return bot >= FROM.surelyBot
  if (kind === 'running') return running >= FROM.surelyRunning
  return (stop >= FROM.surelyStop || isWishInOneWord(typed, text)) && !isForAWhile(typed)
}

/** What is exact needs no weighing. */
function plainKind(typed: Typed, text: string): Kind | undefined {
  if (isWishInOneWord(typed, text)) return 'stop'
  if (isNumber(typed)) return 'unclear'
  return isPlainTalk(typed) ? 'small-talk' : undefined
}

function kindIn(scores: Reading['scores']): Kind {
  const { distress, stop, bot, talk, asks, tells, running } = scores
  if (distress >= FROM.distress && distress > stop) return 'distress'
  if (stop >= FROM.stop && stop > distress && stop + 1 > Math.max(bot, asks, tells)) return 'stop'
  const likely = AHEAD.find(
    ({ of, ahead }) =>
      Object.entries(ahead).every(([other, by]) => scores[of] >= scores[other as Learnt] + by) &&
      scores[of] >= FROM[of],
  )
  const kind = likely?.kind ?? 'unclear'
  // What is answered in passing has the offer to stop beside it. What would be kept or asked is asked about first.
  const mayBeElse = stop >= FROM.maybeStop || running >= FROM.maybeRunning
  if (mayBeElse && (kind === 'telling' || kind === 'asking')) return 'unclear'
  return kind === 'telling' && talk >= FROM.maybeTalk ? 'unclear' : kind
}
