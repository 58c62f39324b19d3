import { deletedCard, editedCard, elsewhereCard, textOnlyCard, tooLongCard } from '../../cards/draft/notice.ts'
import { firstDouble } from '../../services/core/first-double.ts'
import type { Log, Random } from '../../services/core/ports.ts'
import type { Reading } from '../../services/typed/kind.ts'
import {
  type Deleted,
  type Edited,
  type Feature,
  type Pressed,
  type Reply,
  ROSTER_ROW,
  type Said,
  type Turn,
} from '../turn.ts'
import { AGAIN, type AgainInput, heardAgain } from './again.ts'
import { createHearing, type HearingPorts } from './hearing.ts'
import { createNet } from './net.ts'
import { normal, phraseTable } from './phrase-table.ts'
import { createPressing } from './pressing.ts'

/** The longest typed text, in characters, that any feature reads. */
const TEXT_LIMIT = 4000

export interface DispatchPorts extends Pick<HearingPorts, 'unclear' | 'beside'> {
  features: Feature[]
  /** The text waits for its meaning, and is the changed one from now on. False when it does not wait. */
  reworded(turn: Edited): Promise<boolean>
  /** The pointer to who can help, before words that point to distress go on to somebody else. */
  before(turn: Said | Pressed): Promise<Reply>
  log: Log
  random: Random
  /** What a refusal adds where people act as each other: the demo. */
  refusalHint?: (turn: Pressed) => string
}

export type Dispatch = (turn: Turn) => Promise<Reply | undefined>

/** Also knows what it would take for a command: the edge asks this for a turn that never came here. */
export type Dispatcher = Dispatch & { isCommand(text: string): boolean }

/**
 * Nothing replaces anything in silence: what two features call alike is refused at start.
 * @throws {Error} naming the phrase, verb, job, part of an export or feature that occurs twice
 */
function refuseDoubles(features: readonly Feature[]): void {
  const names = {
    feature: features.map(({ name }) => name),
    phrase: features.flatMap(({ said = {} }) => Object.keys(said).map(normal)),
    verb: [AGAIN, ...features.flatMap(({ pressed = {} }) => Object.keys(pressed))],
    job: features.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)),
    export: [ROSTER_ROW, ...features.flatMap((feature) => Object.keys(feature.export))],
  }
  for (const [what, all] of Object.entries(names)) {
    const double = firstDouble(all)
    if (double !== undefined) throw new Error(`the ${what} "${double}" stands twice`)
  }
}

/** One table look-up, one net. Features return what is to be said; whatever they throw ends here. */
export function createDispatch(ports: DispatchPorts): Dispatcher {
  const { features, unclear, beside, reworded, before, log, random, refusalHint } = ports
  refuseDoubles(features)
  const typed = phraseTable(features)
  const { heard, askedAgain, isDistress, read } = createHearing({ features, unclear, beside })
  const net = createNet({ log, random, isCommand: typed.isCommand })
  const again = (turn: Pressed, input: AgainInput) => said(heardAgain(turn, input))
  const pressed = createPressing({ features, again, isDistress, before, refusalHint })

  async function said(turn: Said): Promise<Reply> {
    if (turn.text.length > TEXT_LIMIT) return { card: tooLongCard(turn.language), refused: 'too-long' }
    if (turn.place !== 'personal')
      return turn.text ? overheard(features, turn, await read(turn, turn.text)) : { card: elsewhereCard(turn.language) }
    if (!turn.text) return { card: textOnlyCard(turn.language) }
    const reply = await typed.exact(turn.text)?.(turn, '')
    if (reply) return reply
    for (const { handler, rest } of typed.open(turn.text)) {
      if (rest && handler.sends && (await isDistress(turn, rest))) return before(turn)
      const taken = await handler(turn, rest)
      if (taken) return taken
    }
    return heard(turn)
  }

  /** Somebody changed or deleted a message: the feature that used it says so, and something is always said. */
  async function changed(turn: Edited | Deleted): Promise<Reply> {
    if (turn.place !== 'personal') return { card: elsewhereCard(turn.language) }
    for (const feature of features) {
      const reply = turn.kind === 'edited' ? await feature.edited?.(turn) : await feature.deleted?.(turn)
      if (reply) return reply
    }
    if (turn.kind === 'edited' && (await reworded(turn))) return askedAgain({ ...turn, kind: 'said' })
    return { card: turn.kind === 'edited' ? editedCard(turn.language) : deletedCard(turn.language) }
  }

  async function answer(turn: Turn): Promise<Reply | undefined> {
    if (turn.kind === 'said') return said(turn)
    if (turn.kind === 'pressed') return pressed(turn)
    if (turn.kind === 'edited' || turn.kind === 'deleted') return changed(turn)
    for (const feature of features) {
      if (turn.kind === 'arrived') await feature.arrived?.(turn)
      else await feature.left?.(turn)
    }
    return undefined
  }

  const dispatch: Dispatch = async (turn) => {
    try {
      const reply = await answer(turn)
      if (reply?.refused)
        log.info('turn-refused', { turn: turn.id, tenant: turn.tenant, kind: turn.kind, code: reply.refused })
      return reply
    } catch (error) {
      return net(turn, error)
    }
  }
  return Object.assign(dispatch, { isCommand: typed.isCommand })
}

/** Where others read along nothing personal is said: a question is taken along to the person's own chat. */
async function overheard(features: readonly Feature[], turn: Said, reading: Reading): Promise<Reply> {
  for (const feature of features) {
    const reply = await feature.overheard?.(turn, reading)
    if (reply) return reply
  }
  return { card: elsewhereCard(turn.language) }
}
