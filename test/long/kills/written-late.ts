/**
 * The service on a store that answers before it keeps: what the real one must never be. Everything else is as it is served,
 * so what the trial finds here it would find there.
 */
import { setTimeout as pass } from 'node:timers/promises'
import { openedKeeper } from '../../../bot/composition/opened-keeper.ts'
import { config } from '../../../bot/config/config.ts'
import { playgroundStage } from '../../../bot/demo/playground.ts'
import { createService } from '../../../bot/service/service.ts'
import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Archive, Collection, CollectionSpec, Doc, Key, Store } from '../../../services/core/ports.ts'

/** How long a write is in memory alone. */
const LATE_MS = 2_000

const ports = { clock: systemClock, random: systemRandom }

function writtenLate(archive: Archive): Store {
  const memory = memoryStore(ports)
  const waiting: (() => Promise<void>)[] = []
  const reading = new Map<string, Promise<void>>()

  /** Everything that the file has of it, once. */
  function whole<T extends Doc>(spec: CollectionSpec<T>): Promise<void> {
    const known = reading.get(spec.name)
    if (known) return known
    const begun = (async () => {
      const quick = memory.collection(spec)
      for await (const doc of archive.documents(spec)) await quick.put(doc)
    })()
    reading.set(spec.name, begun)
    return begun
  }

  async function write(): Promise<void> {
    for (;;) {
      await pass(LATE_MS)
      for (const one of waiting.splice(0)) await one()
    }
  }
  void write()

  function collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
    const [kept, quick] = [archive.collection(spec), memory.collection(spec)]
    const read = whole(spec)
    const later = (key: Key, doc?: T) =>
      waiting.push(async () => {
        const before = await kept.get(key)
        if (doc) await kept.put({ ...doc, etag: before?.etag })
        else await kept.remove(key)
      })
    return {
      get: (key) => read.then(() => quick.get(key)),
      find: (scope, query) => read.then(() => quick.find(scope, query)),
      async put(given) {
        await read
        const doc = await quick.put(given)
        later(doc, doc)
        return doc
      },
      async remove(key, etag) {
        await read
        await quick.remove(key, etag)
        later(key)
      },
    }
  }

  return { ...memory, kind: archive.kind, collection, ready: archive.ready, scrub: archive.scrub, close: archive.close }
}

const settings = config(process.env)
if (settings.store.kind !== 'sqlite') throw new Error('this one keeps everything in a file')
const { path } = settings.store
await (await openedKeeper(settings.store, true)).close()
const service = await createService(settings, writtenLate(sqliteStore({ path, ...ports })), playgroundStage())
await service.listen()
service.begin()
