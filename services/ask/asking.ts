import type { Language, PersonId } from '../core/ports.ts'
import { clean } from '../core/text.ts'
import { days, instant, later } from '../core/time.ts'
import { type Ask, answerOf, isEnded } from './ask.ts'
import type { Knower } from './candidates.ts'
import type { Desk } from './desk.ts'
import type { KnownItem } from './ports.ts'
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
const KNOWN_SHOWN = 3
const RECENT = 20

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

  async function sameAgain(tenant: string, person: PersonId, question: string): Promise<Ask | undefined> {
    const since = instant(later(clock.now(), -SAME_QUESTION_MS))
    const asked = (await own(tenant, person)).slice(0, RECENT)
    return asked.find((ask) => ask.question === question && ask.at >= since && !isEnded(ask))
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
    async begin(
      asker: { tenant: string; person: PersonId; language: Language },
      turn: string,
      text: string,
    ): Promise<Asked> {
      const { tenant, person, language } = asker
      const question = clean(text).replace(/\s+/g, ' ')
      if (question.length > QUESTION_LIMIT) return { kind: 'too-long', text: question, limit: QUESTION_LIMIT }
      const id = ports.secrets.hmac('ask', tenant, person, turn).slice(0, 20)
      const known = (await desk.of(tenant, person, id)) ?? (await sameAgain(tenant, person, question))
      if (known) return known.state === 'looking' ? look(known) : { kind: 'standing', ask: known }
      const at = instant(clock.now())
      return look(
        await asks.put({
          tenant,
          person,
          id,
          question,
          language,
          at,
          state: 'looking',
          offers: [],
          answers: [],
          keep: {},
        }),
      )
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
