import { latest } from '../library.ts'
import type { Version, Words } from '../schema.ts'

/** The municipality's own versions count from here: those that the product brings later are never one of them. */
export const OWN_FROM = 1001

/** Others were asked it: its words do not change. */
export const isFixed = ({ status }: Version) => status !== 'draft' && status !== 'test'

/** With these words as the one draft. */
export function drafted(versions: readonly Version[], words: Words): Version[] {
  const open = versions.find((one) => !isFixed(one))
  const next = Math.max(OWN_FROM - 1, ...versions.map(({ version }) => version)) + 1
  const draft: Version = { version: open?.version ?? next, status: 'draft', ...words }
  return [...withinMost(versions.filter((one) => one !== open)), draft]
}

/** So many wordings are kept of one question: more than a year of a new one every week. */
const MOST = 60

/** Without the oldest that are out of use, so that there is room for one more. What is asked now always stays. */
function withinMost(versions: readonly Version[]): readonly Version[] {
  const asked = latest({ versions: [...versions] })
  let over = versions.length + 1 - MOST
  return versions.filter((one) => one === asked || one.status === 'compared' || over-- <= 0)
}

/** With this version in another state; undefined when it is in none of those that it may come from. */
export function moved(
  versions: readonly Version[],
  version: number,
  from: readonly Version['status'][],
  to: Version['status'],
): { versions: Version[] } | undefined {
  const known = versions.find((one) => one.version === version && from.includes(one.status))
  return known && { versions: versions.map((one) => (one === known ? { ...one, status: to } : one)) }
}
