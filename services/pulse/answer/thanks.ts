/** Words of thanks, in both languages. */
const THANKS =
  /^(be)?dank(t|en|baar|jewel|jullie|u|uwel|julliewel)?$|^thank(s|ful|you)?$|^merci$|^grateful$|^appreciate$/

/** What is written around thanks, and is no reason by itself. */
const AROUND = new Set(
  [
    'aan al alle allemaal als antwoorden bijdrage bijdragen blij collega’s dat de deze delen die dit dus echt een eerlijke eerlijkheid en er erg fijn goed',
    'graag hartelijk heel het hier iedereen ik in inbreng inzet input is je jij jouw jullie leuk meedenken met mooi mooie moeite onze ook open openheid',
    'openhartige opmerkingen puls reactie reacties super team top u uw van veel voor waardeer waardevol waardevolle was wat we weer wel wij woorden zeer zijn zo zoveel',
    'a all am and answers are at awesome being colleagues contribution contributions everybody everyone for giving glad good great i’m honest honesty i input',
    'it kind lot lovely me much my nice of open openness our pleased pulse really reply replies sharing so such taking team that the these this time to very',
    'we well with wonderful words you your',
  ].flatMap((line) => line.split(' ')),
)

/** So many words beside thanks make a reason. */
const FEWEST = 3

/** Whether a text says nothing but thanks, in Dutch or English. */
export function isThanksAlone(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replaceAll("'", '’')
      .match(/[\p{L}\p{N}’-]+/gu) ?? []
  const isThanks = words.some((word) => THANKS.test(word))
  return isThanks && words.filter((word) => !THANKS.test(word) && !AROUND.has(word)).length < FEWEST
}
