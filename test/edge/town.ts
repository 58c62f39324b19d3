import { readBack } from '../../bench/read-back.ts'
import type { EdgeName } from '../../bot/teams/bot-sdk.ts'
import type { Outcome, Wire } from '../../bot/teams/wire.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Interruption, interrupted } from '../delivery/interrupted.ts'
import { House, read } from '../house.ts'
import { message, SANNE, TENANT } from './channel.ts'
import { openEdge } from './world.ts'

type Posted = { attachments?: { content: Card }[] }

/** The whole app behind the real edge, on a clock that tests move. What Sanne sees is in `seen`, oldest first. */
export async function openTown(at: string, on: EdgeName, watch: Interruption = () => {}) {
  const seen: string[] = []
  const answers: Outcome[] = []
  const post: Wire['post'] = async (_, __, activity) => {
    const answer = answers.shift() ?? { kind: 'accepted', id: `m${seen.length}` }
    const card = readBack<Posted>(activity).attachments?.[0]?.content
    if (answer.kind === 'accepted' && card) seen.push(read(card))
    return answer
  }
  const never = () => Promise.reject(new Error('nothing is replaced, and no conversation made'))
  const wire: Wire = { post, put: never, create: never }
  const clock = { now: (): Date => house.now }
  const store = interrupted(memoryStore({ clock, random: systemRandom }), { before: watch })
  const house: House = new House({ store, at: new Date(at), channel: { wire } })
  const book = house.contacts
  const edge = await openEdge({
    edge: on,
    contacts: book,
    wire,
    clock,
    identify: house.app.standing.identify,
    dispatch: (turn) => house.app.dispatch(turn),
  })
  const does = (given: Record<string, unknown>) =>
    edge.asTeams(message({ timestamp: house.now.toISOString(), ...given })).then(() => house.settle())
  return {
    house,
    seen,
    answers,
    book,
    close: edge.close,
    does,
    says: (text: string) => does({ text }),
    installs: () => does({ type: 'installationUpdate', action: 'add', text: undefined }),
    /** The roster names Sanne from now on, or no longer. */
    async hire() {
      await house.employ({ id: SANNE, name: 'Sanne Bakker' }, TENANT)
      await house.app.rosterChanged(TENANT)
      await house.settle()
    },
    leave: () => house.app.roster.remove({ tenant: TENANT, id: SANNE }),
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>
