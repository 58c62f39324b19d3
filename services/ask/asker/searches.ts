import type { PersonId } from '../../core/ports.ts'
import { isEnded } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { type Looking, lookup } from '../choices.ts'
import { withNext } from './next-colleague.ts'
import type { NotYours, Sent, Standing } from './outcomes.ts'

/** What the asker sees while the question looks for somebody, and how far it may look. */
export function searches(desk: Desk) {
  const { candidates, helped } = desk.ports
  const { look } = lookup(desk)
  return {
    /** The question as it is now: still looking, or already on its way. */
    async show(tenant: string, person: PersonId, id: string): Promise<Looking | Standing | NotYours> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
    },

    /** One step further than before: the asker agrees that more colleagues may read the question. */
    async widen(tenant: string, person: PersonId, id: string): Promise<Looking | Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const reach = candidates.further(ask)
      if (!reach || !['looking', 'open', 'nobody'].includes(ask.state))
        return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
      const [next] = ask.state === 'looking' ? [] : await candidates.find({ ...ask, reach }, 1)
      const { ask: now } = await desk.step(ask, (current) => {
        if (current.state !== ask.state || current.reach !== ask.reach) return undefined
        const wider = { ...current, reach }
        if (current.state === 'looking') return wider
        const waits = current.offers.some(({ state }) => state === 'offered' || state === 'accepted')
        return next || !waits ? withNext(desk, wider, next) : wider
      })
      return now.state === 'looking' ? look(now) : { kind: 'standing', ask: now }
    },

    /** It is a new question after all, though the asker asked about the same thing before. */
    async anew(tenant: string, person: PersonId, id: string): Promise<Looking | Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, ({ like, ...current }) =>
        like && current.state === 'looking' ? current : undefined,
      )
      return now.state === 'looking' ? look(now) : { kind: 'standing', ask: now }
    },

    /** An item of the knowledge bank was enough: it counts that it helped once, however often the button is pressed. */
    async foundKnown(tenant: string, person: PersonId, id: string, item: string): Promise<'thanked' | 'not-yours'> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return 'not-yours'
      // Only what this question brings up can have helped with it.
      const isShown = (await look(ask)).known.some((known) => known.id === item)
      if (!isShown && !isEnded(ask)) return 'not-yours'
      const { changed } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'known' },
      )
      if (changed) await helped(tenant, item)
      return 'thanked'
    },
  }
}
