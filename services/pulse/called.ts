import { type Person, teamOf } from '../core/people.ts'

export type Called = { kind: 'one'; person: Person } | { kind: 'nobody' } | { kind: 'several' }

const lettersOf = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Whom a manager means by a name as people write it: "Karin de Wit", or "Karin" where there is one, or with the team
 * behind a comma where there are more. A name that fits exactly comes before one that holds it.
 */
export function called(everyone: readonly Person[], words: string): Called {
  const [name = '', ...team] = words.split(',').map(lettersOf)
  const inTeam = everyone.filter((one) => team.length === 0 || lettersOf(teamOf(one)) === team.join(' '))
  const exact = inTeam.filter((one) => lettersOf(one.name) === name)
  const found = exact.length > 0 ? exact : inTeam.filter((one) => holds(lettersOf(one.name), name))
  const [person, ...more] = found
  if (!person) return { kind: 'nobody' }
  return more.length > 0 ? { kind: 'several' } : { kind: 'one', person }
}

/** Every word that was written is a word of the name. */
const holds = (name: string, written: string) =>
  written !== '' && written.split(' ').every((word) => name.split(' ').includes(word))
