import type { Clock, Collection, Doc, Instant } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { instant, later } from '../core/time.ts'
import type { Job } from '../delivery/operating/agenda.ts'

/** What is followed until it ends: somebody has it, and there is a moment at which it is looked at again. */
export interface Followed<State extends string> extends Doc {
  state: State
  /** When it is looked at; absent once it ended. */
  looks?: Instant
  /** Its holder was asked how it goes, in this state. */
  asked?: boolean
}

/** A state in which it goes on. */
export interface Open<State extends string, Item> {
  /** What may follow it; nothing else does. */
  to: readonly State[]
  /** When its holder is asked how it goes. */
  asks(item: Item): Date
  /** When it goes on by itself, as `silence` says, if its holder has said nothing. */
  ends(item: Item): Date
  silence: State
}

/** What may follow each state; `ended` is an end. */
export type Rules<State extends string, Item> = Readonly<Record<State, Open<State, Item> | 'ended'>>

/**
 * Lets nothing rest for ever: every state has a way out, and leads to an end when nobody says anything.
 * @throws {Error} with the state that does not
 */
export function checkedRules<State extends string, Item>(rules: Rules<State, Item>): Rules<State, Item> {
  const states = Object.keys(rules) as State[]
  for (const state of states) {
    const passed = new Set<State>()
    for (let next = state, rule = rules[next]; rule !== 'ended'; next = rule.silence, rule = rules[next]) {
      if (passed.has(next)) throw new Error(`${state} rests for ever when nobody says anything`)
      if (rule.to.length === 0) throw new Error(`${next} has no way out`)
      if (!rule.to.includes(rule.silence)) throw new Error(`${next} does not lead to what silence makes of it`)
      passed.add(next)
    }
  }
  return rules
}

/**
 * As it is when it comes into this state: from its beginning, or anew where it is already, or from a state that leads there.
 * Nothing changes its state by another way.
 * @throws {Error} where the state that it is in does not lead there
 */
export function entering<State extends string, Item extends Followed<State>>(
  rules: Rules<State, Item>,
  item: Item,
  state: State,
): Item {
  const from = rules[item.state]
  if (item.state !== state && (from === 'ended' || !from.to.includes(state)))
    throw new Error(`${item.state} does not lead to ${state}`)
  const { looks: _looks, asked: _asked, ...rest } = { ...item, state }
  const entered = rest as unknown as Item
  const rule = rules[state]
  return rule === 'ended' ? entered : { ...entered, looks: instant(rule.asks(entered)) }
}

export interface FollowingPorts<State extends string, Item extends Followed<State>> {
  /** What the job is called. */
  name: string
  /** Found over a whole tenant by its index `looks`. */
  kept: Collection<Item>
  rules: Rules<State, Item>
  clock: Clock
  /**
   * Tells its holder that it is time to say how it goes. The same again tells it once. A moment as the answer: nobody can be
   * asked before that.
   */
  ask(item: Item): Promise<Date | undefined>
  /** As it is when nobody said anything; it comes into that state and nothing else unless a feature says more. */
  goesOn?(item: Item, state: State): Item
}

/** So many are read at a time. */
const AT_ONCE = 100

/**
 * The job that looks at what is due: first it asks its holder, then, where there is no word, it goes on by itself. It asks
 * before it writes that it did: cut off in between, it asks again, which tells nothing twice.
 */
export function followingJob<State extends string, Item extends Followed<State>>({
  name,
  kept,
  rules,
  clock,
  ask,
  goesOn = (item, state) => entering(rules, item, state),
}: FollowingPorts<State, Item>): Job {
  async function look(item: Item): Promise<void> {
    const rule = rules[item.state]
    if (rule === 'ended') return
    const waits = item.asked ? undefined : await ask(item)
    await change(kept, item, (now) => {
      // Somebody moved it meanwhile: what was asked is about what it was.
      if (now?.looks === undefined || now.looks !== item.looks || now.state !== item.state) return undefined
      if (now.asked !== item.asked) return undefined
      const ends = rule.ends(now)
      if (now.asked || (waits && waits >= ends)) return goesOn(now, rule.silence)
      return waits ? { ...now, looks: instant(waits) } : { ...now, asked: true, looks: instant(ends) }
    })
  }

  return {
    name,
    async run(tenant, signal) {
      for (;;) {
        const { items } = await kept.find({ tenant }, { index: 'looks', limit: AT_ONCE })
        const due = items.filter(({ looks = '' }) => looks <= instant(clock.now()))
        if (due.length === 0) return items[0]?.looks === undefined ? undefined : new Date(items[0].looks)
        for (const item of due) {
          if (signal.aborted) return later(clock.now(), 0)
          await look(item)
        }
      }
    },
  }
}
