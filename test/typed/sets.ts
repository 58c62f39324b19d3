import { existsSync, readFileSync } from 'node:fs'

/** Of `third` only counts may be told, and nothing is learnt from `fourth` either; the others are learnt from. */
export type Half = 'train' | 'tuned' | 'held-out' | 'blind' | 'second' | 'third' | 'fourth'

/** The lines of a set of typed texts. */
export const setOf = (name: string, half: Half): string[] => linesOf(pathOf(name, half))

/** Not every set has every half. */
export const isThere = (name: string, half: Half): boolean => existsSync(new URL(pathOf(name, half), import.meta.url))

const pathOf = (name: string, half: Half) => `sets/${name}.${half}.tsv`

/** The fields of each line of a file, beside this one. */
export const rowsOf = (path: string): string[][] => linesOf(path).map((line) => line.split('\t'))

const linesOf = (path: string) =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
