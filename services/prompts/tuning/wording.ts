import type { Clock } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import type { Shelf, TunedPrompt } from '../documents.ts'
import type { Prompt, Version, Words } from '../schema.ts'
import type { Editing, Edits } from './editing.ts'
import { type Step, withStep } from './revised.ts'
import { drafted, isFixed, moved, OWN_FROM } from './versions.ts'

/** So begins the id of a municipality's own question: none that the product brings later is called so. */
const OWN = 'eigen-'

/** The words of a question, from a draft until they are withdrawn. */
export function wording({ shelf, clock }: { shelf: Shelf; clock: Clock }, { edit, editInUse }: Edits) {
  return {
    /** A question of the municipality's own, as a draft: nobody gets it yet. Undefined when there is one of this name. */
    async add(
      { tenant, person }: Pick<Editing, 'tenant' | 'person'>,
      { id: name, ...own }: Pick<Prompt, 'id' | 'family' | 'audience' | 'journalOnly'>,
      words: Words,
    ): Promise<TunedPrompt | undefined> {
      const id = `${OWN}${name}`
      const step: Step = { at: instant(clock.now()), by: person, step: 'saved', version: OWN_FROM }
      const versions: Version[] = [{ version: OWN_FROM, status: 'draft', ...words }]
      const { changed } = await change(shelf.kept, { tenant, id }, (known) =>
        known?.versions.length
          ? undefined
          : {
              tenant,
              id,
              own,
              versions,
              ...(known?.etag && { etag: known.etag }),
              revision: (known?.revision ?? 0) + 1,
              steps: withStep(known?.steps ?? [], step),
            },
      )
      shelf.changed(tenant)
      return changed ? shelf.one(tenant, id) : undefined
    },

    /** Keeps these words as the one draft that a question has at most. */
    save: (editing: Editing, words: Words) =>
      edit(editing, { step: 'saved' }, ({ versions }) => ({ versions: drafted(versions, words) })),

    /** This version was sent to its author. */
    tried: (editing: Editing, version: number) =>
      edit(editing, { step: 'tried', version }, ({ versions }) => moved(versions, version, ['draft', 'test'], 'test')),

    publish: (editing: Editing, version: number, why: string) =>
      editInUse(editing, { step: 'published', version, why }, ({ versions, comparing }) =>
        comparing ? undefined : moved(versions, version, ['draft', 'test'], 'published'),
      ),

    /** The version before it is asked again; where there is none, the question is not asked any more. */
    withdraw: (editing: Editing, version: number, why: string) =>
      editInUse(editing, { step: 'withdrawn', version, why }, ({ versions, comparing }) =>
        comparing ? undefined : moved(versions, version, ['published'], 'withdrawn'),
      ),

    /** A draft that was never sent to others is gone. */
    discard: (editing: Editing, version: number) =>
      edit(editing, { step: 'discarded', version }, ({ versions }) => {
        const left = versions.filter((one) => one.version !== version || isFixed(one))
        return left.length < versions.length ? { versions: left } : undefined
      }),
  }
}
