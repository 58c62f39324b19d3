/** Why a file as a whole cannot be used. */
const PROBLEMS = [
  'no-columns',
  'column-twice',
  'too-many',
  'nothing',
  'keeper-unknown',
  'keeper-several',
  'unreadable',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** Why an entry of it is not taken. */
const REFUSALS = [
  'no-question',
  'no-answer',
  'too-long',
  'cut',
  'moved',
  'differs',
  'names-somebody',
  'no-keeper',
  'taken-back',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What is to be known of one that is. */
const NOTES = ['left-out', 'keeper-unknown', 'keeper-several', 'no-date'] as const
export type Note = (typeof NOTES)[number]
