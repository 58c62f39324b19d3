import { z } from 'zod'
import { ROLES, type Role } from '../core/people.ts'
import type { Language, PersonId } from '../core/ports.ts'
import type { Weekday } from '../core/time.ts'
import { weekdayCalled } from '../core/typed-dates.ts'
import { pathOf } from './cell.ts'

const MOST_SIGNS = 120
const MOST_LEVELS = 50
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Excel counts days from here; its 1 is 1900-01-01, and it believes in 1900-02-29. */
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

const separated = (text: string, signs: RegExp) => text.toLowerCase().split(signs).filter(Boolean)
/** It may be in braces; no other form is read, for it may be the id of something else. */
export const ObjectId = z
  .string()
  .transform((id) => id.replace(/^\{(.*)\}$/, '$1').toLowerCase())
  .pipe(z.guid('must be a Microsoft Entra object id, like 3f2a…-…-…').refine((id) => id !== NOBODY, 'is nobody’s id'))

const ADDRESS = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\/]+\.[^\s@"(),:;<>[\]\\/.]{2,}$/u

/** A cell that is in the wrong column. */
const isElse = (text: string) => ADDRESS.test(text) || ObjectId.safeParse(text).success
const bounded = z.string().min(1, 'must not be empty').max(MOST_SIGNS, `must be at most ${MOST_SIGNS} characters`)

/**
 * Each cell of a row that is not empty, as text; the message says what to write instead. Managers are looked at one by
 * one: see check.ts.
 */
export const CELLS = {
  objectId: ObjectId,
  name: bounded.refine((name) => !isElse(name), 'must be a name'),
  email: z.string().max(254, 'must be at most 254 characters').regex(ADDRESS, 'must be one e-mail address'),
  unit: z
    .string()
    .transform((text) => pathOf(text) ?? [])
    .refine((path) => path.length > 0 && !path.some(isElse), 'must be a path such as Gemeente/Domein/Team')
    .refine((path) => path.length <= MOST_LEVELS, `must have at most ${MOST_LEVELS} levels`)
    .refine(
      (path) => path.every((part) => part.length <= MOST_SIGNS),
      `each name in it must be at most ${MOST_SIGNS} characters`,
    ),
  roles: z
    .string()
    .transform((text) => separated(text, /\s+/))
    .refine(
      (roles) => roles.every((role) => ROLES.some((known) => known === role)),
      `must be any of ${ROLES.join(', ')}, separated by spaces`,
    )
    .transform((roles) => [...new Set(roles as Role[])].sort()),
  language: z
    .string()
    .transform((tag) => tag.toLowerCase().split(/[-_]/)[0])
    .pipe(z.enum(['nl', 'en'], 'must be nl or en')),
  jobTitle: bounded,
  workingDays: z
    .string()
    .transform((text) => separated(text, /[\s,;/+&.]+|(?<![a-z])(?:en|and)(?![a-z])/i))
    .refine((days) => days.length > 0 && days.every(weekdayCalled), 'must be days such as: ma di do')
    .transform((days) => [...new Set(days.map((day) => weekdayCalled(day) as Weekday))].sort()),
  until: z
    .string()
    .transform(dayOf)
    .refine((day) => day !== undefined, 'must be a day such as 2026-12-31')
    .transform((day) => day || null),
} as const

/** The last day, '' for one that never comes, undefined when it is no day. */
function dayOf(text: string): string | undefined {
  const serial = /^(\d{5,7})(?:[.,]\d+)?$/.exec(text)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})(?: .*)?$/.exec(text)
  const [, year, month, day] = iso ?? (dutch ? [dutch[0], dutch[3], dutch[2], dutch[1]] : [])
  const at = serial
    ? new Date(EXCEL_DAY_ZERO + Number(serial[1]) * DAY_MS)
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // A day that does not exist would become another one, and one before 1970 stands for a cell without a value.
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970) return undefined
  if (!serial && at.getUTCDate() !== Number(day)) return undefined
  return at.getUTCFullYear() >= 9999 ? '' : at.toISOString().slice(0, 10)
}

/** One row. What is undefined stays as it was; what is null or an empty list is taken away. */
export interface Row {
  objectId: PersonId
  name: string
  unit: string[]
  email?: string | null
  managerObjectId?: PersonId[]
  roles?: Role[]
  language?: Language | null
  jobTitle?: string | null
  workingDays?: Weekday[]
  until?: string | null
}

export const COLUMNS = [
  'objectId',
  'name',
  'email',
  'unit',
  'managerObjectId',
  'roles',
  'language',
  'jobTitle',
  'workingDays',
  'until',
] as const
export type Column = (typeof COLUMNS)[number]
export const REQUIRED = ['objectId', 'name', 'unit'] as const satisfies Column[]
