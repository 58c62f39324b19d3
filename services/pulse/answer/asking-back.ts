import type { Clock, PersonId } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { LeavingCheck } from '../../core/text/signs.ts'
import { instant } from '../../core/time.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { asksWho } from './asks-who.ts'
import type { Decisions } from './decisions.ts'
import type { QuestionBack, Response } from './documents.ts'
import { QUESTION_LIMIT } from './response-schema.ts'
import type { Responses } from './responses.ts'
import { isThanksAlone } from './thanks.ts'

/** Why what was written is no question to a block yet. */
export type NoQuestion = 'too-short' | 'too-long' | 'thanks-alone' | 'asks-who' | 'personal'

export type AskedBack =
  | { kind: 'asks'; pulse: KeptPulse; problem?: NoQuestion; given?: string }
  /** Once for each pulse. */
  | { kind: 'asked-before' }
  | { kind: 'asked' }
  | { kind: 'not-yours' }

interface AskingBackPorts {
  clock: Clock
  leaving: LeavingCheck
  audience: Pick<Audience, 'mayAnswer' | 'markOf'>
  responses: Responses
  decisions: Pick<Decisions, 'hashOfQuestion'>
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
}

const FEWEST_WORDS = 3

function problemOf(text: string): NoQuestion | undefined {
  if (text.split(/\s+/).length < FEWEST_WORDS) return 'too-short'
  if (text.length > QUESTION_LIMIT) return 'too-long'
  if (isThanksAlone(text)) return 'thanks-alone'
  return asksWho(text) ? 'asks-who' : undefined
}

/**
 * The person who answers a pulse may ask its block something back: all of it, never an author, and once. What people
 * say to it goes the way of everything they say, and is tied to no question.
 */
export function askingBack({ clock, leaving, audience, responses, decisions, pulseOf }: AskingBackPorts) {
  async function stands(tenant: string, person: PersonId, id: string) {
    const [pulse, response] = await Promise.all([pulseOf(tenant, id), responses.of(tenant, id)])
    return pulse && response && (await audience.mayAnswer(pulse, person)) ? { pulse, response } : undefined
  }

  return {
    async open(tenant: string, person: PersonId, id: string): Promise<AskedBack> {
      const one = await stands(tenant, person, id)
      if (!one) return { kind: 'not-yours' }
      return one.response.question ? { kind: 'asked-before' } : { kind: 'asks', pulse: one.pulse }
    },

    async ask(tenant: string, person: PersonId, id: string, words: string): Promise<AskedBack> {
      const one = await stands(tenant, person, id)
      if (!one) return { kind: 'not-yours' }
      const text = clean(words)
      const problem = problemOf(text) ?? ((await leaving(tenant, text)).leftOut.length > 0 ? 'personal' : undefined)
      if (problem && !one.response.question) return { kind: 'asks', pulse: one.pulse, problem, given: words }
      const by = audience.markOf(tenant, person)
      const question: QuestionBack = {
        text,
        by,
        at: instant(clock.now()),
        hash: decisions.hashOfQuestion(id, text),
        untold: true,
      }
      let isFirst = false
      await responses.saveAndTell(one.response, (current): Response | undefined => {
        isFirst = current.question === undefined
        return isFirst ? { ...current, question } : undefined
      })
      return { kind: isFirst ? 'asked' : 'asked-before' }
    },
  }
}
