import { createHash } from 'node:crypto'
import type { Doc, Instant } from '../../core/ports.ts'
import type { Place, Sealed } from '../../core/store/entries.ts'

/**
 * A document as it lies in a container. What the house wrote is under `doc`, so that no name of ours can meet one of
 * Cosmos DB; `ix` holds the entries of the declared indexes, and nothing else is indexed.
 */
export interface Row {
  id: string
  tenantId: string
  personId?: string
  doc: Doc
  ix: Record<string, string>
  expires?: Instant
  /** In seconds after the last write: a clean-up only, expiry itself is compared in code. */
  ttl?: number
  /** The latest writes of this document, newest first: how a write knows itself again after its answer was lost. */
  ops: string[]
  _etag?: string
}

/** As many writes as may follow one another while one write waits for its answer. */
const REMEMBERED = 8
/** A clock that is wrong must not wipe what still lives. */
const TTL_SLACK_S = 24 * 60 * 60

/** What a keeper has to know of a version in order to replace it, without reading it again. */
export interface Version {
  etag: string
  expires?: Instant
  ops: string[]
}

/** Travels as the etag of a document. */
export const sealVersion = ({ etag, expires, ops }: Version): string => JSON.stringify([etag, expires ?? '', ...ops])

/** Undefined when no document ever had this etag. */
export function openVersion(etag: string): Version | undefined {
  try {
    const [of, expires, ...ops] = JSON.parse(etag) as string[]
    return of ? { etag: of, ops, ...(expires && { expires }) } : undefined
  } catch {
    return undefined
  }
}

/** The row of a document that is about to be written by `operation`, over `version` where there is one. */
export function rowOf<T extends Doc>(
  { place, doc, entries }: Sealed<T>,
  { operation, version, now }: { operation: string; version?: Version | undefined; now: Date },
): Row {
  const { expires } = doc
  const ix = Object.entries(entries).flatMap(([index, entry]) =>
    entry === undefined ? [] : [[index, ordered(place.tenant, entry)]],
  )
  return {
    id: idOf(place),
    tenantId: place.tenant,
    ...(place.person && { personId: place.person }),
    doc,
    ix: Object.fromEntries(ix),
    ...(expires && { expires, ttl: ttlOf(expires, now) }),
    ops: [operation, ...(version?.ops ?? [])].slice(0, REMEMBERED),
  }
}

const ttlOf = (expires: Instant, now: Date) =>
  Math.max(1, Math.ceil((Date.parse(expires) - now.getTime()) / 1000)) + TTL_SLACK_S

export const versionOf = ({ _etag = '', expires, ops }: Row): Version => ({
  etag: _etag,
  ops,
  ...(expires && { expires }),
})

/** Whether the row still knows of every write since this version, or since it was made. */
export const knowsAllSince = ({ ops }: Row, version?: Version): boolean =>
  ops.length < REMEMBERED || (version?.ops ?? []).slice(0, 1).some((last) => ops.includes(last))

/** What the house reads. */
export const docOf = <T extends Doc>(row: Row): T => ({ ...(row.doc as T), etag: sealVersion(versionOf(row)) })

/** In characters. Cosmos DB takes 1,023. */
const LONGEST_ID = 1000

/**
 * Cosmos DB takes no `/`, `\`, `?` or `#` in an id. The person is part of it, for a compatible server knows the first
 * level of a partition key only.
 */
export function idOf({ person, id }: Pick<Place, 'person' | 'id'>): string {
  const whole = person ? `${plain(person)}.${plain(id)}` : plain(id)
  return whole.length <= LONGEST_ID ? whole : `long.${createHash('sha256').update(whole).digest('hex')}`
}

const plain = (text: string) =>
  text.replace(/[^A-Za-z0-9_-]/gu, (sign) => `~${Buffer.from(sign).toString('hex').padStart(8, '0')}`)

/** Ends the tenant, as entries.ts ends each part. */
const END = '\u001f'

/**
 * An entry as it is stored: the tenant first, so that one range of one index is all that a query reads; and in signs
 * that stand in the same order whether a server compares bytes or UTF-16.
 */
export const ordered = (tenant: string, entry: string): string =>
  `${tenant}${END}${entry}`.replace(/[~-\u{10ffff}]/gu, (sign) => `~${hex(sign)}`)

const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')

/** The entry again, for the caller that continues after it. */
export const entryOf = (stored: string): string => {
  const read = stored.replace(/~([0-9a-f]{6})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return read.slice(read.indexOf(END) + 1)
}
