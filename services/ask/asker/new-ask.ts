import type { Language, PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { clean } from '../../core/text/clean.ts'
import { days, instant, later, weekOf } from '../../core/time.ts'
import { type Ask, isEnded } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { type Looking, lookup } from '../choices.ts'
import type { Knower } from '../routing/ranked.ts'
import { alike } from '../routing/similar.ts'
import { QUESTION_LIMIT } from '../schema.ts'

export type Begun =
  | Looking
  | { kind: 'standing'; ask: Ask }
  /** The asker asked about the same thing before: that one is shown first. */
  | { kind: 'similar'; ask: Ask; earlier: Ask }
  | { kind: 'too-long'; text: string; limit: number }

export interface Asker {
  tenant: string
  person: PersonId
  language: Language
}

/** The same words within this time are the same question, sent twice or typed twice. */
const SAME_QUESTION_MS = days(2)
/** One that is over is asked anew, but not so soon: then it was brought again. */
const BROUGHT_AGAIN_MS = 60_000
const RECENT = 20

/** How a typed question becomes an ask. Nobody is disturbed yet. */
export function newAsk(desk: Desk, own: (tenant: string, person: PersonId) => Promise<Ask[]>) {
  const { ports, asks } = desk
  const { clock } = ports
  const { look } = lookup(desk)

  /** The ask of this turn, or of these words a short while ago. */
  const knownAmong = (asked: Ask[], turn: string, question: string) =>
    asked.find((ask) => ask.turn === turn) ?? asked.slice(0, RECENT).find((ask) => isSame(ask, question, clock.now()))

  /** Of two that arrive at the same moment each makes the same id: one of them is kept. */
  function idOf({ tenant, person }: Asker, asked: Ask[], question: string): string {
    const before = asked.find((ask) => ask.question === question)?.id ?? ''
    return ports.secrets.hmac('ask', tenant, person, question, before, weekOf(clock.now())).slice(0, 20)
  }

  async function shown(ask: Ask, found?: Knower[]): Promise<Begun> {
    if (ask.state !== 'looking') return { kind: 'standing', ask }
    const earlier = ask.like ? await desk.of(ask.tenant, ask.person, ask.like) : undefined
    return earlier ? { kind: 'similar', ask, earlier } : look(ask, found)
  }

  /** `turn` makes a replay find the same ask. */
  return async (asker: Asker, turn: string, text: string): Promise<Begun> => {
    const { tenant, person, language } = asker
    const written = clean(text).replace(/\s+/g, ' ')
    if (written.length > QUESTION_LIMIT) return { kind: 'too-long', text: written, limit: QUESTION_LIMIT }
    const { text: question, leftOut } = await ports.leaving(tenant, written)
    const asked = await own(tenant, person)
    const known = knownAmong(asked, turn, question)
    if (known) return shown(known)
    const isAlike = alike(await ports.analysis(), language)
    const like = asked.slice(0, RECENT).find((ask) => mayHelp(ask) && isAlike(ask.question, question))
    const ask: Ask = {
      tenant,
      person,
      id: idOf(asker, asked, question),
      turn,
      question,
      language,
      at: instant(clock.now()),
      ...(leftOut.length > 0 && { written, leftOut }),
      ...(like && { like: like.id }),
      state: 'looking',
      offers: [],
      answers: [],
      keep: {},
    }
    const { reach, knowers } = await ports.candidates.toChoose(ask)
    const begun = { ...ask, reach }
    const { doc } = await change(asks, ask, (current) => (current ? undefined : begun), { current: undefined })
    return shown(doc ?? begun, knowers)
  }
}

function isSame(ask: Ask, question: string, now: Date): boolean {
  const within = isEnded(ask) ? BROUGHT_AGAIN_MS : SAME_QUESTION_MS
  return ask.question === question && ask.at >= instant(later(now, -within))
}

/** Sent, and not given up: there may be an answer in it. */
const mayHelp = ({ state }: Ask) => state !== 'looking' && state !== 'closed'
