import type { Clock, Instant, PersonId, Store } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import { type Earlier, undoDocuments } from './undo-documents.ts'

/** An import that can be taken back, by its name. */
export interface LastImport {
  name: string
  at: Instant
  before: Earlier[]
}

/** The roster before the last import, which can be taken back. */
export function rosterBefore({ store, clock }: { store: Store; clock: Clock }) {
  const { mark, setMark, moveMark, of, ofPerson, keep, removeAll } = undoDocuments({ store, clock })

  return {
    /**
     * Before anything is written. What an import that was cut off had kept stays, for it is older. An import that touches
     * nobody is none to take back.
     * @returns what has to be called when all is written
     */
    async begin(tenant: string, touched: readonly Earlier[]): Promise<() => Promise<void>> {
      const at = instant(clock.now())
      const last = await mark(tenant)
      if (touched.length === 0)
        return async () => {
          if (last?.state === 'begun') await moveMark(tenant, last.import, 'done')
        }
      const earlier = last ? await of(tenant, last.import) : []
      const cutOff = last?.state === 'begun' ? earlier : []
      const before = new Map<PersonId, Earlier>([...touched, ...cutOff].map((one) => [one.of, one]))
      // Two imports at the same moment are no case; a name that is there already would be one.
      const name = last && last.import >= at ? `${last.import}+` : at
      for (const one of before.values()) await keep(tenant, name, one)
      await setMark(tenant, { import: name, at, state: 'begun' })
      await removeAll(tenant, earlier)
      return async () => {
        await moveMark(tenant, name, 'done')
      }
    },

    /** The last import, and how everybody stood whom it touched; undefined when there is none to take back. */
    async last(tenant: string): Promise<LastImport | undefined> {
      const found = await mark(tenant)
      if (!found || found.state === 'undone') return undefined
      return { name: found.import, at: found.at, before: await of(tenant, found.import) }
    },

    /** This import was taken back: that can be done once. One that began meanwhile keeps its own way back. */
    async end(tenant: string, { name }: LastImport): Promise<void> {
      await moveMark(tenant, name, 'undone')
      await removeAll(tenant, await of(tenant, name))
    },

    /** What is kept of somebody here, for them to take along. */
    async export(tenant: string, person: PersonId) {
      return (await ofPerson(tenant, person)).flatMap((one) => (one.was ? [one.was] : []))
    },

    /** A person who is erased is not brought back. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await removeAll(tenant, await ofPerson(tenant, person))
    },
  }
}
