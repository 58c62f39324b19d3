import { goneCard } from '../../cards/draft/notice.ts'
import { codeInWindow, meant } from '../../cards/kit/code.ts'
import { whichPulseCard } from '../../cards/pulse/pulse.ts'
import type { KeptPulse } from '../../services/pulse/documents.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { daysOf } from '../../services/pulse/rules/window-dates.ts'
import type { Reply, Turn } from '../turn.ts'

/** As much of a pulse as says which one is meant. */
export type Named = Pick<KeptPulse, 'id' | 'name' | 'window' | 'to'>

/** What a typed command does to one pulse, and how its reader chooses one where they read several. */
export interface Act {
  verb: string
  data?: Record<string, string>
  /** How it is typed about the pulse of this code. */
  typed(code: string): string
  run(turn: Turn, pulse: string): Promise<Reply>
}

const CODE = /^(?<code>\d\d-[\w-]+)(?:\s+(?<rest>.*))?$/s

/** What was typed after a command: the code of a pulse, where it begins with one, and the rest. */
export function withCode(words: string): { code: string; rest: string } {
  const { code = '', rest = '' } = CODE.exec(words.trim())?.groups ?? {}
  return code ? { code, rest } : { code: '', rest: words }
}

export function whichPulse(service: Pick<PulseService, 'lastFor' | 'response' | 'tasks' | 'of'>) {
  /** Each group as it may be meant where nothing is named: what waits comes before what was read, and that before what was held. */
  async function groups({ tenant, person }: Turn): Promise<Named[][]> {
    const read = (await service.lastFor(tenant, person)).flatMap((one) => (one.kind === 'pulse' ? [one.pulse] : []))
    const held = await service.tasks.lastHeld(tenant, person)
    const one = held && (await service.of(tenant, held))
    return [await service.response.owedBy(tenant, person), read, one ? [one] : []]
  }

  /** One of these, by its code or because there is no other; of several, the reader chooses. Undefined when there is none. */
  async function among(turn: Turn, named: readonly Named[], code: string, act: Act): Promise<Reply | undefined> {
    const one = meant(named, code, codeInWindow)
    if (one) return act.run(turn, one.id)
    if (code) return { card: goneCard(turn.language) }
    if (named.length === 0) return undefined
    const pulses = named.map(({ id, name, ...window }) => {
      const { from, to } = daysOf(window)
      return { id, block: name, from, to }
    })
    return { card: whichPulseCard(turn.language, pulses, act) }
  }

  return {
    among,

    /** What waits for this person; else what they read last, or had a point of. */
    async respondable(turn: Turn, code: string, act: Act): Promise<Reply | undefined> {
      const all = await groups(turn)
      const every = [...new Map(all.flat().map((one) => [one.id, one])).values()]
      return among(turn, code ? every : (all.find(({ length }) => length > 0) ?? []), code, act)
    },
  }
}

export type Which = ReturnType<typeof whichPulse>
