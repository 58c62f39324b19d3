import { type Command, commands, typed } from '../../../cards/kit/commands.ts'
import { DECISION_KINDS, NoteInput } from '../../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import type { Reply, Said, Turn } from '../../turn.ts'
import { type Which, withCode } from '../pulse-by-code.ts'
import type { PulseScreens } from '../screens/screens.ts'
import { decisionReplies } from './decision-replies.ts'

/** What is done with the pulse that somebody means. */
interface Way {
  command: Command
  verb: string
  run(turn: Turn, pulse: string): Promise<Reply>
}

/** A reader before the points of a pulse: one at a time, then all of them as they will be read, then sent. */
export function deciding(service: PulseService, show: PulseScreens, which: Which) {
  const { response } = service
  const told = decisionReplies(service, show)

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
