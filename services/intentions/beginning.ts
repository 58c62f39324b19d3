import type { Clock, Collection, PersonId } from '../core/ports.ts'
import { change, putIfUnchanged } from '../core/store/change.ts'
import { instant } from '../core/time.ts'
import { entering, type Rules } from '../follow-through/follow-through.ts'
import type { Intention, IntentionForm, OpenIntention, State } from './documents.ts'
import { OPEN_AT_MOST } from './rules.ts'

export type Of = { tenant: string; person: PersonId }

/** What is typed in the form. */
export interface Typed {
  text: string
  /** The moment that it comes from, or what a colleague shared. */
  moment?: string | undefined
  item?: string | undefined
  /** The intention that is said in other words. */
  intention?: string | undefined
  /** Who was to think along. */
  buddy?: string | undefined
}

export type Begun = { kind: 'begun'; intention: Intention } | { kind: 'enough'; open: OpenIntention[] }

export interface BeginningPorts {
  kept: Collection<Intention>
  forms: Collection<IntentionForm>
  rules: Rules<State, Intention>
  clock: Clock
  openOf(of: Of): Promise<OpenIntention[]>
  wakeFor(intention: Intention): Promise<void>
}

const FORM = 'form'

/** How an intention begins, and what becomes of words in its form that do not begin one yet. */
export function beginning({ kept, forms, rules, clock, openOf, wakeFor }: BeginningPorts) {
  const formOf = ({ tenant, person }: Of) => ({ tenant, person, id: FORM })
  const filled = (of: Of, { text, moment, item, intention, buddy }: Typed): IntentionForm => ({
    ...formOf(of),
    text,
    ...(moment && { moment }),
    ...(item && { item }),
    ...(intention && { intention }),
    ...(buddy && { buddy }),
    at: instant(clock.now()),
  })
  /** What is left in it once this one begins: words about something else stay. */
  const without = (of: Of, form: IntentionForm | undefined, { moment, item }: Typed): IntentionForm => {
    const isOther = form && (form.intention !== undefined || form.moment !== moment || form.item !== item)
    return { ...filled(of, isOther ? form : { text: '' }), ...(form?.etag && { etag: form.etag }) }
  }

  return {
    /**
     * The same turn again is the same intention. Each one that begins writes the form after it: of two at once the second
     * finds the form written, takes its own back and looks again. So no more are open than anybody can do.
     */
    async begin({ turn: id, ...of }: Of & { turn: string }, typed: Typed): Promise<Begun> {
      const { tenant, person } = of
      const { text, moment, item } = typed
      for (;;) {
        const known = await kept.get({ tenant, person, id })
        if (known) return { kind: 'begun', intention: known }
        const form = await forms.get(formOf(of))
        const open = await openOf(of)
        if (open.length >= OPEN_AT_MOST) return { kind: 'enough', open }
        const bare: Intention = {
          tenant,
          person,
          id,
          text,
          ...(moment && { moment }),
          ...(item && { item }),
          at: instant(clock.now()),
          state: 'two-weeks',
          checks: [],
        }
        const fresh = entering(rules, bare, 'two-weeks')
        await wakeFor(fresh)
        const { doc = fresh, changed } = await change(kept, fresh, (there) => (there ? undefined : fresh))
        if (!changed || (await putIfUnchanged(forms, without(of, form, typed))))
          return { kind: 'begun', intention: doc }
        await kept.remove({ tenant, person, id })
      }
    },

    /** Somebody leaves the form: what they typed is there when they come back. */
    async leave(of: Of, typed: Typed): Promise<void> {
      await change(forms, formOf(of), (there) =>
        !there && typed.text === '' ? undefined : { ...filled(of, typed), ...(there?.etag && { etag: there.etag }) },
      )
    },

    /** What was typed about the same and left. */
    async left(
      of: Of,
      { moment, item, intention }: Omit<Typed, 'text'>,
    ): Promise<Pick<Typed, 'text' | 'buddy'> | undefined> {
      const form = await forms.get(formOf(of))
      const isSame = form?.moment === moment && form?.item === item && form?.intention === intention
      return isSame ? form : undefined
    },

    form: (of: Of) => forms.get(formOf(of)),
    forgetForm: (of: Of) => forms.remove(formOf(of)),
  }
}
