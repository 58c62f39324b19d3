import type { Language } from '../../../services/core/ports.ts'
import type { PromptShown, Words } from '../../../services/prompts/schema.ts'
import { useWords } from '../../session.ts'
import { inLanguages } from '../../words/languages.ts'
import { tuningWords } from '../../words/tuning.ts'

type Version = PromptShown['versions'][number]

/** How the example begins on the card, whatever HR writes. */
export const FIRST = inLanguages('Bijvoorbeeld: ', 'For example: ')

export const LANGUAGES: readonly Language[] = ['nl', 'en']

/** The words alone, without the number and the state of a version. */
export const wordsOf = ({ nl, en }: Version): Words => ({ nl, en })

/** What is asked now; undefined when nothing was published yet. */
export const inUse = ({ versions }: PromptShown): Version | undefined =>
  versions.findLast(({ status }) => status === 'published')

/** What is being written; undefined when everything is published or withdrawn. */
export const draftOf = ({ versions }: PromptShown): Version | undefined =>
  versions.find(({ status }) => status === 'draft' || status === 'test')

/** The question as somebody finds it in a list. */
export const titleOf = (prompt: PromptShown, language: Language): string =>
  (inUse(prompt) ?? draftOf(prompt) ?? prompt.versions[0])?.[language].question ?? prompt.id

/** The municipality's own versions count from a thousand. */
const OWN_FROM = 1000
export const isOwn = ({ version }: Version) => version > OWN_FROM
export const numberOf = ({ version }: Version) => (version > OWN_FROM ? version - OWN_FROM : version)

/** What a version is called, in the reader's language. */
export function useNameOf() {
  const words = useWords(tuningWords)
  return (version: number) => (version > OWN_FROM ? words.version(version - OWN_FROM) : words.standard)
}

export const EMPTY: Words = {
  nl: { question: '', why: '', example: FIRST.nl },
  en: { question: '', why: '', example: FIRST.en },
}
