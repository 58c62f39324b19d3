import type { EdgeName } from '../../bot/teams/bot-sdk.ts'
import { teamsWire, type Wire } from '../../bot/teams/wire.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { later } from '../../services/core/time.ts'
import { House } from '../house.ts'
import { message, SANNE, TENANT } from './channel.ts'
import { type Answering, openConnector, openEdge, type Request } from './world.ts'

const WEDNESDAY = '2026-11-18T09:00Z'
const ACCEPTED = { status: 201, body: { id: 'm1' } }

/** What a connector does with what the bot begins itself, from the weekly question on; everything else it takes. */
export type Script = (request: Request, nth: number) => ReturnType<Answering>

const isCard = ({ body }: Request) => Array.isArray(body.attachments)
/** An answer to somebody names what it answers. */
const isReply = ({ path }: Request) => !/\/(conversations|activities)$/.test(path)

/** The whole app between the real edge and a connector on this machine. Sanne has had the app for a while. */
export async function openConnected(script: Script, on: EdgeName) {
  const about: { at: Date; request: Request }[] = []
  let isOpen = false
  const connector = await openConnector((request) => {
    if (!isOpen || isReply(request)) return ACCEPTED
    about.push({ at: house.now, request })
    return script(request, about.length)
  })
  const clock = { now: (): Date => house.now }
  const store = memoryStore({ clock, random: systemRandom })
  const real = teamsWire({ token: async () => 'outbound', patience: 400, clock })
  const wire: Wire = {
    post: (_, ...given) => real.post(connector.url, ...given),
    put: (_, ...given) => real.put(connector.url, ...given),
    create: (_, ...given) => real.create(connector.url, ...given),
  }
  const wait = async (ms: number) => {
    house.now = later(house.now, ms)
  }
  const channel = { wire, paced: { rps: 25, wait } }
  const house: House = new House({ store, at: new Date(WEDNESDAY), channel })
  const { contacts: book, pace } = house
  await house.employ({ id: SANNE, name: 'Sanne Bakker' }, TENANT)
  const edge = await openEdge({
    edge: on,
    contacts: book,
    wire,
    clock,
    pace,
    identify: house.app.standing.identify,
    dispatch: (turn) => house.app.dispatch(turn),
  })
  const does = (given: Record<string, unknown>) =>
    edge.asTeams(message({ timestamp: house.now.toISOString(), ...given })).then(() => house.settle())
  const installs = () => does({ type: 'installationUpdate', action: 'add', text: undefined })
  await installs()
  await house.app.rosterChanged(TENANT)
  await house.settle()
  isOpen = true
  return {
    house,
    book,
    does,
    installs,
    pace,
    about,
    removes: () => does({ type: 'installationUpdate', action: 'remove', text: undefined }),
    says: (text: string) => does({ text }),
    /** What was tried to be sent about the question, in order: `card` or the line of text. */
    tried: () => about.map(({ request }) => (isCard(request) ? 'card' : (request.body.text ?? request.path))),
    cards: () => about.filter(({ request }) => isCard(request)),
    close: async () => {
      await edge.close()
      await connector.close()
    },
  }
}

export type Connected = Awaited<ReturnType<typeof openConnected>>
