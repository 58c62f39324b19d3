import type { Language } from '../../services/core/ports.ts'

/**
 * What can be typed, in both languages at once: nobody should have to know which one the bot speaks today.
 * The first of each is the one that cards name. ` *` stands for the rest of the line.
 */
export interface Command {
  nl: readonly string[]
  en: readonly string[]
}

/** The command as a card names it, with what follows it where it takes something. */
export const typed = (command: Command, language: Language, rest?: string | number): string => {
  const phrase = (command[language][0] ?? '').replace(/ \*$/, '')
  return rest === undefined ? phrase : `${phrase} ${rest}`
}

/** One handler for every way of typing a command. */
export const on = <Handler>(command: Command, handler: Handler): Record<string, Handler> =>
  Object.fromEntries([...command.nl, ...command.en].map((phrase) => [phrase, handler]))

/** One object that has what each of them has. */
type All<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer Joint) => void
  ? Joint
  : never

/**
 * The commands of all features as one.
 * @throws {Error} naming what occurs in two of them: the later one would replace the earlier one in silence
 */
export function joined<const Features extends readonly Record<string, Command>[]>(
  features: Features,
): All<Features[number]> {
  const all = features.flatMap((commands) => Object.entries(commands))
  const phrases = all.flatMap(([, { nl, en }]) => [...new Set([...nl, ...en])])
  refuseDouble(
    'command',
    all.map(([name]) => name),
  )
  refuseDouble('phrase', phrases)
  return Object.fromEntries(all) as All<Features[number]>
}

function refuseDouble(what: string, names: readonly string[]): void {
  const double = names.find((name, place) => names.indexOf(name) !== place)
  if (double !== undefined) throw new Error(`the ${what} "${double}" stands twice`)
}
