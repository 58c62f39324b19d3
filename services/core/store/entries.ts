/**
 * What every keeper does alike, so that no two can differ: where a document lies, what is refused, how an
 * index orders, and when a document's life is over.
 */

import {
  type CollectionSpec,
  DOC_LIMIT,
  type Doc,
  type Instant,
  type Key,
  type Page,
  type Query,
  type Scope,
  TooLarge,
} from '../ports.ts'
import { asReadBack } from './json-read-back.ts'

/** Where a document lies. `person` is empty where the tenant owns it. */
export interface Place {
  tenant: string
  person: string
  id: string
}

/** Entries from `from` up to but not including `to`, in the order of {@link byCodePoint}. */
export interface Range {
  from: string
  to: string
}

/**
 * A document ready to be kept: `text` is its JSON and `doc` what that text reads back as, both without etag; `entries`
 * is where it is in each index, in the order of the declaration.
 */
export interface Sealed<T extends Doc> {
  place: Place
  doc: T
  text: string
  entries: Record<string, string | undefined>
}

/** Ends each part of an entry. No part may hold it or anything below it, so that `a` comes before `ab`. */
const END = '\u001f'
const BEYOND_END = '\u0020'
/** Above every entry: a code point that Unicode never gives away. */
const LAST = '\u{10ffff}'
const NAME = /^[a-z][a-zA-Z]*$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const MOST = 1000
const utf8 = new TextEncoder()

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new TypeError(what)
}

function ordered(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charAt(at) <= END) return false
  return text.isWellFormed() && !text.includes(LAST)
}

function named(text: string | undefined, what: string): string {
  demand(text !== undefined && text !== '' && ordered(text), `${what} is empty, or holds what no name may hold`)
  return text
}

/** Words of the query languages: SQLite takes most of them as a column, Cosmos DB does not. */
const TAKEN = new Set(
  'and array as asc between by desc distinct escape exists false from group in join like limit not null offset or order select top true udf undefined value where'.split(
    ' ',
  ),
)

/** @throws {TypeError} when a name would not do as a column or container name */
export function checkSpec<T extends Doc>({ name, indexes }: CollectionSpec<T>): void {
  for (const one of [name, ...Object.keys(indexes)])
    demand(NAME.test(one) && !TAKEN.has(one), `${one} is no name for a collection or index`)
}

/** @throws {TypeError} when the key lacks a part, or names a person where the tenant owns the documents */
export function placeOf<T extends Doc>({ name, owner }: CollectionSpec<T>, { tenant, person, id }: Key): Place {
  demand(owner === 'person' || person === undefined, `${name}: the tenant owns these, a key names no person`)
  return {
    tenant: named(tenant, `${name}: tenant`),
    person: owner === 'person' ? named(person, `${name}: person`) : '',
    id: named(id, `${name}: id`),
  }
}

/**
 * @throws {TypeError} when the document cannot be placed or indexed, or `expires` is no {@link Instant}
 * @throws {TooLarge} when its JSON, without etag, is over {@link DOC_LIMIT} bytes of UTF-8
 */
export function sealed<T extends Doc>(spec: CollectionSpec<T>, given: T): Sealed<T> {
  const { tenant, person, id, expires } = given
  const place = placeOf(spec, spec.owner === 'person' ? { tenant, person, id } : { tenant, id })
  demand(expires === undefined || INSTANT.test(expires), `${spec.name}: expires is no instant in UTC with milliseconds`)
  const kept = { ...given, etag: undefined }
  const text = JSON.stringify(kept)
  const bytes = bytesOf(text)
  if (bytes > DOC_LIMIT) throw new TooLarge(`${spec.name}: ${bytes} bytes, the limit is ${DOC_LIMIT}`)
  const doc: T = asReadBack<T>(kept as T, text)
  const entries = Object.entries(spec.indexes).map(([index, value]) => [index, entryOf(value(doc), place)])
  return { place, doc, text, entries: Object.fromEntries(entries) }
}

/** Counted only where it matters: a character takes three bytes at most. */
const bytesOf = (text: string) => (3 * text.length > DOC_LIMIT ? utf8.encode(text).length : text.length)

/** The value, then id and person, so that the order is total and a page can continue after any entry. */
function entryOf(value: string | undefined, { id, person }: Place): string | undefined {
  if (value === undefined) return undefined
  demand(ordered(value), 'the value of an index holds a control character')
  return [value, id, person].join(END)
}

/**
 * Which entries a query is about.
 * @throws {TypeError} on a scope that names nobody, an index that was not declared, or a limit outside 1..1000
 */
export function rangeOf<T extends Doc>(spec: CollectionSpec<T>, scope: Scope, query: Query): Range {
  const { name, owner, indexes, foundWithin } = spec
  const { index, equals, from = '', to, after, limit } = query
  named(scope.tenant, `${name}: tenant`)
  if (scope.person !== undefined) named(scope.person, `${name}: person`)
  demand(owner === 'person' || scope.person === undefined, `${name}: the tenant owns these, a scope names no person`)
  demand(foundWithin !== 'person' || scope.person !== undefined, `${name}: these are looked for within one person`)
  demand(Object.hasOwn(indexes, index), `${name}: index ${index} is not declared`)
  demand(Number.isInteger(limit) && limit >= 1 && limit <= MOST, `${name}: limit is not within 1..${MOST}`)
  for (const bound of [equals, from, to]) demand(ordered(bound ?? ''), `${name}: a bound holds a control character`)
  const lower = [from]
  const upper = [to ?? LAST]
  if (equals !== undefined) {
    lower.push(equals + END)
    upper.push(equals + BEYOND_END)
  }
  if (after !== undefined) lower.push(after + END)
  return {
    from: lower.reduce((a, b) => (byCodePoint(a, b) < 0 ? b : a)),
    to: upper.reduce((a, b) => (byCodePoint(a, b) < 0 ? a : b)),
  }
}

/** Of at most `limit + 1` found in order, the first `limit`, and where the next page begins if there is one. */
export function pageOf<T>(found: { entry: string; doc: T }[], limit: number): Page<T> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(({ doc }) => doc), ...(last && found.length > limit && { next: last.entry }) }
}

/** A document whose time has come is absent, even while it still lies there. */
export const isLive = (expires: Instant | undefined, now: Date) => expires === undefined || expires > now.toISOString()

/** The order of UTF-8, which is how a database orders text: surrogates stand for what comes after U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return rank(a, at) - rank(b, at)
}

function rank(text: string, at: number): number {
  if (at >= text.length) return -1
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
