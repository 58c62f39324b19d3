import { promised, verbs } from './verbs.ts'

/** The width of the column with the usage: the longest stick out a little. */
const WIDTH = 58

const isGroup = (name: string, word: string) => name === word || name.startsWith(`${word} `)

/** Whether this is the first word of verbs. */
export const group = (word: string): boolean => Object.keys(verbs).some((name) => isGroup(name, word))

/** One line for each verb that these words name, or for all: what it takes, and what it does. */
export function help(words: readonly string[] = []): string[] {
  const [named] = [words.slice(0, 2).join(' '), words[0] ?? ''].filter((name) => group(name))
  const shown = Object.entries(verbs).filter(([name]) => !named || isGroup(name, named))
  const lines = shown.map(([, { usage, does }]) => `  ${usage.padEnd(WIDTH)}  ${does}`)
  if (named) return lines
  return [
    'Usage: npm run leermoment -- VERB',
    '',
    ...lines,
    '',
    `Every verb takes --json, for machines. \`help VERB\` tells of one. The store is the one of LEERMOMENT_STORE.`,
    `Not there yet: ${promised.join(', ')}.`,
  ]
}
