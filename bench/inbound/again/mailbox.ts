import type { Card } from '../../../cards/kit/card.ts'
import { pressesOf } from '../../../cards/kit/presses.ts'
import type { PersonId } from '../../../services/core/ports.ts'
import { type Served, serve } from '../../delivery/served.ts'

/** A card in somebody's chat. One that answers nothing was begun by the bot itself. */
export interface Got {
  card: Card
  isReply: boolean
}

export interface Seen {
  person: PersonId
  card: Card
}

/** Every chat that the bot writes in, and what came there. */
export interface Mailbox {
  origin: string
  of(tenant: string, person: PersonId): readonly Got[]
  /** The cards with this button about this, of one person or of anybody, once there are any. */
  seen(tenant: string, verb: string, about: About, whose?: PersonId): Promise<Seen[]>
  close(): Promise<void>
}

/** What the data of a button has to say. */
export type About = Record<string, string>

const PATH = /^\/emea\/([^/]+)\/v3\/conversations\/([^/]+)\/activities(\/[^/]+)?$/
const PATIENCE_MS = 120_000

/** The button of a card that does this, about this. */
export const buttonOf = (card: Card, verb: string, about: About = {}) =>
  pressesOf(card).find(
    (action) => action.verb === verb && Object.entries(about).every(([key, value]) => action.data?.[key] === value),
  )

export async function openMailbox(): Promise<Mailbox> {
  const chats = new Map<string, Map<PersonId, Got[]>>()
  const waiting = new Set<() => void>()
  let ids = 0

  function keep(tenant: string, person: PersonId, got: readonly Got[]): void {
    const here = chats.get(tenant) ?? new Map<PersonId, Got[]>()
    chats.set(tenant, here)
    here.set(person, [...(here.get(person) ?? []), ...got])
    for (const look of waiting) look()
  }

  const served: Served = await serve(
    {
      take({ path, body }) {
        const [, tenant = '', conversation = '', replied] = PATH.exec(path) ?? []
        const { attachments = [] } = JSON.parse(body) as { attachments?: { content: Card }[] }
        const got = attachments.map(({ content: card }) => ({ card, isReply: replied !== undefined }))
        keep(tenant, decodeURIComponent(conversation).slice('a:'.length), got)
        return { status: 201, body: { id: `m${++ids}` }, headers: {} }
      },
    },
    { hangMs: 0 },
  )

  function having(tenant: string, verb: string, about: About, whose?: PersonId): Seen[] {
    const here = chats.get(tenant) ?? new Map<PersonId, Got[]>()
    const people = whose === undefined ? [...here.keys()] : [whose]
    return people
      .flatMap((person) => (here.get(person) ?? []).map(({ card }) => ({ person, card })))
      .filter(({ card }) => buttonOf(card, verb, about))
  }

  return {
    ...served,
    of: (tenant, person) => chats.get(tenant)?.get(person) ?? [],
    seen(tenant, verb, about, whose) {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          settle()
        }
        const look = () => {
          const found = having(tenant, verb, about, whose)
          if (found.length > 0) end(() => resolve(found))
        }
        const timer = setTimeout(() => end(() => reject(new Error(`nobody got a card with ${verb}`))), PATIENCE_MS)
        waiting.add(look)
        look()
      })
    },
  }
}
