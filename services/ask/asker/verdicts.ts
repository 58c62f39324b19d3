import type { PersonId } from '../../core/ports.ts'
import { instant } from '../../core/time.ts'
import { answerOf, isEnded } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import { withNext } from './next-colleague.ts'
import { onLine } from './on-line.ts'
import { type NotYours, type Sent, type Standing, telling } from './outcomes.ts'

/** What the asker says of an answer: it helped, it did not yet, it was about something else. */
export function verdicts(desk: Desk) {
  const { clock, candidates, leaving } = desk.ports
  return {
    /** This answer helped, or the newest one. With `keep` the helper is asked whether colleagues may read it too. */
    async helped(
      tenant: string,
      person: PersonId,
      id: string,
      keep: boolean,
      which?: string,
    ): Promise<Standing | NotYours> {
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
      const { ask: now } = await desk.step(ask, (current) =>
        current.state === 'answered' ? withNext(desk, current, next) : undefined,
      )
      return { kind: 'standing', ask: now }
    },

    /** The answer was about something else: the asker's words go to its author, who may answer once more. */
    async writeBack(tenant: string, person: PersonId, id: string, text: string): Promise<Sent> {
      const ask = await desk.of(tenant, person, id)
      const { text: remark, leftOut } = await leaving(tenant, onLine(text))
      if (!ask || !remark) return { kind: 'not-yours' }
      const at = instant(clock.now())
      const { ask: now } = await desk.step(ask, (current) => {
        const answer = answerOf(current)
        if (current.state !== 'answered' || !answer) return undefined
        return {
          ...withOffer(current, answer.by, { state: 'accepted', accepted: at, remarked: at }),
          state: 'open',
          remark,
        }
      })
      return telling({ kind: 'standing', ask: now }, leftOut)
    },
  }
}
