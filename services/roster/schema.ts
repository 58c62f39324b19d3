import { z } from 'zod'
import type { Role } from '../core/people.ts'
import type { Weekday } from '../core/time.ts'

const DAYS: Record<string, Weekday> = { ma: 1, di: 2, wo: 3, do: 4, vr: 5, za: 6, zo: 7 }
const ROLES = new Set<string>(['hr', 'admin', 'works-council'] satisfies Role[])

/** A control character in a cell is a slip of a spreadsheet, never part of a name. */
const line = (what: string) =>
  z
    .string(what)
    .trim()
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must be on one line, without hidden characters')
const words = (text: string) => text.split(/\s+/).filter(Boolean)
const objectId = z.guid('must be a Microsoft Entra object id, like 3f2a…-…-…')

/** One row of the roster file, as text, checked field by field; the message says what to write instead. */
export const Row = z.object({
  objectId: objectId.transform((id) => id.toLowerCase()),
  name: line('must not be empty').min(1, 'must not be empty').max(120, 'must be at most 120 characters'),
  email: z.email('must be an e-mail address'),
  unit: line('must not be empty')
    .transform((path) => path.split('/').map((part) => part.trim()))
    .refine((path) => path.every(Boolean), 'must be a path such as Gemeente/Domein/Team'),
  managerObjectId: z
    .string()
    .default('')
    .transform((ids) => words(ids.toLowerCase()))
    .refine((ids) => ids.every((id) => objectId.safeParse(id).success), 'must be object ids, separated by spaces'),
  roles: z
    .string()
    .default('')
    .transform((roles) => words(roles.toLowerCase()) as Role[])
    .refine((roles) => roles.every((role) => ROLES.has(role)), 'must be hr, admin or works-council'),
  language: z.enum(['', 'nl', 'en'], 'must be nl or en').default(''),
  jobTitle: line('must be text').max(120, 'must be at most 120 characters').default(''),
  workingDays: z
    .string()
    .default('')
    .refine((days) => words(days.toLowerCase()).every((day) => day in DAYS), 'must be days such as: ma di do')
    .transform((days) => words(days.toLowerCase()).flatMap((day) => DAYS[day] ?? [])),
})
export type Row = z.infer<typeof Row>

export const REQUIRED = ['objectId', 'name', 'email', 'unit'] as const
export const COLUMNS = Object.keys(Row.shape)
