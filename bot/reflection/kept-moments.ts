import type { Language, PersonId } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Answered, Author, Reflection } from '../../services/reflection/reflection.ts'
import type { MomentShown } from '../../services/reflection/schema.ts'
import { refused } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface KeptPorts {
  reflection: Pick<Reflection, 'page'>
  /** The words of a question, in every language. */
  questionIn(tenant: string, prompt: { id: string; version: number }): Promise<Record<Language, string>>
  languageOf(tenant: string, person: PersonId): Promise<Language>
}

export type Outcome = Answered | { kind: 'changed-meanwhile' }

/** A moment as a page shows it, and what became of one that was written. */
export function keptMoments({ reflection, questionIn, languageOf }: KeptPorts) {
  const shown = async (moment: Moment, number: number): Promise<MomentShown> => {
    const { tenant, id, revision, written, prompt, text, how, sharing, journalOnly = false } = moment
    return {
      id,
      number,
      revision,
      written,
      text,
      sharing,
      journalOnly,
      ...(prompt && { question: await questionIn(tenant, prompt) }),
      ...(how && { how }),
    }
  }

  /** What was kept is read back with its place in the journal. */
  async function numbered(caller: Caller, moment: Moment): Promise<MomentShown> {
    const { entries } = await reflection.page(caller, { limit: Number.POSITIVE_INFINITY })
    return shown(moment, entries.find((entry) => entry.moment.id === moment.id)?.number ?? 0)
  }

  return {
    shown,

    authorOf: async ({ tenant, person }: Caller): Promise<Author> => ({
      tenant,
      person,
      language: await languageOf(tenant, person),
    }),

    async told(caller: Caller, outcome: Outcome, text = '') {
      if (outcome.kind === 'empty' || outcome.kind === 'too-long') return refused(422, outcome.kind)
      if (outcome.kind === 'changed-meanwhile') return refused(409, outcome.kind)
      if (outcome.kind === 'not-yours' || outcome.kind === 'removed') return undefined
      // Another answer came in between: the page keeps what was written, and reads again.
      if (outcome.kind === 'second' && outcome.moment.text !== clean(text)) return refused(409, 'changed-meanwhile')
      const moment = await numbered(caller, outcome.moment)
      if (outcome.kind === 'second') return { kind: 'saved' as const, moment }
      if (outcome.kind === 'saved') return { kind: outcome.kind, moment }
      const { kind, audience, seen, readers, teams, signs, elsewhere } = outcome
      const pointing = signs.map(({ kind: what, from, to }) => ({
        kind: what,
        words: outcome.moment.text.slice(from, to),
      }))
      return {
        kind,
        audience,
        moment,
        seen,
        readers: readers.map(({ name }) => name),
        ...(teams && { teams }),
        signs: pointing,
        ...(elsewhere && { elsewhere }),
      }
    },
  }
}
