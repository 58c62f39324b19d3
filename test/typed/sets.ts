import { readFileSync } from 'node:fs'

export type Half = 'tuned' | 'held-out'

/** The lines of a set of typed texts; of the held-out half only counts may be told. */
export const setOf = (name: string, half: Half): string[] =>
  readFileSync(new URL(`sets/${name}.${half}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
