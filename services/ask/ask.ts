import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import type { LeftOut } from '../core/text/signs.ts'
import { months, type Week } from '../core/time.ts'
import type { Rung } from './routing/next-rung.ts'
import type { ShownRole } from './routing/shown-role.ts'

/** Why somebody is asked, as facts; the card puts it into words. */
export type Reason =
  | { kind: 'shared'; count: number; word: string; last: Instant }
  | { kind: 'declared'; topic: string }
  | { kind: 'works'; team: string; jobTitle?: string }
  | { kind: 'named'; by?: PersonId }

/** An ask put to one colleague. What the colleague does with it is theirs: the asker never sees a reason. */
export interface Offered {
  person: PersonId
  reason: Reason
  at: Instant
  state: 'offered' | 'accepted' | 'declined' | 'forwarded' | 'expired' | 'answered'
  /** When it was accepted. */
  accepted?: Instant
  /** When the asker wrote back that the answer was about something else. */
  remarked?: Instant
}

/** What one colleague wrote. The id tells it from the others and names nobody. */
export interface Answer {
  id: string
  by: PersonId
  text: string
  at: Instant
}

/** A question to colleagues. It lies with the asker, and is the one truth about who was asked and who helps. */
export interface Ask extends Doc {
  person: PersonId
  /** The turn that began it, so that it is found when that arrives again. */
  turn?: string
  /** As colleagues read it: without numbers and addresses of people, unless the asker says that they are needed. */
  question: string
  /** The question as it was written, while it has yet to be sent and something was left out of it. */
  written?: string
  leftOut?: LeftOut[]
  /** The question behind the question: what the asker wants to be able to do. */
  purpose?: string
  /** Who was chosen on the card meanwhile. */
  to?: string
  /** What the asker wrote back to the person who answered last. */
  remark?: string
  /** The asker saw what a colleague will read, and could say what is behind it. */
  clarified?: boolean
  /** An earlier question of the same asker about the same thing, until they say that this one is new. */
  like?: string
  /** How far it goes; absent means the whole municipality. */
  reach?: Rung
  /** Nobody who was asked may see the asker's name, only this. */
  role?: ShownRole
  language: Language
  at: Instant
  /**
   * `looking`: shown what is known, nobody asked yet · `open`: colleagues were asked · `answered`: the asker has an
   * answer · `nobody`: nobody is left to ask · `helped`, `known`, `closed`: ended by the asker.
   */
  state: 'looking' | 'open' | 'answered' | 'nobody' | 'helped' | 'known' | 'closed'
  offers: Offered[]
  /** Every answer that came, oldest first: two colleagues may both have written. */
  answers: Answer[]
  /** Whose answer helped. */
  helpedBy?: PersonId
  /** What both said about keeping it for colleagues; it is kept when both are true. `due` is the answer for which that is not done yet. */
  keep: { asker?: boolean; helper?: boolean; due?: string }
  /** Nobody else is left within reach while somebody was asked: the asker may want to look further. */
  stuck?: boolean
  /** The asker saw that nobody is left on the card they pressed: no message has to say it again. */
  told?: boolean
  /** When somebody has to look at it again. */
  due?: Instant
}

/** The colleague's side: which asks were put to me, and when. It holds no text. */
export interface Offer extends Doc {
  person: PersonId
  asker: PersonId
  week: Week
  at: Instant
  /** When this person last said yes, or wrote an answer without a yes before it. */
  promised?: Instant
  /** An answer that was typed and not sent, for this person alone. */
  unsent?: string
  /** Stands for the words that this person saw last as they will be read. */
  shown?: string
}

export const asks = (store: Store): Collection<Ask> =>
  store.collection<Ask>({
    name: 'asks',
    owner: 'person',
    indexes: { at: ({ at }) => at, due: ({ due }) => due },
    lives: { for: months(24), from: ({ at }) => at },
  })

export const offers = (store: Store): Collection<Offer> =>
  store.collection<Offer>({
    name: 'offers',
    owner: 'person',
    indexes: { at: ({ at }) => at, week: ({ week }) => week },
    lives: { for: months(24), from: ({ at }) => at },
    forms: [withPromised],
  })

/** Of an older offer nobody knows whether a yes came: the ask says so. */
const withPromised = (offer: Doc & { at: Instant }): object => ({ ...offer, promised: offer.at })

export const isEnded = ({ state }: Ask) => state === 'helped' || state === 'known' || state === 'closed'

/** Colleagues had it, or need not: it is a question that was asked, and not one that was only begun. */
export const isAsked = ({ state, offers }: Ask) => offers.length > 0 || state === 'nobody' || state === 'known'

export const offerTo = (ask: Ask, person: PersonId) => ask.offers.find((offer) => offer.person === person)

/** The answer that helped, else the newest one. */
export const answerOf = ({ answers, helpedBy }: Ask): Answer | undefined =>
  answers.findLast(({ by }) => by === helpedBy) ?? answers.at(-1)

/** What is looked for: the question, with what is behind it. */
export const textOf = ({ question, purpose }: Pick<Ask, 'question' | 'purpose'>) =>
  purpose ? `${question} ${purpose}` : question

export const reachOf = ({ reach = 'municipality' }: Pick<Ask, 'reach'>): Rung => reach

/** Who is helping now, if anybody. */
export const helperOf = (ask: Ask) => ask.offers.find(({ state }) => state === 'accepted')

/** The asker would like to keep the answer of this person, who has not said yet whether that may be. */
export const asksToKeep = (ask: Ask, person: PersonId): boolean =>
  ask.keep.asker === true && ask.keep.helper === undefined && answerOf(ask)?.by === person

/** The knowledge item of an ask: the same id again is the same item. */
export const itemOf = (ask: Pick<Ask, 'id'>) => `answer-${ask.id}`

/** The ask behind a knowledge item. */
export const askOf = (item: string) => item.replace(/^answer-/, '')
