import type { Clock } from '../../core/ports.ts'
import { type Week, weekAfter, weekOf } from '../../core/time.ts'
import type { Unit } from '../calendar/targets.ts'
import type { Shelf, Tuned } from '../documents.ts'
import { latest, opening } from '../library.ts'
import type { Target } from '../schema.ts'
import type { Editing, Edits } from './editing.ts'
import { moved } from './versions.ts'

export interface AimPorts {
  shelf: Shelf
  clock: Clock
  /** The nodes of the organisation that a question may be for. */
  unitsOf(tenant: string): Promise<readonly Unit[]>
}

/** Who is asked a question, in which of two wordings, and whether it is asked at all. */
export const aiming = ({ shelf, clock, unitsOf }: AimPorts, { edit, editInUse }: Edits) => ({
  /**
   * From next week on it is for these people. A node that may not be chosen is refused, and so is a question that everybody
   * begins with, or that is for managers already.
   */
  async aim(editing: Editing, target: Target | undefined, why: string) {
    const open = await unitsOf(editing.tenant)
    const prompt = await shelf.one(editing.tenant, editing.id)
    const isOpen = !target || !('units' in target) || target.units.every((one) => open.some(({ unit }) => unit === one))
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
    const from = weekAfter(weekOf(clock.now()))
    return edit(editing, { step: 'compared', version, why }, (known) => {
      const next = moved(known.versions, version, ['draft', 'test'], 'compared')
      const isWhole = !known.target && !known.comparing
      return next && isWhole && one ? { ...next, comparing: { one, other: version, from } } : undefined
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
})

/** What was for some units alone in this week is not told of, whatever it is from now on. */
const narrowed = ({ target }: Tuned, week: Week): Pick<Tuned, 'narrowUntil'> =>
  target && 'units' in target ? { narrowUntil: week } : {}
