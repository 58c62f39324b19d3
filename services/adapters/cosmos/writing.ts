import type { ItemResponse } from '@azure/cosmos'
import { type CollectionSpec, Conflict, type Doc, TooLarge, Unavailable } from '../../core/ports.ts'
import { isLive, type Place, type Sealed } from '../../core/store/entries.ts'
import { knowsAllSince, type Row, rowOf, sealVersion, type Version, versionOf } from './document.ts'
import { type Persist, statusOf } from './patience.ts'
import type { CollectionPorts } from './ports.ts'
import { oneItem } from './reading.ts'

/** The etag of a version that somebody else has already replaced: a writer that uses it is told of the conflict. */
const REPLACED = sealVersion({ etag: '', ops: [] })

/** What was written by this operation, perhaps replaced by somebody since. */
export const isOf = (row: Row, operation: string): boolean => row.ops.includes(operation)

type Send = (abortSignal: AbortSignal) => Promise<Pick<ItemResponse<Row>, 'etag'>>

/**
 * The steps that read and write one document. A write carries the id of its operation, and a version remembers the last
 * few: so a write whose answer was lost finds out whether it was done, and is never done twice.
 */
export function createWriter<T extends Doc>(spec: CollectionSpec<T>, ports: CollectionPorts) {
  const { clock, container } = ports
  const { itemAt, read } = oneItem(spec, ports)

  /** Without a document the last attempt was refused; one of the attempts before it may have been done. */
  async function sent(persist: Persist, given: Sealed<T>, row: Row, send: Send, refusals: readonly number[]) {
    let attempts = 0
    const attempt: Send = (abortSignal) => {
      attempts++
      return send(abortSignal)
    }
    try {
      const { etag } = await persist(`${spec.name}: put`, attempt, [...refusals, 413])
      return { doc: kept(given, versionOf({ ...row, _etag: etag })), attempts }
    } catch (error) {
      if (statusOf(error) === 413) throw new TooLarge(spec.name, { cause: error })
      if (!refusals.includes(statusOf(error) ?? 0)) throw error
      return { attempts }
    }
  }

  async function create(persist: Persist, given: Sealed<T>, operation: string): Promise<T> {
    const row = rowOf(given, { operation, now: clock.now() })
    const { items } = await container(persist)
    const send: Send = (abortSignal) => items.create(row, { abortSignal })
    const { doc, attempts } = await sent(persist, given, row, send, [409])
    if (doc) return doc
    const there = await read(persist, given.place)
    const isExpired = there && !isOf(there, operation) && !isLive(there.expires, clock.now())
    if (isExpired) return replace(persist, given, versionOf(there), operation)
    return settled(spec, given, { operation, attempts }, there)
  }

  async function replace(persist: Persist, given: Sealed<T>, version: Version, operation: string): Promise<T> {
    const row = rowOf(given, { operation, version, now: clock.now() })
    const item = await itemAt(persist, given.place)
    const accessCondition = { type: 'IfMatch', condition: version.etag }
    const send: Send = (abortSignal) => item.replace(row, { accessCondition, abortSignal })
    const { doc, attempts } = await sent(persist, given, row, send, [404, 412])
    if (doc) return doc
    const there = attempts > 1 ? await read(persist, given.place) : undefined
    return settled(spec, given, { operation, attempts, version }, there)
  }

  /** Undefined when it was changed since it was read. */
  async function removed(persist: Persist, place: Place, condition = ''): Promise<true | undefined> {
    const item = await itemAt(persist, place)
    const accessCondition = { type: 'IfMatch', condition }
    try {
      await persist(`${spec.name}: remove`, (abortSignal) => item.delete({ accessCondition, abortSignal }), [404, 412])
      return true
    } catch (error) {
      if (statusOf(error) === 404) return true
      if (statusOf(error) === 412) return undefined
      throw error
    }
  }

  return { read, create, replace, removed }
}

const kept = <T extends Doc>({ doc }: Sealed<T>, version: Version | undefined): T => ({
  ...doc,
  etag: version ? sealVersion(version) : REPLACED,
})

/** A write that was sent so many times, and which version it was to replace. */
interface Tried {
  operation: string
  attempts: number
  version?: Version
}

/**
 * What became of a write that was refused in the end.
 * @throws {Conflict} when it was not done
 * @throws {Unavailable} when nobody can know any more, for so many have written since that it would be forgotten
 */
function settled<T extends Doc>(
  spec: CollectionSpec<T>,
  given: Sealed<T>,
  { operation, attempts, version }: Tried,
  row?: Row,
): T {
  if (row && isOf(row, operation)) return kept(given, row.ops[0] === operation ? versionOf(row) : undefined)
  if (row && attempts > 1 && !knowsAllSince(row, version)) throw new Unavailable('timed-out', `${spec.name}: put`)
  throw new Conflict(spec.name)
}
