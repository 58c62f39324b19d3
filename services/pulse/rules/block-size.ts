import type { Policy } from '../schema.ts'

/** How many people who can count a block has at the cut, for each one who has to answer: 20 at k = 11. */
const PLACES = 20 / 11

/** So many may agree to act together, and be found out by nobody: each rule holds also when three members do. */
const COLLUDERS = 3

/** The base from which a figure is told in three words instead of two. */
const THREE_WORDS = 18

/** Up to this base the floor for a topic is enough. Every seven people more ask for one more. */
const TOPIC = { base: 10, step: 7 }

/** So many people who can count make a block. */
export const blockSize = ({ k }: Pick<Policy, 'k'>) => Math.ceil(k * PLACES - 1e-9)

/**
 * Out of how many people so many have to take part, at least, before it may be seen that they did. Three who keep silent
 * on purpose know that all of them are others. With fewer people than this it would say of each that they took part.
 */
const outOf = (needed: number) => Math.ceil((needed * 8) / 7) + COLLUDERS

/** A block with fewer people who could have answered is silent until the next cut: 16 at k = 11. */
export const silentBelow = ({ k }: Pick<Policy, 'k'>) => outOf(k)

/** R17: from so many people who could have answered a list is told; a block with fewer leaves it out. 18 at k = 11. */
export const listFrom = ({ k }: Pick<Policy, 'k'>) => outOf(k) + 2

/** R18: so many of these answers are drawn: two of three, rounded up, and never fewer than k. */
export const drawnOf = ({ k }: Pick<Policy, 'k'>, answers: number) => Math.max(k, Math.ceil((answers * 2) / 3))

/** Whether a base is told in three words: which words are used is seen, so that a block under 24 people never has three. */
export const inThreeWords = (base: number, people: number) => base >= THREE_WORDS && people >= outOf(THREE_WORDS)

/**
 * How many have to name a topic before it appears, and how many not. Three who agree can name it too: when it does not
 * appear even so, they know that few others named it. So "few" must be more people where the base is larger.
 */
export const topicNeeds = ({ topic }: Pick<Policy, 'topic'>, base: number) =>
  topic + Math.max(0, Math.floor((base - TOPIC.base) / TOPIC.step))
