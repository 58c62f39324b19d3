import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Answered, Author, Reflection } from '../../services/reflection/reflection.ts'
import {
  JournalSearch,
  JournalShown,
  MomentChange,
  MomentConsent,
  MomentKept,
  type MomentShown,
  NewMoment,
} from '../../services/reflection/schema.ts'
import { get, nothing, post, type Route, refused } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface MomentPorts {
  reflection: Pick<Reflection, 'page' | 'ownId' | 'answer' | 'amend' | 'consent' | 'remove'>
  /** The words of a question, in every language. */
  questionIn(tenant: string, prompt: { id: string; version: number }): Promise<Record<Language, string>>
  languageOf(tenant: string, person: PersonId): Promise<Language>
}

const ON_A_PAGE = 20
const MOMENTS = '/api/me/moments'
const ONE = `${MOMENTS}/:moment`
const Named = z.strictObject({ moment: z.string().regex(ID).max(100) })

/** One's own journal: read back, searched, changed and taken away. */
export function momentRoutes({ reflection, questionIn, languageOf }: MomentPorts): Route[] {
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

  async function page(caller: Caller, { words, before }: z.output<typeof JournalSearch>): Promise<JournalShown> {
    const { entries, older } = await reflection.page(caller, { words, before, limit: ON_A_PAGE })
    const moments = await Promise.all(entries.map(({ moment, number }) => shown(moment, number)))
    return { moments, ...(older && { older }) }
  }

  const authorOf = async ({ tenant, person }: Caller): Promise<Author> => ({
    tenant,
    person,
    language: await languageOf(tenant, person),
  })

  /** What was kept is read back with its place in the journal. */
  async function numbered(caller: Caller, moment: Moment): Promise<MomentShown> {
    const { entries } = await reflection.page(caller, { limit: Number.POSITIVE_INFINITY })
    return shown(moment, entries.find((entry) => entry.moment.id === moment.id)?.number ?? 0)
  }

  type Outcome = Answered | { kind: 'changed-meanwhile' }

  async function told(caller: Caller, outcome: Outcome, text = '') {
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
  }

  return [
    get(MOMENTS, nothing, JournalShown, (caller) => page(caller, { words: '' })),

    // What somebody looks for in their journal does not stand in an address.
    post(`${MOMENTS}/search`, nothing, JournalSearch, JournalShown, (caller, _, place) => page(caller, place)),

    post(MOMENTS, nothing, NewMoment, MomentKept, async (caller, _, { turn, ...written }) => {
      const author = await authorOf(caller)
      const moment = reflection.ownId(author, turn)
      return told(caller, await reflection.answer(author, { moment, revision: '0', ...written }), written.text)
    }),

    post(ONE, Named, MomentChange, MomentKept, async (caller, { moment }, { revision, ...written }) => {
      const input = { moment, revision: String(revision), ...written }
      return told(caller, await reflection.amend(await authorOf(caller), input), written.text)
    }),

    post(`${ONE}/consent`, Named, MomentConsent, MomentKept, async (caller, { moment }, { revision, seen }) =>
      told(caller, await reflection.consent(await authorOf(caller), moment, revision, seen)),
    ),

    post(`${ONE}/remove`, Named, nothing, nothing, async (caller, { moment }) =>
      (await reflection.remove(caller, moment)) === 'removed' ? {} : undefined,
    ),
  ]
}
