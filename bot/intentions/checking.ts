import { goneCard } from '../../cards/draft/notice.ts'
import { type Asked, followUpCard, HELD_BACK } from '../../cards/intentions/follow-up.ts'
import { checkKeptCard, ownIntentionsCard } from '../../cards/intentions/intention.ts'
import { intentionWords } from '../../cards/intentions/words.ts'
import type { Language } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import { type Intention, isOpen, type OpenIntention } from '../../services/intentions/documents.ts'
import { nextAfter } from '../../services/intentions/rules.ts'
import {
  BARRIERS,
  type Barrier,
  type CheckInput,
  INTENTION_LIMIT,
  KEEPER_LIMIT,
  type ListInput,
  type Result,
} from '../../services/intentions/schema.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'
import type { IntentionNeeds } from './needs.ts'

const NOTHING_BESIDE = { barriers: [], practice: '', keeper: '' }
/** So many that ended are shown. */
const ENDED_SHOWN = 3

/** How it goes with what somebody wants to do: seen, answered, and what stood in the way. */
export function checking({ service, onList }: Pick<IntentionNeeds, 'service' | 'onList'>) {
  const standing = (intention: OpenIntention) => ({
    intention,
    after: nextAfter(intention),
    next: service.asksOn(intention, nextAfter(intention)),
    isDue: service.isDue(intention),
  })
  const askedOf = (intention: OpenIntention): Asked => ({
    intention,
    after: nextAfter(intention),
    isDue: service.isDue(intention),
  })

  async function show(turn: Turn): Promise<Reply> {
    const all: readonly Intention[] = await service.all(turn)
    const ended = all.filter((one) => !isOpen(one)).slice(-ENDED_SHOWN)
    return {
      card: ownIntentionsCard({
        language: turn.language,
        open: all.filter(isOpen).map(standing),
        ended: ended.toReversed().map(({ text, checks }) => ({ text, result: checks.at(-1)?.result })),
      }),
    }
  }

  /** What was filled in about the one that was answered before comes along with what is pressed next. */
  async function keepBeside(turn: Turn, { about, aboutAfter, barriers, ...practice }: ListInput): Promise<void> {
    if (about && aboutAfter && barriers.length > 0) await service.hindered(turn, about, Number(aboutAfter), barriers)
    if (about) await practise(turn, about, practice)
  }

  const practise = (turn: Turn, id: string, given: Pick<ListInput, 'practice' | 'keeper'>) => {
    const text = clean(given.practice).slice(0, INTENTION_LIMIT)
    return text
      ? service.practise(turn, id, { text, keeper: clean(given.keeper).slice(0, KEEPER_LIMIT) })
      : Promise.resolve(undefined)
  }

  async function open(turn: Turn, id: string): Promise<Reply> {
    const intention = await service.get(turn, id)
    if (!intention) return notYours(turn)
    if (!isOpen(intention)) return show(turn)
    return { card: followUpCard({ language: turn.language, asked: [askedOf(intention)], canChange: true }) }
  }

  async function check(turn: Turn, input: CheckInput): Promise<Reply> {
    const { intention: id, after, result, barriers, about, done, list } = input
    const { language } = turn
    if (!result) return open(turn, id)
    await keepBeside(turn, input)
    const weeks = after === undefined ? undefined : Number(after)
    const intention = await service.check(turn, id, { result, barriers: about ? [] : barriers, after: weeks })
    if (!intention) return notYours(turn)
    if (!about) await practise(turn, id, input)
    if (list) return onList(turn)
    const due = (await service.due(turn)).filter((one) => one.id !== id).map(askedOf)
    const isDone = done === 'true' || (barriers.length > 0 && !about)
    if (isDone) return { card: due.length === 0 ? checkKeptCard(language) : followUpCard({ language, asked: due }) }
    const said = intention.checks.find((one) => one.after === weeks) ?? intention.checks.at(-1)
    if (!said) return { card: goneCard(language) }
    const { practice } = intention
    const answered = {
      intention,
      after: said.after,
      isDue: true,
      result: said.result,
      barrier: said.barriers?.[0],
      practice,
    }
    return { card: followUpCard({ language, answered, asked: due }) }
  }

  /** What was said last of these. */
  async function lastTold(turn: Turn, results: readonly Result[]) {
    const told = (await service.all(turn)).flatMap(({ id, checks }) => checks.map((one) => ({ id, ...one })))
    const last = told
      .filter(({ result }) => results.includes(result))
      .sort((one, other) => (one.at < other.at ? 1 : -1))[0]
    return last && { intention: last.id, after: String(last.after), result: last.result }
  }

  return {
    standing,
    show,
    open,
    check,

    async list(turn: Turn, input: ListInput): Promise<Reply> {
      await keepBeside(turn, input)
      return show(turn)
    },

    /** About the one with this number among those that are asked about; when there is none, the words are no command. */
    typed: (result: Result) => async (turn: Said, rest: string) => {
      const one = (await service.due(turn))[rest ? Number(rest) - 1 : 0]
      return one && check(turn, { ...NOTHING_BESIDE, intention: one.id, after: String(nextAfter(one)), result })
    },

    /** What stood in the way of the one that went less well last. */
    async inTheWay(turn: Turn, rest: string): Promise<Reply | undefined> {
      const barrier = barrierCalled(rest)
      const last = barrier && (await lastTold(turn, HELD_BACK))
      return last && check(turn, { ...NOTHING_BESIDE, ...last, barriers: [barrier] })
    },

    /** How somebody works now, about the one that worked last. */
    async practice(turn: Turn, text: string): Promise<Reply | undefined> {
      const last = await lastTold(turn, ['toegepast'])
      return last && check(turn, { ...NOTHING_BESIDE, ...last, practice: text, done: 'true' })
    },

    /** The card that asks, of all that is due. */
    async due(of: { tenant: string; person: string }, language: Language) {
      const asked = (await service.due(of)).map(askedOf)
      return asked.length > 0 ? followUpCard({ language, asked }) : undefined
    },
  }
}

const LANGUAGES: readonly Language[] = ['nl', 'en']

/** By its code, or as a card calls it. */
function barrierCalled(words: string): Barrier | undefined {
  const said = words.toLowerCase().replace(/[\s.!]+$/, '')
  return BARRIERS.find(
    (one) =>
      one === said || LANGUAGES.some((language) => intentionWords(language).barriers[one].toLowerCase() === said),
  )
}
