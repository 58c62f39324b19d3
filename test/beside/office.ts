import { audiences } from '../../bot/audiences.ts'
import { command } from '../../bot/cli/command.ts'
import { verbs } from '../../bot/cli/verbs.ts'
import { entraTokens } from '../../bot/http/bearer.ts'
import { createServer } from '../../bot/http/server.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { placed } from '../../services/core/people.ts'
import type { Sent, Telemetry } from '../../services/core/ports.ts'
import { APP, TENANT } from '../edge/channel.ts'
import { openEntra } from '../edge/entra.ts'
import { diary } from '../edge/world.ts'
import { button, cardOf, filledIn, House } from '../house.ts'

export { TENANT }
export const WEEK = '2026-W47'
export const QUESTION = 'leerzaam-moment'
const MONDAY = new Date('2026-11-16T07:30Z')
const PEOPLE = 80
const TEAM = ['Stad', 'Zorg']

/** As Entra has them: a person who reads something here has one role. */
export const idOf = (place: number) => `10000000-0000-4000-8000-${String(place).padStart(12, '0')}`
export const ADMIN = idOf(900)
export const HR = idOf(901)
export const COUNCIL = idOf(902)
export const MANAGER = idOf(903)
export const JAN = idOf(0)

const READERS = { admin: ADMIN, hr: HR, council: COUNCIL, manager: MANAGER }
/** What stands in the place of a name in an address. */
const NAMES: Record<string, string> = { ':week': WEEK, ':prompt': QUESTION }

/** A municipality with one of each role, and everything by which operators, HR, managers and the council are told something. */
export async function openSurfaces(wire: (to: string) => Sent = () => ({ kind: 'accepted', message: 'm' })) {
  const counted: string[] = []
  const telemetry: Telemetry = {
    count: (what, labels) => void counted.push(`${what} ${JSON.stringify(labels)}`),
    timed: (_what, _labels, work) => work(),
  }
  const house = new House({ at: MONDAY, telemetry, wire: async ({ to }) => wire(to) })
  const employee = (id: string, given: object = {}) => ({
    tenant: TENANT,
    id,
    name: `Persoon ${id.slice(-3)}`,
    unit: TEAM,
    managers: [MANAGER],
    roles: [],
    since: WEEK,
    ...given,
  })
  const everyone = [
    ...Array.from({ length: PEOPLE }, (_, place) => employee(idOf(place))),
    employee(ADMIN, { roles: ['admin'] }),
    employee(HR, { roles: ['hr'] }),
    employee(COUNCIL, { roles: ['works-council'] }),
    employee(MANAGER, { managers: [] }),
  ]
  await house.app.roster.together(TENANT, async (people) => {
    for (const one of placed(everyone)) await people.put(one)
  })
  await house.app.rosterChanged(TENANT)
  await house.settle()

  const entra = await openEntra()
  const { log } = diary()
  const verify = entraTokens({ appId: APP, tenants: [TENANT], clock: systemClock, log, keys: entra.keys })
  const served = audiences(house.app, verify, { burst: 1e6, perMinute: 1e6 })
  const server = createServer({
    endpoint: { receive: async () => ({ status: 200 }) },
    audiences: served,
    ready: async () => [{ part: 'store' }],
    log,
    telemetry,
    loopbackOnly: true,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`

  /** Every address that one of these audiences may look at, as it is there: a new one is looked at by itself. */
  const addresses = house.app.features.flatMap(({ routes = {} }) =>
    Object.entries(READERS).flatMap(([name, reader]) =>
      (routes[name as keyof typeof READERS] ?? [])
        .filter(({ method }) => method === 'get')
        .map(({ path }) => ({ path, reader })),
    ),
  )

  async function read({ path, reader }: { path: string; reader: string }): Promise<string> {
    const named = path.replace(/:\w+/g, (name) => NAMES[name] ?? 'none')
    const authorization = entra.token({ tid: TENANT, oid: reader })
    const response = await fetch(url + named, { headers: { authorization } })
    return `GET ${path} ${response.status} ${await response.text()}`
  }

  let turns = 0
  const by = (person: string) => ({
    id: `turn-${person}-${++turns}`,
    tenant: TENANT,
    person,
    at: house.now,
    language: 'nl' as const,
    place: 'personal' as const,
  })

  /** As an operator types it, on this very app. */
  async function types(...words: string[]): Promise<string> {
    const typed = command([...words, '--tenant', TENANT])
    if (typed.kind !== 'verb' || !('run' in typed.verb)) throw new Error(`${words.join(' ')} is no verb of the app`)
    const said = await typed.verb.run(house.app, typed.args, {} as never).then(
      ({ lines, json, remedy }) => [...lines, JSON.stringify(json), remedy ?? ''].join('\n'),
      (error: Error) => `${error.name}: ${error.message}`,
    )
    return `> ${words.join(' ')}\n${said}`
  }

  return {
    house,
    addresses,
    types,
    verbs: Object.keys(verbs),
    /** All that was ever logged or counted, as often as it was. */
    told: () => [...house.logged, ...counted].sort(),
    looks: async () => [...(await Promise.all(addresses.map(read)))].sort(),
    say: (person: string, text: string) => house.turn({ ...by(person), kind: 'said', text }).then(cardOf),

    /** Answers the newest card that this person was sent, if there is one. */
    async answers(person: string) {
      const card = house.sentTo(person).at(-1)
      if (!card) return
      const { verb, data } = button(card, 'Bewaar')
      const input = { ...data, ...filledIn(card), text: 'Wat ik leerde.' }
      await house.turn({ ...by(person), kind: 'pressed', verb, input })
    },
    async close() {
      await server.close()
      await entra.close()
    },
  }
}

export type Surfaces = Awaited<ReturnType<typeof openSurfaces>>
