import type { Steps } from '../services/core/migrated.ts'

/**
 * How documents of earlier releases become what this one writes. To change the form of a collection, add a step at the
 * end of its list, and never take one away:
 *
 *   moments: [({ text, ...moment }: Doc & { text: string }) => ({ ...moment, words: text })],
 */
export const MIGRATIONS: Steps = {}
