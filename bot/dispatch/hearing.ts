import { type Meaning, unknownCard } from '../../cards/draft/notice.ts'
import type { Kind, Reading } from '../../services/typed/kind.ts'
import { reader } from '../texts.ts'
import type { Feature, Hearing, Reply, Said } from '../turn.ts'

export interface HearingPorts {
  features: readonly Feature[]
  /** A text that may mean more than one thing: asks which, and keeps the text meanwhile. */
  unclear(turn: Said, meanings: Meaning[], reading: Reading): Promise<Reply>
  /** The same reply with who can help, or the way out, beside it. */
  beside(turn: Said, reply: Reply, reading: Pick<Reading, 'mayHurt' | 'mayStop'>): Promise<Reply>
}

/** Most likely choices on a card that asks: more of them is a list, and no question. */
const MOST = 3
/** What the bot itself has the answer to. */
const TO_BOT: Partial<Record<Kind, Meaning>> = { 'about-bot': 'about', running: 'running' }
const LIKELY = ['surely', 'probably', 'possibly'] as const

/**
 * What a text is that no command took. Distress comes before everything, then a wish to stop, then a question to the bot
 * about itself or about what runs, and small talk, which are nobody's to keep. What is left is heard by the features, which know what is open for this
 * person and what the message quotes.
 */
export function createHearing({ features, unclear, beside }: HearingPorts) {
  const read = async ({ isCalm }: Pick<Said, 'isCalm'>, text: string) => (await reader())(text, isCalm)

  /** "Nee, dat bedoel ik niet" denies too: what is open for this person says whether it may be about that. */
  async function stopOr(turn: Said, reading: Reading): Promise<Meaning[]> {
    const open = (await hearingsOf(features, turn, reading)).filter(({ likely }) => likely === 'surely')
    return open.length > 0 ? [...open.map(({ meaning }) => meaning), 'stop'] : ['stop', 'pause']
  }

  async function heard(turn: Said): Promise<Reply> {
    const reading = await read(turn, turn.text)
    if (reading.kind === 'stop' && !reading.isSure) return unclear(turn, await stopOr(turn, reading), reading)
    const toBot = TO_BOT[reading.kind]
    if (toBot) {
      // What denies an answer that lies there is hardly to the bot: "nee, het werkt niet". Nor is what may be for a colleague.
      const open = (await hearingsOf(features, turn, reading)).filter(
        ({ likely, confirm }) => confirm && (likely === 'surely' || !reading.isSure),
      )
      if (open.length > 0) return unclear(turn, [...open.map(({ meaning }) => meaning), toBot], reading)
    }
    const reply = await taken(features, turn, reading)
    if (reply) return besideIt(turn, reply, reading)
    const hearings = await hearingsOf(features, turn, reading)
    const likeliest = LIKELY.map((likely) => hearings.filter((hearing) => hearing.likely === likely)).find(
      (found) => found.length > 0,
    )
    if (!likeliest) return { card: unknownCard(turn.language) }
    const [first, second] = likeliest
    if (first && !second && !first.confirm && !waits(first, reading)) {
      // The card of what was kept says itself who can help.
      const isKept = first.meaning === 'answer' || first.meaning === 'moment'
      return beside(turn, await first.take(), { mayHurt: reading.mayHurt && !isKept, mayStop: false })
    }
    const asked = second ? likeliest : hearings
    return unclear(turn, choices(asked, reading), reading)
  }

  /** What is answered in passing may have been meant as the way out. */
  async function besideIt(turn: Said, reply: Reply, { kind, mayHurt, mayStop }: Reading): Promise<Reply> {
    if (kind === 'distress') return reply
    return beside(turn, reply, { mayHurt, mayStop: mayStop && kind !== 'stop' })
  }

  /** Nothing was made of it before it was changed: it may mean what it would mean if it were typed now. */
  async function askedAgain(turn: Said): Promise<Reply> {
    const reading = await read(turn, turn.text)
    const pointer = reading.kind === 'distress' ? await taken(features, turn, reading) : undefined
    if (pointer) return pointer
    const meanings = choices(await hearingsOf(features, turn, reading), reading)
    return unclear(turn, meanings.length > 0 ? meanings : ['moment', 'ask'], reading)
  }

  /** What waits to be sent waits for the person, then. */
  const isDistress = async (turn: Pick<Said, 'isCalm'>, text: string) => (await read(turn, text)).isTender

  return { heard, askedAgain, isDistress, read }
}

/** The first feature that takes a text of this kind. */
async function taken(features: readonly Feature[], turn: Said, reading: Reading): Promise<Reply | undefined> {
  for (const feature of features) {
    const reply = await feature.kinds?.[reading.kind]?.(turn, reading)
    if (reply) return reply
  }
  return undefined
}

/** What each feature may make of a text, with what is open for this person. */
async function hearingsOf(features: readonly Feature[], turn: Said, reading: Reading): Promise<Hearing[]> {
  const hearings: Hearing[] = []
  for (const feature of features) hearings.push(...((await feature.heard?.(turn, reading)) ?? []))
  return hearings
}

/** What may hurt goes to nobody before the person said so; what likely does is not kept either. */
const waits = ({ meaning }: Hearing, { isDelicate, isTender }: Reading) =>
  isTender || (isDelicate && meaning !== 'answer' && meaning !== 'moment')

function choices(hearings: readonly Hearing[], { mayBeAboutBot, mayBeRunning, mayStop, scores }: Reading): Meaning[] {
  // What is open for this person comes first: a question of a colleague, an answer to their own, the question of the week.
  const isOpen = ({ meaning, confirm }: Hearing) => confirm || meaning === 'answer'
  const open = hearings.filter(isOpen).map(({ meaning }) => meaning)
  const others = hearings.filter((hearing) => !isOpen(hearing)).map(({ meaning }) => meaning)
  // Then what is likelier.
  const isAsk = scores.asks > scores.tells
  others.sort((one, other) => (Number(one === 'ask') - Number(other === 'ask')) * (isAsk ? -1 : 1))
  if (mayBeAboutBot) others.splice(isAsk && scores.asks > scores.bot ? 1 : 0, 0, 'about')
  if (mayBeRunning) others.splice(isAsk && scores.asks > scores.running ? 1 : 0, 0, 'running')
  const all: Meaning[] = [...open, ...others]
  // There is always a way out: beside what is likeliest, where it may be meant.
  if (mayStop) all.splice(MOST - 1, all.length, 'stop')
  return [...new Set(all)].slice(0, MOST)
}
