import { isVersion, LOST_VERSION } from '../../core/lost-version.ts'
import type { Collection, Doc, Instant, PersonId, Secrets, Store } from '../../core/ports.ts'
import { days, type Week } from '../../core/time.ts'

/**
 * One message to one person that the bot begins: planned first, sent later, never twice.
 * `attempting` is stored before the wire is touched; what cannot be known is settled by one line of text.
 */
export interface Delivery extends Doc {
  person: PersonId
  /** The feature that renders it when it is sent. */
  feature: string
  /** What the feature needs to render it: ids only, never text. */
  about: Record<string, string>
  /** A nudge is a message that the person did not begin: it keeps quiet hours, pause and stop. */
  nudge: boolean
  /** Asked for at this very moment: quiet hours do not apply, stop and pause do. */
  urgent?: boolean
  due: Instant
  state: 'planned' | 'waiting' | 'attempting' | 'accepted' | 'rejected' | 'unknown' | 'settled' | 'withdrawn'
  /** When the line of text follows, if nobody knows by then whether the attempt arrived. */
  settles?: Instant
  /** The line of text was said, or may have been: a nudge of its own. */
  said?: boolean
  /** When it is tried again after a refusal that passes; `due` stays what it was. */
  retry?: Instant
  /** The channel's id of the accepted message. */
  message?: string
  /** Why it was rejected, withdrawn or unknown. */
  code?: string
}

export type Plan = Pick<Delivery, 'tenant' | 'person' | 'id' | 'feature' | 'about' | 'nudge' | 'due'> &
  Partial<Pick<Delivery, 'urgent'>>

/** Nobody knows whether it arrived. */
export const isUnsure = ({ state }: Pick<Delivery, 'state'>) => state === 'attempting' || state === 'unknown'

/** As far as anybody knows. What was withdrawn, or refused by the channel, was never seen. */
export const wasSent = (delivery: Pick<Delivery, 'state'>) =>
  isUnsure(delivery) || delivery.state === 'accepted' || delivery.state === 'settled'

export type Deliveries = Collection<Delivery>

export const deliveries = (store: Store): Deliveries =>
  store.collection<Delivery>({
    name: 'deliveries',
    owner: 'person',
    indexes: {
      all: ({ id }) => id,
      due: ({ state, due, retry }) => (state === 'planned' ? (retry ?? due) : undefined),
      unsettled: ({ state, settles }) => (state === 'attempting' || state === 'unknown' ? settles : undefined),
      waiting: ({ state, due }) => (state === 'waiting' ? due : undefined),
    },
    lives: { for: days(90), from: ({ due }) => due },
    forms: [withVersion],
  })

/**
 * The id of one person's question of one week. It is bound to the person, so that a card of a colleague is refused,
 * and it names nobody.
 */
export const questionId = (secrets: Secrets, tenant: string, person: PersonId, week: Week) =>
  `question-${week}-${secrets.hmac('question', tenant, person, week).slice(0, 12)}`

const OF_A_WEEK = /^question-(\d{4}-W\d\d)-/

/** The week of a question, as its id says; undefined when it is none. */
export const weekOfQuestion = (id: string): Week | undefined => OF_A_WEEK.exec(id)?.[1]

/** 0.1.0 lost the version of the question in some. */
function withVersion(delivery: Doc & { about: Record<string, string> }): object {
  const { version } = delivery.about
  if (version === undefined || isVersion(Number(version))) return delivery
  return { ...delivery, about: { ...delivery.about, version: String(LOST_VERSION) } }
}
