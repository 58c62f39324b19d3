import type { PersonId, Random } from '../../core/ports.ts'
import type { Policy } from '../schema.ts'
import { silentBelow } from './block-size.ts'
import type { Contribution } from './contributions.ts'
import type { Block } from './cut-blocks.ts'
import { type Figure, figuresOf } from './figures.ts'
import { drawn, queued, readyFor, stillWaiting, type WaitingQuote } from './waiting-quotes.ts'
import type { Window } from './windows.ts'

/** What the readers of a block see of a window, and all that anybody ever sees of it. */
export interface Pulse {
  window: Window
  block: string
  readers: PersonId[]
  figures: Figure[]
  quotes: string[]
}

/** A pulse that did not come. It says nothing about why. */
export interface Withheld {
  window: Window
  block: string
}

/** One block as it is in one window. */
export interface BlockWindow {
  block: Pick<Block, 'id'>
  /** Who can count, at the opening. */
  people: number
  readers: PersonId[]
  given: readonly Contribution[]
  /** Carried over from the windows before. */
  waiting: readonly WaitingQuote[]
  /** It was too small once since the cut: it stays silent, also when people come. */
  fallen: boolean
  /** Of this block and window alone: what happens in one is not seen in another. */
  random: Random
}

/** What a block takes along to its next window. */
export interface Carried {
  waiting: WaitingQuote[]
  fallen: boolean
}

export interface Published {
  pulses: Pulse[]
  withheld: Withheld[]
  /** By block. */
  carried: Map<string, Carried>
}

/** Closes a window: every block is judged by itself, and all come out together. */
export function publish(policy: Policy, window: Window, blocks: readonly BlockWindow[]): Published {
  const published: Published = { pulses: [], withheld: [], carried: new Map() }
  for (const one of blocks) {
    const fallen = one.fallen || one.people < silentBelow(policy)
    const opens = !policy.paused && !fallen && one.given.length >= policy.k
    const waiting = opens ? taken(policy, one) : one.waiting
    const quotes = opens ? drawn(policy, readyFor(one.readers, waiting), one.random) : []
    const block = one.block.id
    published.carried.set(block, { waiting: stillWaiting(waiting, quotes), fallen })
    if (opens) published.pulses.push({ ...pulseOf(policy, one, quotes), window, block })
    else published.withheld.push({ window, block })
  }
  return published
}

/** Quotes of a window without a pulse are not kept for a later one: nothing said in it is ever shown. */
const taken = ({ cadence }: Policy, { waiting, given, readers, random }: BlockWindow) =>
  queued(waiting, given, { cadence, readers, random })

const pulseOf = (policy: Policy, { given, people, readers }: BlockWindow, quotes: readonly WaitingQuote[]) => ({
  readers,
  figures: figuresOf(policy, given, people),
  quotes: quotes.map(({ text }) => text),
})
