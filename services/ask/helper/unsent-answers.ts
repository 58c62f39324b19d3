import type { PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { clean } from '../../core/text/clean.ts'
import type { Checked } from '../../core/text/signs.ts'
import type { Ask } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { OF_OTHERS } from '../choices.ts'

/** Before an answer goes: what the asker will read, what was left out of it, and by what in it somebody may be recognised. */
export interface HeldAnswer extends Pick<Checked, 'text' | 'leftOut' | 'pointing'> {
  kind: 'check'
  ask: Ask
  /** Stands for the words as they were written: a yes is to these alone. */
  seen: string
}

/** What a colleague typed and did not send, or not yet. */
export function unsentAnswers({ ports, offers }: Desk) {
  const markOf = ({ id }: Ask, words: string) => ports.secrets.hmac('held-answer', id, words).slice(0, 12)

  return {
    markOf,

    /** An answer went: what was typed before it and not sent is done with. */
    done: (tenant: string, person: PersonId, id: string) =>
      change(offers, { tenant, person, id }, (offer) => {
        if (offer?.unsent === undefined) return undefined
        const { unsent: _before, shown: _shown, ...rest } = offer
        return rest
      }),

    /** The words wait for a yes, and it is kept which words were shown. */
    async hold(ask: Ask, person: PersonId, words: string, checked: Checked): Promise<HeldAnswer> {
      const { text, leftOut, pointing } = checked
      const seen = markOf(ask, words)
      const key = { tenant: ask.tenant, person, id: ask.id }
      await change(offers, key, (offer) => offer && { ...offer, unsent: words, shown: seen })
      return { kind: 'check', ask, text, leftOut, pointing: pointing.filter(({ kind }) => OF_OTHERS.has(kind)), seen }
    },

    /** What was typed and not sent stays, for this person alone, and comes back when they help. */
    async leave(tenant: string, person: PersonId, id: string, text: string): Promise<void> {
      const unsent = clean(text)
      if (unsent) await change(offers, { tenant, person, id }, (offer) => offer && { ...offer, unsent })
    },

    unsent: async (tenant: string, person: PersonId, id: string): Promise<string | undefined> =>
      (await offers.get({ tenant, person, id }))?.unsent,
  }
}
