import type { Person } from '../../core/people.ts'
import type { Clock, PersonId, Secrets } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import { personCalled } from '../../core/text/names.ts'
import type { LeavingCheck, Sign } from '../../core/text/signs.ts'
import { instant, momentOn } from '../../core/time.ts'
import { dayTyped } from '../../core/typed-dates.ts'
import type { KnowledgeItem } from '../item.ts'
import type { Refusal } from '../schema/importing.ts'
import type { Entry } from './entry.ts'
import type { Found, Look, Prepared, Remark } from './finding.ts'

/** The longest answer, in characters: what fits on a card, and is read. */
export const ANSWER_LIMIT = 4000
export const QUESTION_LIMIT = 300
const TOPIC_LIMIT = 120
const SOURCE_LIMIT = 80
/** The id of a document, as an export writes it. */
const MARK = /^document-[\w-]{24}$/
/** More is no list that anybody keeps. */
export const MOST_ENTRIES = 20_000

export interface LookingPorts {
  clock: Clock
  secrets: Secrets
  /** What words hold that all colleagues read. */
  leaving: LeavingCheck
  /** Lets others go first. */
  pause(): Promise<void>
  /** As it is in the store, also when it was withdrawn. */
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
}

export interface Wanted {
  tenant: string
  source: string
  /** Who keeps what names nobody. */
  keeper: PersonId | undefined
  /** The lines that may hold what else is left out: somebody looked at them. */
  allowed: ReadonlySet<number>
  /** Whether text without a heading is called after its source. */
  isText: boolean
}

/** Looks at one entry after another; nothing is written. */
export function looking(
  ports: LookingPorts,
  { tenant, source, allowed, isText, ...wanted }: Wanted,
  everyone: readonly Person[],
) {
  const { clock, secrets, leaving } = ports
  const keepers = keepersAmong(everyone)
  const seen = new Map<string, { line: number; imported: string; at: number }>()
  const look: Pick<Look, 'found' | 'writes'> = { found: [], writes: [] }
  const places = new Map<string, number>()

  /** The words that leave: without the numbers of people, and not at all where they name somebody. */
  async function checked(text: string, line: number, remarks: Remark[]): Promise<string> {
    if (allowed.has(line)) return text
    const { signs, text: left, leftOut, pointing } = await leaving(tenant, text)
    if (leftOut.length > 0) remarks.push({ code: 'left-out', about: wordsOf(text, signs, leftOut) })
    const names = pointing.filter(({ kind }) => kind === 'name').map(({ words }) => words)
    if (names.length > 0) remarks.push({ code: 'names-somebody', about: [...new Set(names)].join(', ') })
    return left
  }

  function keeperOf(typed: string, remarks: Remark[]): PersonId | undefined {
    if (!typed) return wanted.keeper
    const called = keepers(typed)
    if (called.kind === 'one') return called.person.id
    remarks.push({ code: called.kind === 'nobody' ? 'keeper-unknown' : 'keeper-several', about: typed })
    return wanted.keeper
  }

  function dateOf(typed: string, remarks: Remark[]): string | undefined {
    if (!typed) return undefined
    const day = dayTyped(typed.replace(/[T ]\d{1,2}:\d{2}.*$/, ''), clock.now())
    const at = day && /\d{4}|\d{2}$/.test(typed) ? momentOn(day, '12:00') : undefined
    if (at && at <= clock.now()) return instant(at)
    remarks.push({ code: 'no-date', about: typed })
    return undefined
  }

  async function prepared(entry: Entry, remarks: Remark[]): Promise<Prepared | Refusal> {
    const { line, path, broken } = entry
    const from = entry.source.slice(0, SOURCE_LIMIT) || source
    const named = clean(entry.question || (isText ? source : ''))
    if (broken) return broken
    if (!named) return 'no-question'
    if (!entry.answer) return 'no-answer'
    if (entry.answer.length > ANSWER_LIMIT || named.length > QUESTION_LIMIT) return 'too-long'
    const question = await checked(named, line, remarks)
    const answer = await checked(entry.answer, line, remarks)
    const topic = (await checked(entry.topic.slice(0, TOPIC_LIMIT), line, [])).trim()
    const keeper = keeperOf(entry.keeper, remarks)
    const checkedOn = dateOf(entry.checked, remarks)
    if (remarks.some(({ code }) => code === 'names-somebody')) return 'names-somebody'
    if (!keeper) return 'no-keeper'
    const key = [...path, named].map((part) =>
      part
        .toLowerCase()
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim(),
    )
    const id = MARK.test(entry.mark)
      ? entry.mark
      : `document-${secrets.hmac('document', tenant, from.toLowerCase(), ...key).slice(0, 24)}`
    const imported = secrets.hmac('imported', question, answer, topic, keeper, checkedOn ?? '').slice(0, 16)
    return {
      line,
      id,
      source: from,
      question,
      answer,
      topic,
      keeper,
      checked: checkedOn,
      imported,
      was: await ports.get(tenant, id),
    }
  }

  return {
    look,
    /** The ids of all that was taken or refused, as far as they could be made. */
    ids: places,

    async see(entry: Entry): Promise<void> {
      const remarks: Remark[] = []
      const one = await prepared(entry, remarks)
      const question = entry.question || entry.answer.slice(0, 60)
      const at = look.found.length
      const refuse = (code: Refusal, about = '') => {
        if (!remarks.some((remark) => remark.code === code)) remarks.unshift({ code, about })
        look.found.push({ line: entry.line, question, state: 'refused', remarks })
      }
      if (typeof one === 'string') return refuse(one)
      places.set(one.id, one.line)
      const first = seen.get(one.id)
      if (first) {
        if (first.imported === one.imported) return
        // Which of the two holds, nobody can say but who made the list.
        const other = look.found[first.at]
        if (other && other.state !== 'refused') {
          other.state = 'refused'
          other.remarks.unshift({ code: 'differs', about: String(one.line) })
          look.writes = look.writes.filter(({ id }) => id !== one.id)
        }
        return refuse('differs', String(first.line))
      }
      seen.set(one.id, { line: one.line, imported: one.imported, at })
      const { was } = one
      if (was?.withdrawn && !was.undone) return refuse('taken-back')
      const state = !was || was.withdrawn ? 'new' : was.imported === one.imported ? 'same' : 'changed'
      if (state !== 'same') look.writes.push(one)
      look.found.push({ line: one.line, question, state, remarks } satisfies Found)
    },
  }
}

/** What was left out, as it was written. */
const wordsOf = (text: string, signs: readonly Sign[], kinds: readonly string[]) =>
  signs
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ from, to }) => text.slice(from, to).trim())
    .join(', ')

/** Whom a list means: by name, by address or by id. What was looked up once is known. */
function keepersAmong(everyone: readonly Person[]) {
  const byOther = new Map(
    everyone.flatMap((one) => [one.id, one.email].flatMap((key) => (key ? [[key.toLowerCase(), one] as const] : []))),
  )
  const known = new Map<string, ReturnType<typeof personCalled<Person>>>()
  return (typed: string) => {
    const key = typed.toLowerCase()
    const other = byOther.get(key)
    if (other) return { kind: 'one' as const, person: other }
    const called = known.get(key) ?? personCalled(everyone, typed.replace(/\s*<[^>]*>$/, ''))
    known.set(key, called)
    return called
  }
}

/** Whom somebody means who names one keeper for all. */
export const keeperNamed = (everyone: readonly Person[], typed: string) => keepersAmong(everyone)(typed)
