import type { Checked, SignKind } from '../core/text/signs.ts'
import { type Ask, reachOf, textOf } from './ask.ts'
import type { Desk } from './ask-steps.ts'
import type { KnownItem } from './ports.ts'
import type { Rung } from './routing/next-rung.ts'
import type { Knower } from './routing/ranked.ts'

/** Somebody to choose. `choice` stands for them on the card of this ask: it names nobody, and is nothing anywhere else. */
export type Choice = Knower & { choice: string }

export interface Looking {
  kind: 'looking'
  ask: Ask
  known: KnownItem[]
  knowers: Choice[]
  /** The next step that the asker may choose. */
  further?: Rung
}

const KNOWN_SHOWN = 3
/** A colleague knows who asks: what tells of the asker is no news to them. */
export const OF_OTHERS = new Set<SignKind>(['name', 'address', 'case'])

/** What is known about a question, and who may know: read anew each time, so that nothing stale is shown. */
export function lookup({ ports }: Desk) {
  const { candidates } = ports

  const choicesFrom = (ask: Ask, found: Knower[]): Choice[] => {
    const choiceOf = (person: string) => ports.secrets.hmac('knower', ask.tenant, ask.id, person).slice(0, 12)
    return found.map((knower) => ({ ...knower, choice: choiceOf(knower.person.id) }))
  }

  const choices = async (ask: Ask) => {
    const reach = reachOf(ask)
    return choicesFrom(ask, (await candidates.toChoose({ ...ask, reach })).knowers)
  }

  /** What is about the question; what only may be, where nothing is. */
  const known = async (ask: Ask, text = textOf(ask)) => {
    const found = await ports.known(ask.tenant, ask.person, text, ask.language, KNOWN_SHOWN)
    const about = found.filter(({ maybe }) => !maybe)
    return about.length > 0 ? about : found
  }

  /** By what in the question somebody may be recognised, for the asker to see before it is sent. */
  const pointing = async (ask: Ask): Promise<Checked['pointing']> => {
    const found = await ports.leaving(ask.tenant, textOf(ask))
    return found.pointing.filter(({ kind }) => OF_OTHERS.has(kind))
  }

  return {
    choices,
    known,
    pointing,

    /** `found` are those who may know, where they were looked up already. */
    async look(ask: Ask, found?: Knower[]): Promise<Looking> {
      // First, for it reads what was shared elsewhere a moment ago.
      const knowers = found ? choicesFrom(ask, found) : await choices(ask)
      const further = candidates.further(ask)
      const items = await known(ask)
      if (knowers.length + items.length === 0 && !further) {
        await ports.counted.note(ask)
        await ports.missed(ask)
      }
      return {
        kind: 'looking',
        ask,
        known: items,
        knowers,
        ...(further && { further }),
      }
    },
  }
}
