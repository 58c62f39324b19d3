import type { Language, PersonId } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { clean } from '../core/text.ts'
import { days, instant, later, weekOf } from '../core/time.ts'
import { type Ask, answerOf, isEnded } from './ask.ts'
import type { Desk } from './desk.ts'
import type { KnownItem } from './ports.ts'
import type { Knower } from './ranked.ts'
import { QUESTION_LIMIT } from './schema.ts'

export interface Looking {
  kind: 'looking'
  ask: Ask
  known: KnownItem[]
  /** `choice` stands for the knower on the card of this ask: it names nobody, and is nothing anywhere else. */
  knowers: (Knower & { choice: string })[]
}

/** What the asker sees of an ask that was sent: who was asked and whether somebody helps. */
export interface Standing {
  kind: 'standing'
  ask: Ask
}

export type Asked = Looking | Standing | { kind: 'too-long'; text: string; limit: number }
export type Sent = Standing | { kind: 'not-yours' } | { kind: 'not-available' }

/** The same words within this time are the same question, sent twice or typed twice. */
const SAME_QUESTION_MS = days(2)
/** One that is over is asked anew, but not so soon: then it was brought again. */
const BROUGHT_AGAIN_MS = 60_000
const KNOWN_SHOWN = 3
const RECENT = 20

interface Asker {
  tenant: string
  person: PersonId
  language: Language
}

/** The asker's side: look, send, hear, thank, close. */
export function asking(desk: Desk) {
  const { ports, asks } = desk
  const { clock, candidates } = ports

  const own = async (tenant: string, person: PersonId): Promise<Ask[]> => {
    const { items } = await asks.find(
      { tenant, person },
      { index: 'at', from: instant(later(clock.now(), -days(60))), limit: 500 },
    )
    return items.reverse()
  }

  function isSame(ask: Ask, question: string): boolean {
    const within = isEnded(ask) ? BROUGHT_AGAIN_MS : SAME_QUESTION_MS
    return ask.question === question && ask.at >= instant(later(clock.now(), -within))
  }

  /** The ask of this turn, or of these words a short while ago; else a new one. */
  async function begun({ tenant, person, language }: Asker, turn: string, question: string): Promise<Ask> {
    const asked = await own(tenant, person)
    const known = asked.find((ask) => ask.turn === turn) ?? asked.slice(0, RECENT).find((ask) => isSame(ask, question))
    if (known) return known
    // Of two that arrive at the same moment each makes the same id: one of them is kept.
    const before = asked.find((ask) => ask.question === question)?.id ?? ''
    const id = ports.secrets.hmac('ask', tenant, person, question, before, weekOf(clock.now())).slice(0, 20)
    const at = instant(clock.now())
    const state = 'looking'
    const ask: Ask = { tenant, person, id, turn, question, language, at, state, offers: [], answers: [], keep: {} }
    const { doc } = await change(asks, ask, (current) => (current ? undefined : ask), { current: undefined })
    return doc ?? ask
  }

  async function look(ask: Ask): Promise<Looking> {
    // First, for it reads what was shared elsewhere a moment ago.
    const knowers = await choices(ask)
    const known = await ports.known(ask.tenant, ask.person, ask.question, ask.language, KNOWN_SHOWN)
    return { kind: 'looking', ask, known, knowers }
  }

  async function choices(ask: Ask) {
    const found = await candidates.find(ask)
    const choiceOf = (person: PersonId) => ports.secrets.hmac('knower', ask.tenant, ask.id, person).slice(0, 12)
    return found.map((knower) => ({ ...knower, choice: choiceOf(knower.person.id) }))
  }

  return {
    /** Begins with what is known already; nobody is disturbed yet. `turn` makes a replay find the same ask. */
    async begin(asker: Asker, turn: string, text: string): Promise<Asked> {
      const question = clean(text).replace(/\s+/g, ' ')
      if (question.length > QUESTION_LIMIT) return { kind: 'too-long', text: question, limit: QUESTION_LIMIT }
      const ask = await begun(asker, turn, question)
      return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
    },

    /** The question as it stands: still looking, or already on its way. */
    async show(tenant: string, person: PersonId, id: string): Promise<Looking | Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
    },

    /** Puts the question to one colleague: the chosen one, or the best one who has room this week. */
    async send(tenant: string, person: PersonId, id: string, choice: string): Promise<Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      if (ask.state !== 'looking') return { kind: 'standing', ask }
      const knowers = await choices(ask)
      const chosen = choice === 'anyone' ? knowers[0] : knowers.find((knower) => knower.choice === choice)
      if (choice !== 'anyone' && !chosen) return { kind: 'not-available' }
      const at = instant(clock.now())
      const stepped = await desk.step(ask, (current) => {
        if (current.state !== 'looking') return undefined
        if (!chosen) return { ...current, state: 'nobody', told: true }
        const offer = { person: chosen.person.id, reason: chosen.reason, at, state: 'offered' as const }
        return { ...current, state: 'open', offers: [...current.offers, offer] }
      })
      return { kind: 'standing', ask: stepped.ask }
    },

    /** An item of the knowledge bank was enough: it counts as applied once, however often the button is pressed. */
    async foundKnown(tenant: string, person: PersonId, id: string, item: string): Promise<'thanked' | 'not-yours'> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return 'not-yours'
      // Only what this question brings up can have helped with it.
      const isShown = (await look(ask)).known.some((known) => known.id === item)
      if (!isShown && !isEnded(ask)) return 'not-yours'
      const { changed } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'known' },
      )
      if (changed) await ports.applied(tenant, item)
      return 'thanked'
    },

    /** This answer helped, or the newest one. With `keep` the helper is asked whether colleagues may read it too. */
    async helped(
      tenant: string,
      person: PersonId,
      id: string,
      keep: boolean,
      which?: string,
    ): Promise<Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      const answer = ask && (ask.answers.find((one) => one.id === which) ?? answerOf(ask))
      if (!ask || !answer) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, (current) =>
        !isEnded(current) && current.state !== 'looking'
          ? { ...current, state: 'helped', helpedBy: answer.by, keep: { ...current.keep, asker: keep } }
          : undefined,
      )
      return { kind: 'standing', ask: now }
    },

    /** Not helped yet: the next colleague is asked. Nobody is told that an answer fell short. */
    async notYet(tenant: string, person: PersonId, id: string): Promise<Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      if (ask.state !== 'answered') return { kind: 'standing', ask }
      const [next] = await candidates.find(ask, 1)
      const at = instant(clock.now())
      const { ask: now } = await desk.step(ask, (current) => {
        if (current.state !== 'answered') return undefined
        if (!next) return { ...current, state: 'nobody', told: true }
        const offer = { person: next.person.id, reason: next.reason, at, state: 'offered' as const }
        return { ...current, state: 'open', offers: [...current.offers, offer] }
      })
      return { kind: 'standing', ask: now }
    },

    async close(tenant: string, person: PersonId, id: string): Promise<Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'closed' },
      )
      return { kind: 'standing', ask: now }
    },

    /** The asks of this person, newest first. */
    own,
    /** The newest ask in one of these states, for a typed command that names none. */
    async latest(tenant: string, person: PersonId, ...states: Ask['state'][]): Promise<Ask | undefined> {
      return (await own(tenant, person)).find(({ state }) => states.includes(state))
    },
  }
}

export type Asking = ReturnType<typeof asking>
