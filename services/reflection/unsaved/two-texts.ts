import { HOW } from '../../core/how.ts'
import type { Answering } from '../answering.ts'
import type { Author, Saved } from '../author.ts'
import { type Moment, type Moments, present } from '../moment.ts'
import type { AnswerInput } from '../schema.ts'
import type { Settling } from '../settling.ts'
import type { Answered } from '../writing.ts'
import type { SecondTexts } from './second-text.ts'
import { narrower, sharingOf } from './unsaved-texts.ts'

interface Parts {
  all: Moments
  seconds: SecondTexts
  settled: Settling
  answer: Answering['answer']
}

/** The new text below the first. A person who was cut off after that, and chose again, does not get it twice. */
function joined(first: string, second: string): string {
  const below = `\n\n${second}`
  return first.endsWith(below) ? first : first + below
}

/** A person chooses between their answer and the text that came when it was there already. */
export function twoTexts({ all, seconds, settled, answer }: Parts) {
  const unchanged = async (author: Author, moment: Moment): Promise<Saved> => ({
    kind: 'saved',
    moment,
    counted: await settled.standing(author, moment.week, moment.sharing),
  })

  return {
    /** The waiting text becomes the answer, instead of the one that is there or below it. */
    async takeSecond(author: Author, id: string, draft: string, both: boolean): Promise<Answered> {
      const known = await present(all, author, id)
      const text = await seconds.chosen(author, id, draft)
      if (!known) return { kind: 'not-yours' }
      if (!text) return unchanged(author, known)
      const how = HOW.find((one) => one === text.how) ?? (both ? known.how : undefined) ?? ''
      const input: AnswerInput = {
        moment: id,
        revision: String(known.revision),
        text: both ? joined(known.text, text.text) : text.text,
        how,
        // Nothing becomes readable for more people than its author chose for it.
        sharing: both ? narrower(known.sharing, sharingOf(text)) : sharingOf(text),
      }
      const outcome = await answer(author, input)
      if (outcome.kind === 'saved' || outcome.kind === 'asks-consent') await seconds.remove(author, draft)
      return outcome
    },

    /** The answer stays as it was, and the waiting text goes. */
    async keepFirst(author: Author, id: string, draft: string): Promise<Answered> {
      const known = await present(all, author, id)
      if (!known) return { kind: 'not-yours' }
      await seconds.remove(author, draft)
      return unchanged(author, known)
    },
  }
}
