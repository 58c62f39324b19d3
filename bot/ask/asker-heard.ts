import { channelCard, didItHelpCard } from '../../cards/ask/asked.ts'
import { answerOf } from '../../services/ask/ask.ts'
import type { AskerActions } from '../../services/ask/asker/asker-actions.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { Feature, Hearing, Reply, Said } from '../turn.ts'
import type { ColleagueOf } from './ask-cards.ts'
import type { AskerSteps } from './asker-steps.ts'

/** A longer text has more in it than thanks. */
const THANKS_WORDS = 8

/** How somebody begins who was not helped by an answer. */
const DENIES = /^\W*(?:nee|nope|no|nog niet|niet|not|dat is niet|dat bedoel|that is not|that's not)(?!\p{L})/iu

interface HeardNeeds {
  asking: AskerActions
  colleague: ColleagueOf
  /** Puts the question in the asker's own chat, for a question that was asked where others read along. */
  takeAlong(turn: Said, ask: string): Promise<unknown>
}

/** What somebody says that is no command: a new question, or words about an answer that lies with them. */
export function askerHeard({ asking, colleague, takeAlong }: HeardNeeds, { begin, shown, asks }: AskerSteps) {
  async function writeBack(turn: Said): Promise<Reply> {
    const ask = await asking.latest(turn.tenant, turn.person, 'answered')
    return ask ? shown(turn, await asking.writeBack(turn.tenant, turn.person, ask.id, turn.text)) : asks(turn)
  }

  /** "Nee, dat bedoel ik niet, het gaat om een avond": said to the person who answered, once the asker says so. */
  async function remarks(turn: Said): Promise<Hearing[]> {
    if (!DENIES.test(turn.text) || !(await asking.latest(turn.tenant, turn.person, 'answered'))) return []
    return [{ meaning: 'remark', likely: 'surely', confirm: true, take: () => writeBack(turn) }]
  }

  /** An answer lies with the asker: thanks, or a no, are about that. One tap says which. */
  async function onAnswer(turn: Said, { tone }: Reading): Promise<Reply | undefined> {
    if (tone !== 'thanks' && tone !== 'nod' && tone !== 'none') return undefined
    const ask = await asking.latest(turn.tenant, turn.person, 'answered')
    const answer = ask && answerOf(ask)
    if (!answer) return undefined
    return { card: didItHelpCard(turn.language, ask.id, (await colleague(turn, answer.by)).first) }
  }

  /** "Dit hielp, dank je wel" is no moment to keep, while that answer lies there. */
  const thanked = async (turn: Said, reading: Reading): Promise<Reply | undefined> =>
    reading.tone === 'thanks' && turn.text.trim().split(/\s+/).length <= THANKS_WORDS && !DENIES.test(turn.text)
      ? onAnswer(turn, reading)
      : undefined

  return {
    writeBack,
    kinds: { 'small-talk': onAnswer, telling: thanked, unclear: thanked },

    async heard(turn, { kind }) {
      const likely = kind === 'asking' ? 'surely' : 'possibly'
      return [...(await remarks(turn)), { meaning: 'ask', likely, take: () => begin(turn) }]
    },

    async overheard(turn, { kind, mayAsk, isDelicate }) {
      // Where others read along nothing is asked back: what may be a question is taken along as one.
      if ((kind !== 'asking' && !(kind === 'unclear' && mayAsk)) || isDelicate) return undefined
      const outcome = await asking.begin(turn, turn.id, turn.text)
      if (outcome.kind === 'looking') await takeAlong(turn, outcome.ask.id)
      return { card: channelCard(turn.language) }
    },
  } satisfies Pick<Feature, 'kinds' | 'heard' | 'overheard'> & Record<'writeBack', (turn: Said) => Promise<Reply>>
}
