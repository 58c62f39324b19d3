import type { Typed } from './clauses.ts'
import { countOf, field, has, weigh } from './weigh.ts'
import { isParticiple, isPast } from './words.ts'

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
const NOISE = field(String.raw`
  ha(?:ha)+ · hi(?:hi)+ · he(?:he)+ · lol · hm+ · pff+ · tja · nou · oeps · ojee · o jee · sorry · jeetje · test ·
  proost · brr+ · zucht · boe · wow · wauw · jemig · poeh · oef · xx?(?![\p{L}]) · verkeerde chat · wrong chat ·
  per ongeluk · toetsenbord · foutje(?![\p{L}])(?!:)
`)
const CHAT = field(String.raw`
  koffie · lunch · weer(?:tje)?(?: (?:vandaag|he|hè|buiten))? · zon(?:netje)?(?![\p{L}]) · regen · vrijdag ·
  vakantie · tandarts · taart · jarig · gefeliciteerd · verjaardag · mop · grap · grapje · gezellig · lief · schat ·
  haha · moe(?![\p{L}]) · borrel · honger · pauze · trein · file · voetbal · ajax · feyenoord · robot · server ·
  bot(?![\p{L}]) · heerlijk · lekker · alweer · jij (?:ook|weer) · you too · same · zin in · bijna
`)
const SMALL_ASKS = field(String.raw`
  hoe gaat · hoe is (?:het|ie) · gaat (?:ie|het)(?: goed)? · alles (?:goed|lekker) · jarig · how are ·
  koffie(?![\p{L}]) · is het al · zit je
`)
const LATER =
  /(?<!\p{L})(?:geen tijd|straks|later|nu (?:even )?niet|even niet|morgen|druk|te druk|kom (?:er )?(?:later|straks)|ander keertje|no time|not now|busy|tomorrow)(?!\p{L})/u
const NONE =
  /^(?:nee+|nee hoor|niks|niets|nada|nope|geen idee|geen|n\.?v\.?t|nvt|no|none|nothing|no idea|weet (?:ik )?niet|zou(?: ik)? (?:het )?niet weten|niks bijzonders|niets bijzonders|-|geen enkele)[.! ]*$/u
const HELP = /^(?:help(?: me| mij)?|hulp)[.! ]*$/u

export type Tone = 'thanks' | 'greeting' | 'later' | 'none' | 'help' | 'nod' | 'chat'

const PATTERNS = [THANKS, HELLO, BYE, NODS, NOISE, CHAT]
const FILLERS =
  /^(?:voor|je|jij|jou|de|het|een|ik|en|dat|die|wat|is|zo|dan|maar|wel|hoor|wa|he|hè|al|er|nu|was|met|om|tot|even|heel|erg|ook|bot|leermoment|jullie|allemaal|alvast|hulp|snelle|reactie|herinnering|bericht|goede|fijne|prettige|for|your|the|a|to|is|it|that|so|very|much|all|u|uw|daar|naar|mijn|van|op|in|moet|ga|ben|heb|mij|me|weer|aan|this)$/u

/** How much a text is said to be kind, or to no purpose: it neither asks nor tells anything. */
export function smallTalkIn({ plain, words, isWordless }: Typed, work: number): number {
  if (isWordless || words.length === 0) return 4
  if (NONE.test(plain) || HELP.test(plain) || plain === '') return 4
  const all = words.join(' ')
  const known = words.filter((word) => FILLERS.test(word) || PATTERNS.some((pattern) => has(pattern, word))).length
  const hits = PATTERNS.reduce((sum, pattern) => sum + Math.min(countOf(pattern, all), 2), 0)
  const strange = words.length <= 3 && words.some(isMash)
  const told = words.filter((word) => isPast(word) || isParticiple(word)).length
  return weigh(
    [2.4, known / words.length],
    [0.6, Math.min(hits, 3)],
    [1.2, words.length <= 3],
    [0.4, words.length <= 6],
    [3, strange],
    [0.9, LATER.test(plain) && words.length <= 8],
    [1.2, has(SMALL_ASKS, all)],
    [-1.2, words.length > 10],
    [-0.5, Math.min(told, 2)],
    [0.5, work === 0],
    [-0.8, Math.min(Math.max(work - 1, 0), 2)],
    [-2.4, hits === 0 && !strange && !LATER.test(plain)],
  )
}

/** Letters that no word has: a cat on the keyboard. */
const isMash = (word: string) =>
  /(\p{L})\1{3,}/u.test(word) ||
  (word.length > 3 && !/[aeiouyáéíóúèëïöü]/u.test(word)) ||
  /^(?:asdf|qwert|sdfg|jkl|zxcv)/.test(word) ||
  /[bcdfghjklmnpqrstvwxz]{6,}/u.test(word)

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
