import type { Language } from '../../services/core/ports.ts'
import type { Rotation } from '../../services/pulse/reading/rotation.ts'
import { dateIn, dayIn } from '../kit/dates.ts'
import { rotationWords } from './rotation-words.ts'

/** Of whom a list is told: of those who are read about, of the readers themselves, or of people at large. */
type Whose = 'theirs' | 'yours' | 'people'

/** When the next list comes, and which. */
export const nextLine = (language: Language, { next }: Rotation, whose: Whose): string => {
  const words = rotationWords(language)
  return words.next(dateIn(language, next.at), words[whose][next.list])
}

/** What a list is made of. */
export const sinceLine = (language: Language, { since }: Rotation): string =>
  rotationWords(language).since(dayIn(language, since))

/** Which list was told last, and when the next one comes. */
export function rotationLine(language: Language, rotation: Rotation): string {
  const words = rotationWords(language)
  const now = rotation.list ? words.now(words.people[rotation.list]) : `${words.untold}.`
  return `${now} ${nextLine(language, rotation, 'people')}`
}
