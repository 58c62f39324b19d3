import type { Clock, PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant, type Week, weekAfter, weekOf } from '../../core/time.ts'
import type { Unit } from '../calendar/targets.ts'
import type { Shelf, Tuned, TunedPrompt } from '../documents.ts'
import { latest, opening, published } from '../library.ts'
import type { Prompt, Target, Version, Words } from '../schema.ts'
import { type Revising, revise, type Step, withoutName, withStep } from './revised.ts'
import { drafted, isFixed, moved, OWN_FROM } from './versions.ts'

/** Who changes a question, which one, and as which revision they have it before them. */
export type Editing = Revising & { id: string }

export type Edited =
  | { kind: 'edited'; prompt: TunedPrompt }
  /** Somebody else changed it meanwhile: nothing was done, and this is what it is now. */
  | { kind: 'meanwhile'; prompt: TunedPrompt }
  /** As it is now this cannot be done: a published version is not published again, the opening is not put off. */
  | { kind: 'refused'; prompt: TunedPrompt }
  | { kind: 'unknown' }

export interface TuningPorts {
  shelf: Shelf
  clock: Clock
  /** The nodes of the organisation that a question may be for. */
  unitsOf(tenant: string): Promise<readonly Unit[]>
  /** What is planned and was not sent yet is asked in these words from now on. */
  reworded(tenant: string, id: string, now: { id: string; version: number }): Promise<void>
}

/** So begins the id of a municipality's own question: none that the product brings later is called so. */
const OWN = 'eigen-'

/** HR words the questions anew, tries, publishes and withdraws them. What was published stays as it was sent. */
export function tuning({ shelf, clock, unitsOf, reworded }: TuningPorts) {
  async function edit(
    { tenant, person, id, revision }: Editing,
    step: Omit<Step, 'at' | 'by'>,
    decide: (known: Tuned) => Partial<Tuned> | undefined,
  ): Promise<Edited> {
    shelf.changed(tenant)
    const prompt = await shelf.one(tenant, id)
    if (!prompt) return { kind: 'unknown' }
    const at = instant(clock.now())
    const kind = await revise(shelf.kept, { tenant, person, id, revision, at }, step, { versions: [] }, decide)
    shelf.changed(tenant)
    return { kind, prompt: (await shelf.one(tenant, id)) ?? prompt }
  }

  /** The same, after which what was planned is worded as it is now; a question that is out of use gives way to the opening. */
  async function editInUse(...given: Parameters<typeof edit>): Promise<Edited> {
    const edited = await edit(...given)
    if (edited.kind !== 'edited') return edited
    const [{ tenant, id }] = given
    const [first] = await shelf.inUse(tenant)
    const isInUse = !edited.prompt.off && latest(edited.prompt)
    const asked = isInUse ? edited.prompt : (first ?? opening)
    await reworded(tenant, id, { id: asked.id, version: published(asked).version })
    return edited
  }

  const nextWeek = () => weekAfter(weekOf(clock.now()))
  const everyTuned = (tenant: string) => everything(shelf.kept, { tenant }, 'all')

  return {
    all: shelf.of,
    one: shelf.one,
    inUse: shelf.inUse,

    isInUse: async (tenant: string, id: string) => (await shelf.inUse(tenant)).some((prompt) => prompt.id === id),

    /** A question is called by the words that are asked now, or else by those that were written last. */
    async titleOf(tenant: string, id: string) {
      const prompt = await shelf.one(tenant, id)
      const words = prompt && (latest(prompt) ?? prompt.versions.at(-1))
      return { nl: words?.nl.question ?? id, en: words?.en.question ?? id }
    },

    /** Who did what to which question. */
    steps: async (tenant: string): Promise<(Step & { id: string })[]> =>
      (await everyTuned(tenant)).flatMap(({ id, steps }) => steps.map((step) => ({ id, ...step }))),

    /** What they did stays, without who it was. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await everyTuned(tenant))
        await change(shelf.kept, { tenant, id }, (known) => {
          const steps = known && withoutName(known.steps, person)
          return steps && { ...known, steps }
        })
    },

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

    /**
     * From next week on it is for these people. A node that may not be chosen is refused, and so is a question that everybody
     * begins with, or that is for managers already.
     */
    async aim(editing: Editing, target: Target | undefined, why: string) {
      const open = await unitsOf(editing.tenant)
      const prompt = await shelf.one(editing.tenant, editing.id)
      const isOpen =
        !target || !('units' in target) || target.units.every((one) => open.some(({ unit }) => unit === one))
      const isFixed = editing.id === opening.id || prompt?.audience === 'managers'
      return edit(editing, { step: 'aimed', why }, (known) =>
        isOpen && !isFixed && !known.comparing ? { target, ...narrowed(known, weekOf(clock.now())) } : undefined,
      )
    },

    /**
     * From the next plan on, half of the people are asked the draft, as the system draws them. Meanwhile nothing of the
     * question changes: it would be told of the wrong words.
     */
    async compare(editing: Editing, version: number, why: string) {
      const inUse = await shelf.one(editing.tenant, editing.id)
      const one = inUse && latest(inUse)?.version
      return edit(editing, { step: 'compared', version, why }, (known) => {
        const next = moved(known.versions, version, ['draft', 'test'], 'compared')
        const isWhole = !known.target && !known.comparing
        return next && isWhole && one ? { ...next, comparing: { one, other: version, from: nextWeek() } } : undefined
      })
    },

    /** Ends a comparison: this one of the two is asked of everybody from now on. */
    choose: (editing: Editing, version: number, why: string) =>
      editInUse(editing, { step: 'chose', version, why }, ({ versions, comparing }) => {
        if (!comparing || (version !== comparing.one && version !== comparing.other)) return undefined
        const fate = version === comparing.other ? 'published' : 'withdrawn'
        return { ...moved(versions, comparing.other, ['compared'], fate), comparing: undefined }
      }),

    /** Asks a question no more, or again. */
    turn: (editing: Editing, off: boolean, why: string) =>
      editInUse(editing, { step: off ? 'off' : 'on', why }, (known) =>
        editing.id === opening.id || known.comparing || (known.off ?? false) === off ? undefined : { off },
      ),
  }
}

export type Tuning = ReturnType<typeof tuning>

/** What was for some units alone in this week is not told of, whatever it is from now on. */
const narrowed = ({ target }: Tuned, week: Week): Pick<Tuned, 'narrowUntil'> =>
  target && 'units' in target ? { narrowUntil: week } : {}
