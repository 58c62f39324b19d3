/**
 * How sure somebody can become who reads every list and knows the habits of a block: exact figures of the bench, as
 * `docs/pulse-attacks.md` tells them. A test compares.
 */
export const MEASURED = {
  topicsHalfYear: '0,766',
  howHalfYear: '0,867',
  exception: '0,896',
  topicsYear: '0,850',
  cameOrNot: '0,838',
} as const
