import { field, has } from './fields/weigh.ts'
import type { Typed } from './grammar/clauses.ts'

const THANKS = field(String.raw`
  dank · bedank · merci · thx · thanks · thank you · ty(?![\p{L}]) · cheers · graag gedaan · welcome
`)
const HELLO = field(String.raw`
  hoi · hai · hallo · hey · hee(?![\p{L}]) · hi(?![\p{L}]) · hello · yo(?![\p{L}]) · moin ·
  goede?(?:morgen|middag|navond|dag) · goeie(?:morgen|middag|navond|dag) · goeie ·
  good (?:morning|afternoon|evening) · morning · dag(?![\p{L}]) · fawaka · ewa · hallo daar · welkom · hoe gaat ·
  alles (?:goed|lekker|ok) · gaat ie · gaat het · how are · what.?s up · hoe is (?:het|ie)
`)
const BYE = field(String.raw`
  doei · doeg · dag hoor · houdoe · tot (?:de )?(?:morgen|straks|later|volgende|maandag|dan|zo|snel|ziens) · ciao ·
  bye · see you · fijn(?:e)? (?:weekend|dag|avond|vakantie|feest) · goed weekend · prettig · slaap lekker ·
  welterusten · weekend · feestdagen · kerst · gelukkig nieuw · joe(?![\p{L}]) · brb · later(?![\p{L}]) ·
  de groeten · groetjes · mazzel
`)
const NODS = field(String.raw`
  ok(?:e|é|ay|idoki|ido)?(?![\p{L}]) · k(?![\p{L}]) · ja(?:a+|wel|zeker|hoor)?(?![\p{L}]) ·
  nee(?:hoor)?(?![\p{L}]) · yes · yep · nope · no(?![\p{L}]) · prima · top(?![\p{L}]) · mooi(?: zo)?(?![\p{L}]) ·
  super · cool · nice · fijn(?![\p{L}]) · leuk · goed(?: zo)?(?![\p{L}]) · graag(?![\p{L}]) · aha · oh · duidelijk ·
  begrepen(?![\p{L}]) · helder · klopt · precies · akkoord · doe ik · komt goed · great · fine · sure · perfect ·
  snap ik
`)
const LATER =
  /(?<!\p{L})(?:geen tijd|straks|later|nu (?:even )?niet|even niet|morgen|druk|te druk|kom (?:er )?(?:later|straks)|ander keertje|no time|not now|busy|tomorrow)(?!\p{L})/u
const NONE =
  /^(?:nee+|nee hoor|niks|niets|nada|nope|geen idee|geen|n\.?v\.?t|nvt|no|none|nothing|no idea|weet (?:ik )?niet|zou(?: ik)? (?:het )?niet weten|niks bijzonders|niets bijzonders|-|geen enkele)[.! ]*$/u
const HELP = /^(?:help(?: me| mij)?|hulp)[.! ]*$/u

export type Tone = 'thanks' | 'greeting' | 'later' | 'none' | 'help' | 'nod' | 'chat'

/** It is nothing but marks or pictures, a plain no, or a cry for help in one word. */
export const isPlainTalk = ({ plain, isWordless, words }: Typed): boolean =>
  isWordless || words.length === 0 || plain === '' || NONE.test(plain) || HELP.test(plain) || isLater(plain)

/** One word of thanks, of greeting or of a nod: nobody wants to stop by it. */
export const isCourtesy = ({ words }: Typed): boolean =>
  words.length === 1 && [THANKS, HELLO, BYE, NODS].some((field) => has(field, words[0] ?? ''))

/** "Geen tijd", and nothing else. */
const isLater = (plain: string) => plain.replace(LATER, '').replace(/[^\p{L}]/gu, '') === ''

/** A number alone means what the list above it has under that number. */
export const isNumber = ({ plain }: Typed): boolean => /^\d+\W*$/.test(plain)

export function toneOf({ plain, words, isWordless }: Typed): Tone {
  const all = words.join(' ')
  if (isWordless) return 'nod'
  if (HELP.test(plain) || HELP.test(all)) return 'help'
  if (NONE.test(all)) return 'none'
  if (has(THANKS, all)) return 'thanks'
  if (LATER.test(all) && words.length <= 8 && !has(BYE, all)) return 'later'
  if (LATER.test(all) && /geen tijd|straks$|^later|nu (?:even )?niet|even niet/.test(all)) return 'later'
  if (plain === '' || (has(HELLO, all) && words.length <= 4)) return 'greeting'
  if (words.length <= 3 && has(NODS, all)) return 'nod'
  return 'chat'
}
