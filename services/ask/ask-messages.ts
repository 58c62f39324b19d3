import type { Clock, PersonId, Secrets } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Ask } from './ask.ts'

/** Whose ask it is, and which. */
export type AskRef = Pick<Ask, 'tenant' | 'person' | 'id'>

export interface AskMessagePorts {
  clock: Clock
  secrets: Secrets
  plan(plan: Plan): Promise<unknown>
}

/** The messages about an ask. The same words about the same thing have the same id, however often they are planned. */
export function askMessages({ clock, secrets, plan }: AskMessagePorts) {
  /** Names nobody: it lies with one person and is about another, who may want to be forgotten. */
  const idOf = (what: string, ask: string, about: string) =>
    `${what}-${ask}-${secrets.hmac('message', ask, about).slice(0, 12)}`

  const message = (ask: AskRef, person: PersonId, what: string, about: string) => ({
    tenant: ask.tenant,
    person,
    id: idOf(what, ask.id, about),
    // Who it is for decides who renders it: the asker's side or the colleague's.
    feature: person === ask.person ? 'ask' : 'offer',
    about: { what, ask: ask.id, ...(what === 'answer' && { answer: about }) },
  })

  const tell = (ask: AskRef, person: PersonId, what: string, about: string) =>
    plan({ ...message(ask, person, what, about), nudge: false, due: instant(clock.now()) })

  return { idOf, message, tell }
}
