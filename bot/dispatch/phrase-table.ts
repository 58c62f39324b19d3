import type { Feature, SaidHandler } from '../turn.ts'

/** Every typed command, and what hears it. */
export function phraseTable(features: readonly Feature[]) {
  const exact = new Map<string, SaidHandler>()
  const phrases: [string, SaidHandler][] = []
  for (const [phrase, handler] of features.flatMap(({ said = {} }) => Object.entries(said))) {
    if (phrase.includes('*')) phrases.push([phrase, handler])
    else exact.set(normal(phrase), handler)
  }

  return {
    exact: (text: string) => exact.get(normal(text)),

    /** Each command that has room for words and may be this text, with what was typed in that room. */
    *open(text: string): Generator<{ handler: SaidHandler; rest: string }> {
      for (const [phrase, handler] of phrases) {
        const rest = restOf(phrase, text)
        if (rest !== undefined) yield { handler, rest }
      }
    },

    isCommand: (text: string) =>
      exact.has(normal(text)) || phrases.some(([phrase]) => restOf(phrase, text) !== undefined),
  }
}

/** Commands are found whatever their case and closing mark. */
export const normal = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(/\s+/g, ' ')
    .replace(/(?<=\S)[.!?]+$/, '')

/** What was typed in the place of `*`, in the person's own letters. */
function restOf(phrase: string, text: string): string | undefined {
  const [before = '', after = ''] = phrase.split('*')
  const line = text.trim()
  const low = line.toLowerCase()
  if (line.length <= before.length + after.length || !low.startsWith(before) || !low.endsWith(after)) return undefined
  return line.slice(before.length, line.length - after.length).trim()
}
