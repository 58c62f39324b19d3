import type { Secrets } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { Moment } from '../moment.ts'
import type { AnswerInput, LeaveInput } from '../schema.ts'
import { isLeft, LEFT, markOf, narrower, sharingOf, type UnsavedTexts, type Whose } from './unsaved-texts.ts'

/** So much of it is kept, in characters: a card sends no more at once. */
const LEFT_LIMIT = 20_000

/** Both, the newest last. Where that is too much, the oldest words make room: no document grows without end. */
const joined = (before: string, text: string) => clean(`${before}\n\n${text}`.slice(-LEFT_LIMIT))

/** What somebody typed in a card and did not send. */
export function leftTexts({ unsaved, secrets }: { unsaved: UnsavedTexts; secrets: Secrets }) {
  const leftOf = async (of: Whose, moment: string) => (await unsaved.beside(of, moment)).find(isLeft)

  return {
    leftOf,

    /**
     * Keeps what was typed in a card that is put away. What another card left is joined with it, unless this card showed it.
     */
    async leave(of: Whose, input: LeaveInput, known: Moment | undefined): Promise<void> {
      const text = clean(input.text)
      if (!text || text === known?.text) return
      const before = await leftOf(of, input.moment)
      const isSeen = !before || input.draft === markOf(secrets, before.text)
      const isWhole = isSeen || text.includes(before.text)
      const whole = isWhole ? text : before.text.includes(text) ? before.text : joined(before.text, text)
      const { moment, how } = input
      // Words that this card did not show are for no more people than was chosen for them.
      const sharing = isSeen ? input.sharing : narrower(sharingOf(before), input.sharing)
      await unsaved.keepBeside(of, { id: LEFT + moment, moment, text: whole, how, sharing })
    },

    /** Words were kept from a card that showed what was left behind: that is in them now. Other words stay. */
    async settleLeft(of: Whose, { moment, draft }: AnswerInput): Promise<void> {
      const left = draft && (await leftOf(of, moment))
      if (left && draft === markOf(secrets, left.text)) await unsaved.remove(of, left.id)
    },
  }
}

export type LeftTexts = ReturnType<typeof leftTexts>
