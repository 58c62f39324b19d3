import type { Secrets } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { Moment } from '../moment.ts'
import type { AnswerInput } from '../schema.ts'
import { isLeft, markOf, type Unsaved, type UnsavedTexts, type Whose } from './unsaved-texts.ts'

/** An answer that finds another one: both are there until the person chose. */
export interface Second {
  kind: 'second'
  moment: Moment
  draft: Unsaved
}

/** Does this answer come from a card that shows less than there is, with other words or for other readers? */
export function isSecond(known: Moment | undefined, { revision, text, sharing }: AnswerInput): known is Moment {
  if (!known || known.removed || String(known.revision) === revision) return false
  const sameReaders = known.journalOnly || sharing === known.sharing || sharing === 'pulse'
  return clean(text) !== '' && (clean(text) !== known.text || !sameReaders)
}

/** Texts that came when there was an answer already: nothing that somebody typed is gone before they chose so. */
export function secondTexts({ unsaved, secrets }: { unsaved: UnsavedTexts; secrets: Secrets }) {
  /** The one that was shown last of those that wait, whatever moment it is for. */
  const newest = async (of: Whose) => (await unsaved.beside(of)).filter((one) => !isLeft(one)).at(-1)

  return {
    async hold(
      of: Whose,
      moment: Moment,
      { text, how, sharing }: Pick<AnswerInput, 'text' | 'how' | 'sharing'>,
    ): Promise<Second> {
      const words = clean(text)
      const draft = {
        id: `second-${markOf(secrets, `${moment.id} ${words} ${sharing}`)}`,
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

    remove: (of: Whose, id: string) => unsaved.remove(of, id),
  }
}

export type SecondTexts = ReturnType<typeof secondTexts>
