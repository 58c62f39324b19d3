import { aboutBotIn } from './about-bot.ts'
import { askingIn } from './asking.ts'
import { typedText } from './clauses.ts'
import { distressIn, isPersonal } from './distress.ts'
import { type Everyday, workIn } from './everyday.ts'
import { smallTalkIn, type Tone, toneOf } from './small-talk.ts'
import { isForAWhile, stoppingIn } from './stopping.ts'
import { tellingIn } from './telling.ts'

/**
 * What a typed text is, taken by itself. `telling` is something to keep; `unclear` is what only the person can say.
 */
export type Kind = 'distress' | 'stop' | 'about-bot' | 'small-talk' | 'asking' | 'telling' | 'unclear'

export interface Reading {
  kind: Kind
  /** Of a wish to stop: so plain that it is done; otherwise it is asked about. */
  isSure: boolean
  /** Not plainly distress, but it may be: the pointer comes along, and nothing goes to a colleague without asking. */
  mayHurt: boolean
  /** It may be a wish to stop, or about the bot: then that is one of the choices. */
  mayStop: boolean
  mayBeAboutBot: boolean
  mayAsk: boolean
  /** Of small talk: what it calls for. */
  tone: Tone
  scores: { distress: number; stop: number; bot: number; talk: number; asks: number; tells: number }
}

/** From which weight on each reading counts. */
const FROM = {
  distress: 0.95,
  maybeDistress: 0.2,
  stop: 1.2,
  /** Of what is put as a question more is asked: it may well be one. */
  askingStop: 2,
  surelyStop: 2.8,
  maybeStop: 0.4,
  bot: 1.6,
  surelyBot: 3,
  maybeBot: 0.8,
  namedBot: 1.25,
  plainlyAsks: 4.2,
  talk: 3,
  maybeTalk: 1.8,
  asks: 1.8,
  maybeAsks: 0.9,
  tells: 2.2,
} as const

export type Read = (text: string, isCalm?: boolean) => Reading

/**
 * Reads a text; `isCalm` when the person said that it is about their work: then no distress is seen in it. A pure look, whose
 * outcome goes nowhere but to the card that answers: not kept, not counted, told to nobody.
 */
export const createReader =
  (isEveryday: Everyday): Read =>
  (text, isCalm = false) => {
    const typed = typedText(text)
    const work = workIn(typed.words, isEveryday)
    const asks = askingIn(typed)
    const scores = {
      distress: isCalm ? 0 : distressIn(typed, work, text),
      stop: stoppingIn(typed, work, text),
      bot: aboutBotIn(typed, work, asks),
      talk: smallTalkIn(typed, work),
      asks,
      tells: tellingIn(typed, work),
    }
    return {
      kind: kindIn(scores),
      isSure: scores.stop >= FROM.surelyStop && !isForAWhile(typed),
      mayAsk: asks >= FROM.maybeAsks,
      mayStop:
        scores.stop >= FROM.maybeStop ||
        (asks < FROM.maybeAsks && scores.tells < FROM.tells && isPersonal(typed, work)),
      mayBeAboutBot: scores.bot >= FROM.maybeBot,
      mayHurt:
        !isCalm &&
        (scores.distress >= FROM.maybeDistress ||
          (asks < FROM.maybeAsks &&
            scores.bot < FROM.maybeBot &&
            scores.tells < FROM.tells &&
            isPersonal(typed, work))),
      tone: toneOf(typed),
      scores,
    }
  }

function kindIn({ distress, stop, bot, talk, asks, tells }: Reading['scores']): Kind {
  if (distress >= FROM.distress) return 'distress'
  const isAbout = bot >= FROM.bot && asks >= FROM.maybeAsks && (talk < FROM.talk || bot >= FROM.surelyBot)
  // "Ziet mijn teamleider dat ik nog niets invulde" asks; it denies by the way.
  if (isAbout && bot > stop + 1) return 'about-bot'
  if (stop >= (asks >= FROM.asks ? FROM.askingStop : FROM.stop)) return 'stop'
  if (isAbout || (bot >= FROM.bot + 0.6 && asks > 0 && talk < FROM.talk)) return 'about-bot'
  if (talk >= FROM.talk) return 'small-talk'
  // What is plainly put as a question asks colleagues, unless something of the bot is named.
  const mayBeElse = bot > FROM.namedBot || (bot >= FROM.maybeBot && asks < FROM.plainlyAsks) || stop >= FROM.askingStop
  if (asks >= FROM.asks && asks > tells - 1 && !mayBeElse) return 'asking'
  if (asks >= FROM.maybeAsks || tells < FROM.tells || talk >= FROM.maybeTalk) return 'unclear'
  return stop >= FROM.maybeStop ? 'unclear' : 'telling'
}
