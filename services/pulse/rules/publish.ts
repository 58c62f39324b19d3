import type { PersonId, Random } from '../../core/ports.ts'
import type { Policy } from '../schema.ts'
import { listFrom, silentBelow } from './block-size.ts'
import type { Contribution, Quoted } from './contributions.ts'
import type { Block } from './cut-blocks.ts'
import { type Figure, figuresOf } from './figures.ts'
import type { ToldList } from './lists.ts'
import { below } from './shuffle.ts'
import { drawn, queued, readyFor, stillWaiting, type WaitingQuote } from './waiting-quotes.ts'
import type { Window } from './windows.ts'

/** What the readers of a block see of a window, and all that anybody ever sees of it. */
export interface Pulse {
  window: Window
  block: string
  readers: PersonId[]
  /** Null in a window that tells none, of any block. */
  list: ToldList | null
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
  /** R17: how many could have answered unseen: who shared by name in all of the period is out. */
  people: number
  /** R2: how many are there still, whatever they shared. */
  there: number
  readers: PersonId[]
  given: readonly Contribution[]
  /** What was agreed to in this window. */
  quoted: readonly Quoted[]
  /** Carried over from the windows before. */
  waiting: readonly WaitingQuote[]
  /** It was too small once since the cut: it stays silent, also when people come. */
  fallen: boolean
  /** Of this block and window alone: what happens in one is not seen in another. */
  random: Random
  /** R18: draws what is kept nowhere. */
  lots: Random
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

/** R17: one list in so many does not come, by lot: that it did not come says nothing of anybody. */
const ONE_IN = 200

/** The last lot of all is the one that does not come. */
const isDrawnAway = (lots: Random) => below(lots, ONE_IN) === ONE_IN - 1

/**
 * R17: what a block of so many people who could have answered does in this window. `fallen` lasts until the next cut; with
 * a few people more a list is left out.
 */
function judged(policy: Policy, { fallen: before, people, there, given, lots }: BlockWindow) {
  const fallen = before || there < silentBelow(policy)
  const opens = !policy.paused && !fallen && people >= listFrom(policy) && given.length >= policy.k
  return { fallen, opens: opens && !isDrawnAway(lots) }
}

/** Closes a window that tells a list: every block is judged by itself, and all come out together. */
export function publish(policy: Policy, window: Window, list: ToldList, blocks: readonly BlockWindow[]): Published {
  const published: Published = { pulses: [], withheld: [], carried: new Map() }
  for (const one of blocks) {
    const { fallen, opens } = judged(policy, one)
    // Quotes of a window without a pulse are not kept for a later one: nothing said in it is ever shown.
    const waiting = opens ? queued(one.waiting, one.quoted, one) : one.waiting
    const quotes = opens ? drawn(policy, readyFor(one.readers, waiting), one.random) : []
    const block = one.block.id
    published.carried.set(block, { waiting: stillWaiting(waiting, quotes), fallen })
    if (opens) {
      const { readers } = one
      const figures = figuresOf(policy, { ...one, list })
      published.pulses.push({ window, block, readers, list, figures, quotes: quotes.map(({ text }) => text) })
    } else published.withheld.push({ window, block })
  }
  return published
}
