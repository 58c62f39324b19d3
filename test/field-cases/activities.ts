import { readFileSync } from 'node:fs'
import { readBack } from '../../bench/read-back.ts'
import type { Outcome, Wire } from '../../bot/teams/wire.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { KARIN, message, SANNE, TENANT } from '../edge/channel.ts'
import { openEdge } from '../edge/world.ts'
import { House, read } from '../house.ts'

type Activity = Record<string, unknown>

/** An input of the field: one activity or a list of them, with its blanks filled in by `given`. */
export function activities(file: string, given: Record<string, string> = {}): Activity[] {
  const path = new URL(`inputs/${file}.json`, import.meta.url)
  let count = 0
  const text = readFileSync(path, 'utf8').replace(/\{([^{}"]+)\}/g, (blank, name: string) => {
    if (name === 'new id') return `${file}-${++count}`
    return given[name] ?? BLANKS[name] ?? blank
  })
  const read = JSON.parse(text)
  return Array.isArray(read) ? read : [read]
}

/** The lines of an input of typed texts. */
export const lines = (file: string): string[] =>
  readFileSync(new URL(`inputs/${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)

const BLANKS: Record<string, string> = {
  oid: SANNE,
  name: 'Sanne Bakker',
  tenant: TENANT,
  'loopback connector': 'https://smba.trafficmanager.net/emea/',
}

/** The whole app behind the real edge; what Sanne is sent is in `seen`, with the id that the channel gave it. */
export async function openChat(at: string) {
  const seen: { id: string; card: Card; words: string }[] = []
  const take = (activity: Parameters<Wire['post']>[2]): Outcome => {
    const card = readBack<{ attachments?: { content: Card }[] }>(activity).attachments?.[0]?.content
    const id = String(1_764_450_000_000 + seen.length)
    if (card) seen.push({ id, card, words: read(card) })
    return { kind: 'accepted', id }
  }
  const never = () => Promise.reject(new Error('no conversation is made'))
  const wire: Wire = {
    post: async (_, __, activity) => take(activity),
    put: async (_, __, ___, activity) => take(activity),
    create: never,
  }
  const clock = { now: (): Date => house.now }
  const store = memoryStore({ clock, random: systemRandom })
  const house: House = new House({ store, at: new Date(at), channel: { wire } })
  const book = house.contacts
  const unit = ['Gemeente', 'Team Klantcontact']
  await house.employ({ id: SANNE, name: 'Sanne Bakker', unit }, TENANT)
  await house.employ({ id: KARIN, name: 'Karin de Wit', unit }, TENANT)
  const edge = await openEdge({
    contacts: book,
    wire,
    clock,
    identify: house.app.standing.identify,
    dispatch: (turn) => house.app.dispatch(turn),
  })
  const does = async (activity: Activity) => {
    const response = await edge.asTeams({ ...activity, timestamp: house.now.toISOString() })
    await house.settle()
    return response
  }
  const typed = (text: string, given: Activity = {}) => does(message({ text, ...given }))
  return {
    house,
    edge,
    seen,
    does,
    typed,
    close: edge.close,
    last: () => seen.at(-1)?.words ?? '',
    lastCard: () => seen.at(-1) ?? { id: '', card: undefined, words: '' },
    /** Presses as a client does that knows `Action.Execute`; the card that comes back is in the answer. */
    async presses(activity: Activity): Promise<{ status: number; words: string; card?: Card }> {
      const { body } = await does(activity)
      const isCard = body?.type === 'application/vnd.microsoft.card.adaptive'
      return { status: body?.statusCode, words: isCard ? read(body.value) : '', ...(isCard && { card: body.value }) }
    },
    /** What Sanne kept, as she takes it along. */
    async kept(): Promise<{ text: string; sharing: string; how?: string }[]> {
      const feature = house.app.features.find(({ name }) => name === 'reflection')
      return ((await feature?.export.moments?.(TENANT, SANNE)) as [] | undefined) ?? []
    },
    /** What colleagues find of it. */
    async found(words: string): Promise<string> {
      const before = seen.length
      await does(message({ text: `zoek ${words}`, from: { id: '29:karin', aadObjectId: KARIN }, conversation: KARINS }))
      return seen
        .slice(before)
        .map((one) => one.words)
        .join('\n')
    },
  }
}

const KARINS = { id: 'a:karin', conversationType: 'personal', tenantId: TENANT }

export type Chat = Awaited<ReturnType<typeof openChat>>
