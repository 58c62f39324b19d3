/**
 * Whether a word is of somebody's work: not among those that everybody uses whatever they do for a living, the most used
 * ones of films and series in two languages.
 */
export type IsWorkWord = (word: string) => boolean

/** So many of the most used words say nothing about somebody's work. */
const MOST = { nl: 5000, en: 2500 }
const SHORTEST = 3

/** Everyday words too, that no film has so often: of the chat itself. */
const OURS = new Set(
  'bot chatbot chatgpt leermoment app appje appjes appen mail mailtje mailtjes melding meldingen pls plz aub svp hr avg privacy privacyverklaring anoniem teamleider leidinggevende typ typen typ invul invullen ingevuld opgeslagen meelezen meeleest terugzien account chat chats notificatie notificaties unsubscribe'.split(
    ' ',
  ),
)

export function createWorkWords(nl: readonly string[], en: readonly string[], trade: readonly string[]): IsWorkWord {
  const ofWork = new Set(trade)
  const common = new Set([...nl.slice(0, MOST.nl), ...en.slice(0, MOST.en)])
  const isCommon = (word: string) => common.has(word) && !ofWork.has(word)
  return (word) =>
    word.length >= SHORTEST &&
    !/^\d/.test(word) &&
    !OURS.has(word) &&
    !isCommon(word) &&
    !isCommon(word.replace(/(?:'s|s|en|t|e|je|jes|d)$/u, '')) &&
    !isCommon(`${word}en`)
}

/** How many words of a text are of somebody's work. */
export const workIn = (words: readonly string[], isWorkWord: IsWorkWord): number =>
  new Set(words.filter((word) => isWorkWord(word))).size
