import { goneCard } from '../../cards/draft/notice.ts'
import { type Command, commands, typed } from '../../cards/kit/commands.ts'
import { previewCard } from '../../cards/pulse/decision.ts'
import {
  answeredCard,
  decisionSentCard,
  noteCard,
  pointElsewhereCard,
  readsAlongCard,
} from '../../cards/pulse/response.ts'
import { numberOf, offeredOn } from '../../services/pulse/answer/owed/answer-deadlines.ts'
import type { Responding } from '../../services/pulse/answer/responding.ts'
import { DECISION_KINDS, NoteInput } from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'
import { type Which, withCode } from './pulse-by-code.ts'
import type { PulseScreens } from './screens.ts'

/** A reader before the points of a pulse: one at a time, then all of them as they will be read, then sent. */
export function deciding(service: PulseService, show: PulseScreens, which: Which) {
  const { response, audience } = service

  async function told({ tenant, person, language }: Turn, outcome: Responding): Promise<Reply> {
    if (outcome.kind === 'not-yours') return notYours({ language })
    if (outcome.kind === 'answered') return { card: answeredCard(language) }
    if (outcome.kind === 'sent') return { card: decisionSentCard(language) }
    if (outcome.kind === 'reads-along')
      return { card: readsAlongCard(language, await show.nameOf(tenant, language, outcome.with)) }
    if (outcome.kind === 'elsewhere')
      return { card: pointElsewhereCard(language, await show.nameOf(tenant, language, outcome.with)) }
    const { pulse } = outcome
    const mayRead = await audience.hears(pulse, person)
    if (outcome.kind === 'asks')
      return asks({ tenant, language }, { ...outcome, pulse: service.seenAs(pulse, person) }, mayRead)
    const shown = mayRead ? service.seenAs(pulse, person) : { ...pulse, quotes: [] }
    const view = await show.decisionView(language, shown, audience.markOf(tenant, person), outcome.points)
    return { card: previewCard(view, pulse.id, outcome.seen) }
  }

  async function asks(
    { tenant, language }: Pick<Turn, 'tenant' | 'language'>,
    { pulse, response: owed, place, problem, given }: Extract<Responding, { kind: 'asks' }>,
    mayRead: boolean,
  ): Promise<Reply> {
    const asked = owed.points[place]
    if (!asked) return { card: goneCard(language) }
    const { point, noted, promised } = asked
    const owner = noted?.owner && (await audience.named(tenant, noted.owner))
    const known = noted && { ...noted, owner: owner ?? '', hears: noted.hears ?? '' }
    return {
      card: noteCard({
        language,
        pulse: pulse.id,
        block: pulse.name,
        point,
        place,
        due: owed.due,
        ...numberOf(owed.points, place),
        quotes: mayRead ? pulse.quotes.map(({ text }) => text) : [],
        ...(mayRead && pulse.resting && { rests: true }),
        offered: offeredOn(asked),
        ...(promised && { promised }),
        ...((given ?? known) && { given: given ?? known }),
        ...(problem && { problem }),
      }),
    }
  }

  interface Way {
    command: Command
    verb: string
    run(turn: Turn, pulse: string): Promise<Reply>
  }

  const about = async (turn: Turn, code: string, { command, verb, run }: Way): Promise<Reply> => {
    const act = { verb, typed: (one: string) => typed(command, turn.language, one), run }
    return (await which.respondable(turn, code, act)) ?? { card: await show.none(turn) }
  }

  /** A typed command: what follows it is the code of a pulse, or it was no command. */
  const typedAs =
    (way: Way) =>
    async (turn: Turn, words: string): Promise<Reply | undefined> => {
      const { code, rest } = withCode(words)
      return rest ? undefined : about(turn, code, way)
    }

  const respond = async (turn: Turn, pulse: string) =>
    told(turn, await response.stands(turn.tenant, turn.person, pulse))

  const change = async (turn: Turn, pulse: string) => told(turn, await response.again(turn.tenant, turn.person, pulse))

  const note = async (turn: Turn, input: NoteInput) => told(turn, await response.note(turn.tenant, turn.person, input))

  /** A person who types can have seen no other preview than the one of now. */
  async function sendNow(turn: Turn, pulse: string): Promise<Reply> {
    const now = await response.stands(turn.tenant, turn.person, pulse)
    return now.kind === 'preview' ? send(turn, pulse, now.seen) : told(turn, now)
  }

  const send = async (turn: Turn, pulse: string, seen: string) =>
    told(turn, await response.send(turn.tenant, turn.person, pulse, seen))

  return {
    respond,
    change,
    note,
    send,
    respondLast: typedAs({ command: commands.respond, verb: 'pulse.respond', run: respond }),
    changeLast: typedAs({ command: commands.changeDecision, verb: 'pulse.change', run: change }),
    // Who has several to send sees each of them first.
    sendLast: typedAs({ command: commands.sendDecision, verb: 'pulse.respond', run: sendNow }),

    /** "geef antwoord: …": the answer to the quotes, all of them together. */
    async replied(_turn: Said, words: string): Promise<Reply | undefined> {
      const { code, rest: reason } = withCode(words)
      const run = async (turn: Turn, pulse: string) => {
        const now = await response.stands(turn.tenant, turn.person, pulse)
        const isAsked = now.kind === 'asks' && now.response.points[now.place]?.point.kind === 'words'
        return isAsked ? note(turn, NoteInput.parse({ pulse, point: String(now.place), reason })) : told(turn, now)
      }
      return about(_turn, code, { command: commands.respond, verb: 'pulse.respond', run })
    },

    /** "besluit doen; waarom; wie; wanneer": the parts in the order of the card. */
    async typed(turn: Said, words: string): Promise<Reply | undefined> {
      const { code, rest } = withCode(words)
      const [first = '', reason = '', owner = '', hears = ''] = rest.split(';').map((part) => part.trim())
      const decision = DECISION_KINDS.find((one) => one === first.toLowerCase())
      if (!decision) return undefined
      const decided = async (_turn: Turn, pulse: string) => {
        const now = await response.stands(turn.tenant, turn.person, pulse)
        if (now.kind !== 'asks') return told(turn, now)
        return note(turn, NoteInput.parse({ pulse, point: String(now.place), decision, reason, owner, hears }))
      }
      return about(turn, code, { command: commands.respond, verb: 'pulse.respond', run: decided })
    },
  }
}

export type Deciding = ReturnType<typeof deciding>
