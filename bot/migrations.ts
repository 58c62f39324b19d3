import type { Steps } from '../services/core/migrated.ts'
import type { Doc } from '../services/core/ports.ts'
import { currentTicks } from '../services/core/ticks.ts'
import type { Response } from '../services/pulse/answers.ts'

/**
 * 0.1.0 kept the version of a question in `asked` under the name where the form of the document is stamped, and lost it
 * there. What had no version to be stamped over was refused, so every note that was kept is of version 1 of its question;
 * what was made from such a note has no version, or the word for none.
 */
const LOST = 1
const isVersion = (version: unknown) => Number.isInteger(version)

/**
 * How documents of earlier releases become what this one writes. To change the form of a collection, add a step at the
 * end of its list, and never take one away:
 *
 *   moments: [({ text, ...moment }: Doc & { text: string }) => ({ ...moment, words: text })],
 */
export const MIGRATIONS: Steps = {
  asked: [(note: Doc) => ({ ...note, promptVersion: LOST })],
  moments: [
    (moment: Doc & { prompt?: { id: string; version?: unknown } }) => {
      const { prompt } = moment
      if (!prompt || isVersion(prompt.version)) return moment
      return { ...moment, prompt: { ...prompt, version: LOST } }
    },
    // Needs and barriers were two lists of six words, which asked the same twice.
    ({ needs = [], barriers = [], ...moment }: Doc & { needs?: string[]; barriers?: string[] }) => ({
      ...moment,
      ...(needs.length + barriers.length > 0 && { needs: currentTicks([...needs, ...barriers]) }),
    }),
  ],
  contributions: [({ needs, ...given }: Doc & { needs: string[] }) => ({ ...given, needs: currentTicks(needs) })],
  deliveries: [
    (delivery: Doc & { about: Record<string, string> }) => {
      const { version } = delivery.about
      if (version === undefined || isVersion(Number(version))) return delivery
      return { ...delivery, about: { ...delivery.about, version: String(LOST) } }
    },
  ],
  // "Applied" means that somebody changed what they do; what was counted here is that an answer helped.
  knowledge: [({ applied, ...item }: Doc & { applied: number }) => ({ ...item, helped: applied })],
  responses: [unjudged],
}

/**
 * Until 0.1.0 the quotes of a pulse were its first point, with a verdict. What was sent of it stays as it was sent. What was only
 * noted is not sent any more: it waits for an answer in words, with the reason that was written.
 */
function unjudged({ points, ...response }: Response): Response {
  return {
    ...response,
    points: points.map(({ noted, ...one }) => {
      if (one.point.kind !== 'words' || one.state !== 'noted' || one.promised || !noted)
        return { ...one, ...(noted && { noted }) }
      return { ...one, state: 'open', noted: { decision: 'antwoord', reason: noted.reason } }
    }),
  }
}
