/** How a question asks for a person instead of an answer, in both languages. */
const FOR_A_PERSON = [
  /\bwie\b[^.?!]*\b(zei|zeggen|schreef|geschreven|gezegd|bedoel(t|de)|gaf|noemde|van jullie|was het|is het)\b/,
  /\b(van )?wie (is|was|komt|kwam)\b/,
  /\b(meld|laat) (je|jij|u|jullie|degene|mij weten wie)\b/,
  /\b(kom|loop)\b[^.?!]*\b(naar|bij) mij\b/,
  /\bdegene (die|van)\b/,
  /\bwho\b[^.?!]*\b(said|says|wrote|written|meant|means|gave|named|of you|was it|is it|is this)\b/,
  /\bwhose\b/,
  /\b(come|report|speak|talk)\b[^.?!]*\bto me\b/,
  /\bthe (one|person) who\b/,
]

/**
 * Whether a question to a block asks who said something. It cannot be told for certain, so it is no lock: who wants to ask
 * it finds other words. It keeps somebody from doing it without a thought.
 */
export function asksWho(text: string): boolean {
  const words = text.toLowerCase().replace(/\s+/g, ' ')
  return FOR_A_PERSON.some((way) => way.test(words))
}
