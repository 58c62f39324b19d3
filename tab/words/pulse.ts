import { inLanguages } from './languages.ts'

/** The page for people who read a pulse. */
export const pulseWords = inLanguages(
  {
    title: 'Leerpuls',
    period: 'Groep en periode',
    between: (block: string, from: string, to: string) => `${block} · ${from} tot en met ${to}`,
    secret: 'Vertrouwelijk: stuur dit niet door.',
    turn: 'Jouw reactie',
    theirWords: (due: string) => `Hun woorden · graag voor ${due}`,
    place: (place: number, of: number, due: string) => `Punt ${place} van ${of} · graag voor ${due}`,
  },
  {
    title: 'Learning pulse',
    period: 'Group and period',
    between: (block: string, from: string, to: string) => `${block} · ${from} to ${to}`,
    secret: 'Confidential: do not send this on.',
    turn: 'Your response',
    theirWords: (due: string) => `Their words · please before ${due}`,
    place: (place: number, of: number, due: string) => `Point ${place} of ${of} · please before ${due}`,
  },
)
