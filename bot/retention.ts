import type { Doc, Instant } from '../services/core/ports.ts'
import type { Retention } from '../services/core/retained.ts'
import { days, instant, later, momentOn, mondayOf, type Week } from '../services/core/time.ts'

const MONTH = days(365) / 12

/** Counts from a moment in the document, so that reading or a small change does not make it live longer. */
const after =
  <T extends Doc>(life: number, from: (doc: T) => Instant) =>
  (doc: T) =>
    instant(later(new Date(from(doc)), life))

/** `2026-W45`, with which some ids begin. */
const WEEK_LETTERS = 8

const startOf = (week: Week): Instant => instant(momentOn(mondayOf(week), '00:00'))

/** How long each kind of document lives. What is not named here lives until its owner removes it. */
export const RETENTION: Record<string, Retention> = {
  moments: after(12 * MONTH, ({ written }: Doc & { written: Instant }) => written),
  asks: after(24 * MONTH, ({ at }: Doc & { at: Instant }) => at),
  offers: after(24 * MONTH, ({ at }: Doc & { at: Instant }) => at),
  // What was shared ends with what it was shared from: a moment, or an ask.
  knowledge: (item: Doc & { kind: 'moment' | 'answer'; at: Instant }) =>
    after((item.kind === 'moment' ? 12 : 24) * MONTH, () => item.at)(item),
  promptFigures: after(24 * MONTH, ({ id }: Doc) => startOf(id)),
  // A pulse and what was decided on it, from when its window ended.
  pulses: after(24 * MONTH, ({ to }: Doc & { to: Week }) => startOf(to)),
  decisions: after(24 * MONTH, ({ to }: Doc & { to: Week }) => startOf(to)),
  responses: after(24 * MONTH, ({ id }: Doc) => startOf(id.slice(0, WEEK_LETTERS))),
  reports: ({ until }: Doc & { until: Instant }) => until,
  proposals: after(12 * MONTH, ({ at }: Doc & { at: Instant }) => at),
  tasks: after(24 * MONTH, ({ id }: Doc) => startOf(id.slice(0, WEEK_LETTERS))),
  deliveries: after(days(90), ({ due }: Doc & { due: Instant }) => due),
  asked: after(days(90), ({ at }: Doc & { at: Instant }) => at),
  nudges: after(days(90), ({ week }: Doc & { week: Week }) => startOf(week)),
  rounds: after(days(90), ({ id }: Doc) => startOf(id)),
  pages: after(days(90), ({ week }: Doc & { week: Week }) => startOf(week)),
}
