/**
 * What the rules need from outside, and nothing more. Every port fits on a postcard; each technology
 * that keeps one lives in its own folder under services/adapters.
 */

/** The Entra object id of a member of staff: stable, and never an e-mail address. */
export type PersonId = string

export type Language = 'nl' | 'en'

/** An instant as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string

/**
 * Every stored document. `tenant` and, where a person owns it, `person` are the partition: a document
 * is only ever reached through them. `etag` is set by the keeper; `expires` (UTC) ends its life. No document has a field
 * `version` of its own: under that name migrated.ts stamps in which form it was written.
 */
export interface Doc {
  tenant: string
  person?: PersonId
  id: string
  etag?: string
  expires?: Instant
  version?: never
}

export interface Key {
  tenant: string
  person?: PersonId
  id: string
}

/** Where to look: one tenant, or one person of that tenant. There is no wider scope. */
export interface Scope {
  tenant: string
  person?: PersonId
}

/**
 * Reads in the order of a declared index. `equals` matches the whole value; `from` is inclusive, `to`
 * exclusive; `after` continues where a page ended (keyset, never an offset).
 */
export interface Query {
  index: string
  equals?: string
  from?: string
  to?: string
  after?: string
  limit: number
}

/** `next` is given to `after` for the following page, and is absent on the last one. */
export interface Page<T> {
  items: T[]
  next?: string
}

export interface Collection<T extends Doc> {
  get(key: Key): Promise<T | undefined>
  /**
   * Creates when `doc.etag` is absent, replaces when it is the current one.
   * @throws {Conflict} when the id exists already, or the etag is stale
   * @throws {TooLarge} when the document is over {@link DOC_LIMIT}
   * @returns the document as kept, with its new etag
   */
  put(doc: T): Promise<T>
  /**
   * Removing what is not there is no error. A caller that gives the etag of what it read removes nothing that it did
   * not read.
   * @throws {Conflict} when an etag is given and a document with another one is there
   */
  remove(key: Key, etag?: string): Promise<void>
  find(scope: Scope, query: Query): Promise<Page<T>>
}

/**
 * How long a document lives, decided anew at every put. `for` counts milliseconds from a moment in the document, so that
 * reading or a small change does not make it live longer. `ofItself`: the document carries its end, and none is kept without.
 * `untilRemoved` says in words why there is no term, and who or what removes it; what removes it may leave an end behind.
 */
export type Life<T extends Doc> =
  | { for: number | ((doc: T) => number); from(doc: T): Instant }
  | { ofItself(doc: T): Instant | undefined }
  | { untilRemoved: string }

/**
 * Gives a document of an earlier release its next form: a pure function of the old one, without etag or version. It keeps
 * tenant, person, id and expires, and may ask for the type that the document had then.
 */
export type NextForm = (doc: never) => object

/**
 * A collection says once who owns its documents, by which values they are found, how long they live and which forms they had.
 * An index that gives `undefined` leaves the document out, so that "what is due" stays small.
 */
export interface CollectionSpec<T extends Doc> {
  name: string
  owner: 'tenant' | 'person'
  indexes: Record<string, (doc: T) => string | undefined>
  lives: Life<T>
  /**
   * Oldest first. To change the form of the documents, add a step at the end; a released one stays where it is, for a
   * version counts, from 1, the steps that a document has been through:
   *
   *   forms: [({ text, ...moment }: Doc & { text: string }) => ({ ...moment, words: text })]
   */
  forms?: readonly NextForm[]
  /**
   * Nobody looks in these over a whole tenant, and such a search is refused. A write then keeps one entry for each index, and
   * not two.
   */
  foundWithin?: 'person'
  /** A `get` may miss what another process wrote a moment ago: where reads are paid for, it costs half. */
  mayLag?: boolean
}

export interface Store {
  /** What keeps it, for the person who has to mend it: `sqlite`, `cosmos`, `memory`. */
  kind: string
  collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T>
  /** Resolves when the store answers; rejects with the reason when it does not. */
  ready(): Promise<void>
  /** What was removed is not to be found any more, not even in the store's own files. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/**
 * A store that can also be read from end to end, of every tenant: to copy it, never for a feature. Documents come in
 * any order, with the expired left out and without an etag.
 */
export interface Archive extends Store {
  documents<T extends Doc>(spec: CollectionSpec<T>): AsyncIterable<T>
}

/** The largest document, in bytes of JSON: well under the 2 MB of Cosmos DB, far over any real answer. */
export const DOC_LIMIT = 256 * 1024

/** Someone else wrote first. Read again, decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/**
 * The store did not do it within its deadline, or cannot now. Whether a write under way was done is not known: who
 * wants to go on reads again, or does the same again with the same id.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  /** `busy`: somebody else writes all the time. `full`: there is no room left. */
  readonly code: 'throttled' | 'timed-out' | 'unreachable' | 'denied' | 'busy' | 'full' | 'failed'

  constructor(code: Unavailable['code'], what: string, options?: ErrorOptions) {
    super(`${what}: ${code}`, options)
    this.code = code
  }
}

export interface Clock {
  now(): Date
}

/** Does the task again and again with so many milliseconds in between, until what it gives back is called. */
export type Every = (milliseconds: number, task: () => void) => () => void

export interface Random {
  /** Unguessable, from a cryptographic source. */
  id(): string
}

/**
 * Keeps a sealed copy of what can be made anew, so that nobody has to. Nothing that fails here matters: it is then as if
 * there were no copy. Without its key a copy is of no use to anybody, and who destroys the key has destroyed the copy.
 */
