import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import {
  JournalSearch,
  JournalShown,
  MomentChange,
  MomentConsent,
  MomentKept,
  NewMoment,
} from '../../services/reflection/schema.ts'
import { get, nothing, post, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'
import { type KeptPorts, keptMoments } from './kept-moments.ts'

export interface MomentPorts extends KeptPorts {
  reflection: Pick<Reflection, 'page' | 'ownId' | 'answer' | 'amend' | 'consent' | 'remove'>
}

const ON_A_PAGE = 20
const MOMENTS = '/api/me/moments'
const ONE = `${MOMENTS}/:moment`
const Named = z.strictObject({ moment: z.string().regex(ID).max(100) })

/** One's own journal: read back, searched, changed and taken away. */
export function momentRoutes(ports: MomentPorts): Route[] {
  const { reflection } = ports
  const { shown, told, authorOf } = keptMoments(ports)

  async function page(caller: Caller, { words, before }: z.output<typeof JournalSearch>): Promise<JournalShown> {
    const { entries, older } = await reflection.page(caller, { words, before, limit: ON_A_PAGE })
    const moments = await Promise.all(entries.map(({ moment, number }) => shown(moment, number)))
    return { moments, ...(older && { older }) }
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
