import type { Clock, Collection } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { instant } from '../core/time.ts'
import { entering, type Rules } from '../follow-through/follow-through.ts'
import type { Of } from './beginning.ts'
import { type Check, type Intention, isOpen, type Practice, type State } from './documents.ts'
import { ASKED_IN, ENDS, nextAfter, STEPS } from './rules.ts'
import { AFTER, type Barrier } from './schema.ts'

export interface CheckingPorts {
  kept: Collection<Intention>
  rules: Rules<State, Intention>
  clock: Clock
  wakeFor(intention: Intention): Promise<void>
  /** Somebody works by it now. */
  applied(intention: Intention): Promise<void>
}

/** How it went, and what stood in the way. */
export function checking({ kept, rules, clock, wakeFor, applied }: CheckingPorts) {
  /** What it leads to that somebody says this of it. */
  const led = ({ after, result }: Pick<Check, 'after' | 'result'>): State =>
    result === ENDS ? 'ended' : STEPS[ASKED_IN[after]].next

  /** A word that changes: what ended by the first may go on by the second. Where time went on since, it only says what was. */
  function corrected(there: Intention, before: Check, check: Check): Intention {
    const changed = practised({ ...there, checks: there.checks.map((one) => (one === before ? check : one)) })
    const [from, to] = [led(before), led(check)]
    const isNewest = there.checks.at(-1) === before
    // The later word is said in the state in which the first one was.
    return isNewest && from === there.state && to !== from
      ? entering(rules, { ...changed, state: ASKED_IN[check.after] }, to)
      : changed
  }

  /**
   * How it went. Said again of the same time, the later word holds, and nothing goes on twice. Without `after` it is about
   * the state it is in. Undefined when there is none.
   */
  async function check(
    { tenant, person }: Of,
    id: string,
    said: Omit<Check, 'at' | 'after'> & { after?: number | undefined },
  ): Promise<Intention | undefined> {
    const at = instant(clock.now())
    const { doc } = await change(kept, { tenant, person, id }, (there): Intention | undefined => {
      if (!there) return undefined
      const { after, result, barriers } = said
      const one = { at, result, ...(barriers && barriers.length > 0 && { barriers }) }
      const known = there.checks.find((before) => before.after === after)
      if (known) return corrected(there, known, { ...one, after: known.after })
      if (!isOpen(there)) return undefined
      const now = nextAfter(there)
      const late = AFTER.find((weeks) => weeks === after)
      // Said on an old card, when time had gone on: it is kept where it belongs.
      if (late !== undefined && late < now)
        return { ...there, checks: inOrder([...there.checks, { ...one, after: late }]) }
      const checks = [...there.checks, { ...one, after: now }]
      return entering(rules, { ...there, checks }, led({ after: now, result }))
    })
    if (doc) await wakeFor(doc)
    if (doc?.item && said.result === 'toegepast') await applied(doc)
    return doc
  }

  return {
    check,

    /** It is over, whatever time it is asked about: said where another takes its place. */
    async finish(of: Of, id: string): Promise<void> {
      const intention = await kept.get({ tenant: of.tenant, person: of.person, id })
      if (intention && isOpen(intention)) await check(of, id, { result: ENDS, after: nextAfter(intention) })
    },

    /** How somebody works now, said after it worked. Empty words take it back. Undefined when it did not work. */
    async practise({ tenant, person }: Of, id: string, { text, keeper }: Practice): Promise<Intention | undefined> {
      const { doc } = await change(kept, { tenant, person, id }, (there): Intention | undefined => {
        if (!there || !hasWorked(there)) return undefined
        const { practice: _before, ...rest } = there
        return { ...rest, ...(text && { practice: { text, ...(keeper && { keeper }) } }) }
      })
      return doc && hasWorked(doc) ? doc : undefined
    },

    /** What stood in the way, said after how it went. */
    async hindered({ tenant, person }: Of, id: string, after: number, barriers: Barrier[]): Promise<void> {
      await change(kept, { tenant, person, id }, (there): Intention | undefined => {
        const known = there?.checks.find((one) => one.after === after)
        return there && known
          ? { ...there, checks: there.checks.map((one) => (one === known ? { ...one, barriers } : one)) }
          : undefined
      })
    },
  }
}

const hasWorked = ({ checks }: Intention) => checks.some(({ result }) => result === 'toegepast')

/** Where it did not work after all, no way of working changed by it. */
function practised({ practice, ...rest }: Intention): Intention {
  return { ...rest, ...(practice && hasWorked(rest) && { practice }) }
}

const inOrder = (checks: Check[]) => checks.toSorted((one, other) => one.after - other.after)
