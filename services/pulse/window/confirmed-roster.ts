import { momentOn, mondayOf, plusDays } from '../../core/time.ts'
import type { Window } from '../rules/windows.ts'

/** So long what somebody said of a roster holds for a window that opens. */
export const CONFIRMED_DAYS = 7

/**
 * R13: whether the roster was confirmed in the seven days before a window opened. Else who has left may still stand in
 * it: nothing is published.
 */
export function isConfirmed({ from }: Window, confirmed: Date | undefined): boolean {
  const opens = mondayOf(from)
  const earliest = momentOn(plusDays(opens, -CONFIRMED_DAYS), '00:00')
  return confirmed !== undefined && confirmed >= earliest && confirmed <= momentOn(opens, '00:00')
}
