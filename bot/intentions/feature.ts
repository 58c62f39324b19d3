import { z } from 'zod'
import { goneCard } from '../../cards/draft/notice.ts'
import { type Asked, followUpCard, HELD_BACK, RESULT_COMMANDS } from '../../cards/intentions/follow-up.ts'
import {
  begunCard,
  checkKeptCard,
  enoughCard,
  intentionCard,
  intentionChangedCard,
  intentionLine,
  intentionRemovedCard,
  ownIntentionsCard,
} from '../../cards/intentions/intention.ts'
import { intentionWords } from '../../cards/intentions/words.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Clock, Language } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import { instant } from '../../services/core/time.ts'
import { INTENTIONS, type Intention, type Intentions, isOpen, nextAfter } from '../../services/intentions/intentions.ts'
import {
  AFTER,
  BARRIERS,
  type Barrier,
  CheckInput,
  INTENTION_LIMIT,
  IntentionInput,
  KeepInput,
  RESULTS,
  type Result,
} from '../../services/intentions/schema.ts'
import { TicksInput } from '../../services/reflection/schema.ts'
import type { Reading } from '../../services/typed/kind.ts'
import { type Feature, notYours, type Pressed, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

export interface IntentionNeeds {
  service: Intentions
  clock: Clock
  /** Keeps what was ticked on the card that leads here. */
  keepTicks(turn: Turn, input: TicksInput): Promise<void>
  /** Whether words point to distress. */
  signsIn(text: string): Promise<Pick<Reading, 'isTender' | 'mayHurt'>>
  /** The pointer to who can help, before anything is kept. */
  before(turn: Said | Pressed): Promise<Reply>
  /** Who the confidential adviser is, where somebody set that. */
  adviserOf(tenant: string): Promise<string | undefined>
  /** The moment that this person touched last. */
  lastMoment(turn: Turn): Promise<string | undefined>
}

/** So many that ended are shown. */
const ENDED_SHOWN = 3

const BeginInput = z.object({ ...TicksInput.shape, moment: TicksInput.shape.moment.optional() })
const ReplaceInput = z.object({ ...KeepInput.shape, intention: IntentionInput.shape.intention })

/** From a moment to something that is done differently: said, asked about, and told how it went. */
export function intentionFeature({
  service,
  clock,
  keepTicks,
  lastMoment,
  signsIn,
  before,
  adviserOf,
}: IntentionNeeds): Feature {
  const daysOf = (intention: Pick<Intention, 'at'>) =>
    AFTER.map((after) => [after, service.asksOn(intention, after)] as const)
  const upcoming = () => daysOf({ at: instant(clock.now()) })

  const form = (turn: Turn, more: Partial<Parameters<typeof intentionCard>[0]> = {}): Reply => ({
    card: intentionCard({
      language: turn.language,
      limit: INTENTION_LIMIT,
      days: upcoming(),
      ...more,
    }),
  })

  /** What comes first: a text that is no intention is given back, and words of distress are kept by nobody unasked. */
  async function first(turn: Said | Pressed, given: string, more: Pick<KeepInput, 'intention' | 'moment'>) {
    const text = clean(given)
    if (!text || text.length > INTENTION_LIMIT)
      return { reply: form(turn, { ...more, text: given, problem: text ? 'tooLong' : 'empty' }) }
    const { isTender, mayHurt } = await signsIn(text)
    return isTender && !turn.isCalm ? { reply: await before(turn) } : { text, mayHurt }
  }

  /** It may take the place of another one, which ends then. */
  async function begin(
    turn: Said | Pressed,
    { moment, text: given, replaces }: Pick<KeepInput, 'moment' | 'text'> & { replaces?: string },
  ): Promise<Reply> {
    const { reply, text, mayHurt } = await first(turn, given, { moment })
    if (reply) return reply
    if (replaces) await finish(turn, replaces)
    const { tenant, person, id, language } = turn
    const begun = await service.begin({ tenant, person, turn: id }, text, moment)
    if (begun.kind === 'enough')
      return { card: enoughCard({ language, limit: INTENTION_LIMIT, moment, text, open: begun.open }) }
    const { intention } = begun
    const pointer = mayHurt ? { named: await adviserOf(tenant) } : undefined
    return { card: begunCard({ language, intention: intention.id, days: daysOf(intention), pointer }) }
  }

  async function keep(turn: Said | Pressed, input: KeepInput): Promise<Reply> {
    const { intention } = input
    if (!intention) return begin(turn, input)
    const { reply, text } = await first(turn, input.text, { intention })
    if (reply) return reply
    if (!(await service.reword(turn, intention, text))) return notYours(turn)
    return { card: intentionChangedCard(turn.language) }
  }

  async function show(turn: Turn): Promise<Reply> {
    const all = await service.all(turn)
    const open = all.filter(isOpen)
    const ended = all.filter((one) => !isOpen(one)).slice(-ENDED_SHOWN)
    return {
      card: ownIntentionsCard({
        language: turn.language,
        open: open.map(standing),
        ended: ended.toReversed().map(({ text, checks }) => ({ text, result: checks.at(-1)?.result })),
      }),
    }
  }

  const standing = (intention: Intention) => ({
    intention,
    next: service.asksOn(intention, nextAfter(intention) ?? 2),
    isDue: service.isDue(intention),
  })
  const askedOf = (intention: Intention): Asked[] => {
    const after = nextAfter(intention)
    return after ? [{ intention, after, isDue: service.isDue(intention) }] : []
  }

  async function open(turn: Turn, id: string): Promise<Reply> {
    const intention = await service.get(turn, id)
    if (!intention) return notYours(turn)
    const asked = askedOf(intention)
    if (asked.length === 0) return show(turn)
    return { card: followUpCard({ language: turn.language, asked, canChange: true }) }
  }

  const newestOf = async (turn: Turn) => (await service.open(turn)).at(-1)

  /** The one with this number in the list, counted from 1. */
  const numbered = async (turn: Turn, rest: string) => (await service.open(turn))[Number(rest) - 1]

  async function check(turn: Turn, input: CheckInput): Promise<Reply> {
    const { intention: id, after, result, barriers, about, aboutAfter, done } = input
    const { language } = turn
    if (!result) return open(turn, id)
    // What stood in the way of the one that was answered before comes along with the next.
    if (about && aboutAfter && barriers.length > 0) await service.hindered(turn, about, Number(aboutAfter), barriers)
    const weeks = after === undefined ? undefined : Number(after)
    const intention = await service.check(turn, id, { result, barriers: about ? [] : barriers, after: weeks })
    if (!intention) return notYours(turn)
    const due = (await service.due(turn)).filter((one) => one.id !== id).flatMap(askedOf)
    const isDone = done === 'true' || (barriers.length > 0 && !about)
    if (isDone) return { card: due.length === 0 ? checkKeptCard(language) : followUpCard({ language, asked: due }) }
    const said = intention.checks.find((one) => one.after === weeks) ?? intention.checks.at(-1)
    if (!said) return { card: goneCard(language) }
    const answered = { intention, after: said.after, isDue: true, result: said.result, barrier: said.barriers?.[0] }
    return { card: followUpCard({ language, answered, asked: due }) }
  }

  /** About the one with this number among those that are asked about; when there is none, the words are no command. */
  const checkTyped = (result: Result) => async (turn: Said, rest: string) => {
    const one = (await service.due(turn))[rest ? Number(rest) - 1 : 0]
    const after = one && nextAfter(one)
    return one && after ? check(turn, { intention: one.id, after: String(after), result, barriers: [] }) : undefined
  }

  /** What stood in the way of the one that went less well last. */
  async function inTheWay(turn: Turn, rest: string): Promise<Reply | undefined> {
    const barrier = barrierCalled(rest)
    const told = (await service.all(turn)).flatMap(({ id, checks }) => checks.map((one) => ({ id, ...one })))
    const last = told
      .filter(({ result }) => HELD_BACK.includes(result))
      .sort((one, other) => (one.at < other.at ? 1 : -1))[0]
    if (!barrier || !last) return undefined
    const { id, after, result } = last
    return check(turn, { intention: id, after: String(after), result, barriers: [barrier] })
  }

  async function remove(turn: Turn, id: string): Promise<Reply> {
    if (!(await service.get(turn, id))) return { card: goneCard(turn.language) }
    await service.remove(turn, id)
    return { card: intentionRemovedCard(turn.language) }
  }

  async function finish(turn: Turn, id: string): Promise<boolean> {
    const intention = await service.get(turn, id)
    const after = intention && nextAfter(intention)
    if (!after) return false
    await service.check(turn, id, { result: 'niet-meer-nodig', after })
    return true
  }

  return {
    name: INTENTIONS,
    share: 'follow-up',
    jobs: [service.job],

    said: phrases(
      on(commands.intentions, show),
      on(commands.beginIntention, async (turn) => form(turn, { moment: await lastMoment(turn) })),
      on(commands.intend, (turn, text) => begin(turn, { text })),
      on(commands.intendNot, async (turn) => {
        const newest = await newestOf(turn)
        return newest && newest.checks.length === 0 ? remove(turn, newest.id) : show(turn)
      }),
      on(commands.openIntention, async (turn, rest) => {
        const one = await numbered(turn, rest)
        return one && open(turn, one.id)
      }),
      on(commands.changeIntention, async (turn) => {
        const newest = await newestOf(turn)
        return newest ? form(turn, { intention: newest.id, text: newest.text }) : show(turn)
      }),
      on(commands.rewordIntention, async (turn, text) => {
        const newest = await newestOf(turn)
        return newest ? keep(turn, { intention: newest.id, text }) : undefined
      }),
      on(commands.finishIntention, async (turn, rest) => {
        const one = await numbered(turn, rest)
        if (one) await finish(turn, one.id)
        return one && show(turn)
      }),
      on(commands.inTheWay, inTheWay),
      ...RESULTS.map((result) => on(RESULT_COMMANDS[result], checkTyped(result))),
    ),

    pressed: {
      'intention.begin': press(BeginInput, async (turn, { moment, ...ticks }) => {
        if (moment) await keepTicks(turn, { moment, ...ticks })
        return form(turn, { moment })
      }),
      'intention.keep': press(KeepInput, keep),
      'intention.replace': press(ReplaceInput, (turn, { intention, moment, text }) =>
        begin(turn, { moment, text, replaces: intention }),
      ),
      'intention.show': press(z.object({}), show),
      'intention.open': press(IntentionInput, (turn, { intention }) => open(turn, intention)),
      'intention.edit': press(IntentionInput, async (turn, { intention: id }) => {
        const intention = await service.get(turn, id)
        return intention ? form(turn, { intention: id, text: intention.text }) : notYours(turn)
      }),
      'intention.remove': press(IntentionInput, (turn, { intention }) => remove(turn, intention)),
      'intention.check': press(CheckInput, check),
    },

    running: async (reader) => (await service.open(reader)).map((one) => intentionLine(reader.language, standing(one))),

    async render({ tenant, person }, { language }) {
      const asked = (await service.due({ tenant, person })).flatMap(askedOf)
      return asked.length > 0 ? followUpCard({ language, asked }) : undefined
    },

    reminder: (language) => intentionWords(language).reminder,
    export: { intentions: (tenant, person) => service.all({ tenant, person }) },
    forget: service.forget,
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
