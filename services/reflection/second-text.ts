import type { PersonId, Secrets } from '../core/ports.ts'
import { clean } from '../core/text/clean.ts'
import type { Moment } from './moment.ts'
import { type AnswerInput, type LeaveInput, SHARING, type Sharing } from './schema.ts'

type Whose = { tenant: string; person: PersonId }

/** A text for a moment that is not kept there: left behind in a card, or come when there was an answer already. */
export interface Unsaved {
  id: string
  moment: string
  text: string
  how: string
  sharing: string
}

export interface UnsavedTexts {
  keepBeside(of: Whose, text: Unsaved): Promise<void>
  /** Of this moment, or of all of them; oldest first. */
  beside(of: Whose, moment?: string): Promise<Unsaved[]>
  remove(of: Whose, id: string): Promise<void>
}

/** An answer that finds another one: both are there until the person chose. */
export interface Second {
  kind: 'second'
  moment: Moment
  draft: Unsaved
}

/** Begins the id of a text that was left behind in a card; there is one for each moment. */
const LEFT = 'left-'
/** So much of it is kept, in characters: a card sends no more at once. */
const LEFT_LIMIT = 20_000
const isLeft = ({ id }: Unsaved) => id.startsWith(LEFT)

/** The narrower of two audiences. */
export const narrower = (one: Sharing, other: Sharing): Sharing =>
  SHARING[Math.min(SHARING.indexOf(one), SHARING.indexOf(other))] ?? 'self'

export const sharingOf = ({ sharing }: Unsaved): Sharing => SHARING.find((one) => one === sharing) ?? 'self'

/** Both, the newest last. Where that is too much, the oldest words make room: no document grows without end. */
const joined = (before: string, text: string) => clean(`${before}\n\n${text}`.slice(-LEFT_LIMIT))

/** Texts beside a moment: nothing that somebody typed is gone before they chose so. */
export function secondTexts({ unsaved, secrets }: { unsaved: UnsavedTexts; secrets: Secrets }) {
  const markOf = (text: string) => secrets.hmac('unsaved', text).slice(0, 12)
  const leftOf = async (of: Whose, moment: string) => (await unsaved.beside(of, moment)).find(isLeft)
  /** The one that was shown last of those that wait, whatever moment it is for. */
  const newest = async (of: Whose) => (await unsaved.beside(of)).filter((one) => !isLeft(one)).at(-1)

  return {
    /** Stands for these words on a card. */
    markOf,
    leftOf,

    /** Does this answer come from a card that shows less than there is, with other words or for other readers? */
    isSecond(known: Moment | undefined, { revision, text, sharing }: AnswerInput): known is Moment {
      if (!known || known.removed || String(known.revision) === revision) return false
      const sameReaders = known.journalOnly || sharing === known.sharing || sharing === 'pulse'
      return clean(text) !== '' && (clean(text) !== known.text || !sameReaders)
    },

    async hold(
      of: Whose,
      moment: Moment,
      { text, how, sharing }: Pick<AnswerInput, 'text' | 'how' | 'sharing'>,
    ): Promise<Second> {
      const words = clean(text)
      const draft = {
        id: `second-${markOf(`${moment.id} ${words} ${sharing}`)}`,
        moment: moment.id,
        text: words,
        how,
        sharing,
      }
      await unsaved.keepBeside(of, draft)
      return { kind: 'second', moment, draft }
    },

    /** The text that waits for a choice, the oldest first. As it is shown now, it is what the typed words are about. */
    async waiting(of: Whose, moment: Moment): Promise<Second | undefined> {
      const draft = (await unsaved.beside(of, moment.id)).find((one) => !isLeft(one))
      if (!draft) return undefined
      if ((await newest(of))?.id !== draft.id) await unsaved.keepBeside(of, draft)
      return { kind: 'second', moment, draft }
    },

    newest,

    async chosen(of: Whose, moment: string, id: string): Promise<Unsaved | undefined> {
      return (await unsaved.beside(of, moment)).find((one) => one.id === id)
    },

    /**
     * Keeps what was typed in a card that is put away. What another card left is joined with it, unless this card showed it.
     */
    async leave(of: Whose, input: LeaveInput, known: Moment | undefined): Promise<void> {
      const text = clean(input.text)
      if (!text || text === known?.text) return
      const before = await leftOf(of, input.moment)
      const isSeen = !before || input.draft === markOf(before.text)
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
      if (left && draft === markOf(left.text)) await unsaved.remove(of, left.id)
    },

    remove: (of: Whose, id: string) => unsaved.remove(of, id),

    /** The moment goes, and what was written for it goes too. */
    async removeAll(of: Whose, moment: string): Promise<void> {
      for (const { id } of await unsaved.beside(of, moment)) await unsaved.remove(of, id)
    },
  }
}

export type SecondTexts = ReturnType<typeof secondTexts>