export interface Snapshots {
  /** Undefined when there is none, or when it was sealed with another key. */
  read(tenant: string, key: string): Promise<Uint8Array | undefined>
  write(tenant: string, key: string, bytes: Uint8Array): Promise<void>
}

/** What was done for good: somebody was erased, or a window of pulses was published. */
export interface LedgerEntry {
  what: 'erased' | 'published'
  tenant: string
  /** The person, or the first week of the window. */
  of: string
  at: Instant
}

/** Lies outside the store, so that putting back a backup of the store does not undo it. Nobody reads it without the store. */
export interface Ledger {
  /** Kept before this resolves. */
  note(entry: LedgerEntry): Promise<void>
  all(): Promise<readonly LedgerEntry[]>
  /** How many lines cannot be read: broken off, or sealed with another key. */
  unread?(): Promise<number>
}

/**
 * What texts mean, as vectors of the same length, by an endpoint of the municipality itself. Undefined when it does not
 * answer in time or at all: then the words alone decide.
 */
export type Embedding = (texts: readonly string[]) => Promise<Float32Array[] | undefined>

/** Keyed hashes, so that an id made from a person or a text cannot be guessed or traced back. */
export interface Secrets {
  hmac(...parts: string[]): string
  /** Hides words that go out and may come back, so that they need not be kept meanwhile. `bound` is whose they are. */
  seal(words: string, ...bound: string[]): string
  /** The words; undefined when they were changed on the way, or are somebody else's. */
  open(sealed: string, ...bound: string[]): string | undefined
}

/** Work of one tenant that one worker at a time does: `job` says which. */
export interface Lane {
  tenant: string
  job: string
}

/** A lane in the hands of one worker until its lease ends. `token` fences: an overtaken worker's is worth nothing. */
export interface Claim extends Lane {
  token: string
  /** How often in a row the work of this lane failed before. */
  failures: number
}

/** The lane was taken over, because its lease had ended: the worker that held it leaves it alone. */
export class LaneLost extends Error {
  override readonly name = 'LaneLost'
}

/** Keeps which lanes have work and when. What is woken is claimed by somebody, whatever crashes in between. */
export interface Lanes {
  /** What keeps it: `embedded`, `azure`. */
  kind: string
  /** There is work at this moment at the latest, also when the lane is in somebody's hands now. */
  wake(lane: Lane, at: Date): Promise<void>
  /** Takes at most so many lanes whose moment has come. `next` is when another one's comes, as far as that is known. */
  claim(most: number, leaseMs: number): Promise<{ claims: Claim[]; next?: Date }>
  /** @throws {LaneLost} */
  renew(claim: Claim, leaseMs: number): Promise<Claim>
  /**
   * Gives it back: for `at`, or until it is woken. `failed` counts a failure, its absence forgets those before.
   * @throws {LaneLost}
   */
  release(claim: Claim, at?: Date, failed?: boolean): Promise<void>
  /**
   * Put apart with the reason, so that the others go on; the next wake tries it again.
   * @throws {LaneLost}
   */
  setAside(claim: Claim, reason: string): Promise<void>
  /** What was put apart and not woken since. */
  aside(): Promise<(Lane & { reason: string })[]>
  ready(): Promise<void>
  close(): Promise<void>
}

/** The longest that a tenant keeps quiet at somebody's word, in milliseconds: longer is a mistake, or worse. */
export const LONGEST_PAUSE = 3_600_000

/**
 * What one send came to. `unknown` means that it may or may not have arrived, so it is never sent again. `not-now`
 * means that it certainly did not, for a reason that passes: it is sent again later, and where `laneMs` is given the
 * whole tenant keeps quiet for so many milliseconds first, an hour at most. `rejected` is for good; `alert` when somebody has to look.
 * `waiting` means that this person cannot be reached now: it goes out when the app is installed, or when they write.
 */
export type Sent =
  | { kind: 'accepted'; message: string }
  | { kind: 'rejected'; code: string; alert?: boolean }
  | { kind: 'unknown'; code: string }
  | { kind: 'not-now'; code: string; laneMs?: number }
  | { kind: 'waiting'; code?: string }

/**
 * Carries one message to one person. `content` is a rendered card, or one line of plain text. `due` is when it was to
 * go, for measurements.
 */
export interface Messenger<Card> {
  send(to: { tenant: string; person: PersonId; due?: Instant }, content: Card | string): Promise<Sent>
  /** Puts another card in the place of one that was sent. Where that cannot be done the old one stays. */
  update(of: { tenant: string; person: PersonId; message: string }, content: Card): Promise<Sent>
}

/** Events for operators. Codes and ids only: never what a person wrote, never a name. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void
  error(event: string, fields?: Record<string, string | number | boolean>): void
}

/**
 * All that a figure or a span may say. A closed list: never a person, a text, a button, a topic, or an id by which
 * anything can be joined.
 */
export type Labels = Partial<
  Record<'tenant' | 'job' | 'kind' | 'outcome' | 'code' | 'operation' | 'method' | 'route' | 'status', string>
>

/** Figures and traces for operators, from which nobody can read what a person did. */
export interface Telemetry {
  count(what: 'sends' | 'heartbeats', labels: Labels): void
  /**
   * Does the work and notes how long it took, with how it came out: what `outcome` says, or the name of what was thrown.
   * A turn and a lane are a span as well, under which lies what they begin.
   */
  timed<T>(
    what: 'turn' | 'lane' | 'store' | 'request',
    labels: Labels,
    work: () => Promise<T>,
    outcome?: (value: T) => string,
  ): Promise<T>
}
