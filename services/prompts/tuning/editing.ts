import type { Clock } from '../../core/ports.ts'
import { instant } from '../../core/time.ts'
import type { Shelf, Tuned, TunedPrompt } from '../documents.ts'
import { latest, opening, published } from '../library.ts'
import { type Revising, revise, type Step } from './revised.ts'

/** Who changes a question, which one, and as which revision they have it before them. */
export type Editing = Revising & { id: string }

export type Edited =
  | { kind: 'edited'; prompt: TunedPrompt }
  /** Somebody else changed it meanwhile: nothing was done, and this is what it is now. */
  | { kind: 'meanwhile'; prompt: TunedPrompt }
  /** As it is now this cannot be done: a published version is not published again, the opening is not put off. */
  | { kind: 'refused'; prompt: TunedPrompt }
  | { kind: 'unknown' }

export interface EditPorts {
  shelf: Shelf
  clock: Clock
  /** What is planned and was not sent yet is asked in these words from now on. */
  reworded(tenant: string, id: string, now: { id: string; version: number }): Promise<void>
}

type Decide = (known: Tuned) => Partial<Tuned> | undefined

/** Changes a question; `decide` is given what it is and gives what becomes otherwise, or undefined to refuse. */
export function edits({ shelf, clock, reworded }: EditPorts) {
  async function edit(editing: Editing, step: Omit<Step, 'at' | 'by'>, decide: Decide): Promise<Edited> {
    const { tenant, id } = editing
    shelf.changed(tenant)
    const prompt = await shelf.one(tenant, id)
    if (!prompt) return { kind: 'unknown' }
    const at = instant(clock.now())
    const kind = await revise(shelf.kept, { ...editing, at }, step, { versions: [] }, decide)
    shelf.changed(tenant)
    return { kind, prompt: (await shelf.one(tenant, id)) ?? prompt }
  }

  return {
    edit,

    /** The same, after which what was planned is worded as it is now; a question that is out of use gives way to the opening. */
    async editInUse(editing: Editing, step: Omit<Step, 'at' | 'by'>, decide: Decide): Promise<Edited> {
      const edited = await edit(editing, step, decide)
      if (edited.kind !== 'edited') return edited
      const { tenant, id } = editing
      const [first] = await shelf.inUse(tenant)
      const isInUse = !edited.prompt.off && latest(edited.prompt)
      const asked = isInUse ? edited.prompt : (first ?? opening)
      await reworded(tenant, id, { id: asked.id, version: published(asked).version })
      return edited
    },
  }
}

export type Edits = ReturnType<typeof edits>
