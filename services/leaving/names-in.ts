import { ALSO_WORDS, GIVEN_NAMES, SURNAMES } from '../core/text/given-names.ts'
import { BETWEEN, partsOfName } from '../core/text/names.ts'
import type { Sign } from '../core/text/signs.ts'
import { isRegion } from './regions.ts'
import { isCapital, LEAST, type Word } from './written-words.ts'

interface Known {
  isOnRoster(part: string): boolean
  isFamiliar(word: string): boolean
  isWord(word: string): boolean
}

const TITLE = /^(?:mevrouw|meneer|mijnheer|heer|familie|dokter|wethouder|burgemeester|juf|meester|opa|oma|miss)$/i
/** Who is said to be somebody's, or somebody of a town: a capital behind it begins a name, also where that is a word too. */
const SOMEBODY =
  /^(?:buurvrouw|buurman|buurmeisje|buurjongen|cliënte?|client|klant|bewoner|bewoonster|inwoner|collega|moeder|vader|zoon|dochter|zoontje|dochtertje|broer|broertje|zus|zusje|kind|kindje|baby|man|vrouw|echtgenote?|vriend|vriendin|aanvrager|aanvraagster|oom|tante|neef|nicht|leerling|jongen|meisje|huurder|huurster|patiënte?|statushouder|mantelzorger|wijkagent|agent|stagiaire?|neighbour|mother|father|son|daughter|colleague|resident|applicant|tenant|uncle|aunt|boy|girl|brother|sister|husband|wife|ene|een zekere)$/i
/** Ends in a point, after which no sentence begins. */
const SHORT_TITLE = /^(?:mevr|mw|dhr|hr|br|zr|fam|dr|drs|ir|mr|mrs|ms)$/i
/** What is called after somebody is not somebody: a street, a school, a bridge. */
const PLACE =
  /(?:straat|laan|weg|plein|school|college|brug|park|huis|kerk|gebouw|wijk|gracht|kade|markt|singel|dijk|toren|hal|plan|haven|polder|buurt|centrum|route)$/iu
const CALLED_AFTER =
  /^(?:project|zaal|systeem|programma|app|chatbot|software|wet|motie|route|wijk|stadsdeel|gemeente|provincie|team|zaalnaam|storm|station|hotel|stichting|vereniging|bedrijf|leverancier|pakket)$/i
/** "J.", "A.B.", "Y. Ö.", before a name or behind it. */
const INITIALS = String.raw`(?:(?!(?:Mr|Dr|Ms|St|Mw|Hr|Ir)\.)\p{Lu}\p{Ll}?\.[\s-]?){1,4}`
const JOINED = String.raw`(?:(?:van|de|den|der|het|ten|ter|te|el|al|la|le|v\.d\.|v/d|d['’]|in['’]t|['’]t)\s?){0,3}`
const WITH_INITIALS = new RegExp(String.raw`(?<![\p{L}.])${INITIALS}\s?${JOINED}\p{Lu}[\p{L}\p{M}'’-]{2,}`, 'gu')
const SURNAME_FIRST = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${JOINED}\p{Lu}[\p{L}\p{M}'’-]{2,},\s(?:${INITIALS}|\p{Lu}\p{Ll}{2,})(?!\p{L})`,
  'gu',
)
const BEFORE = new RegExp(String.raw`(?:^|(?<=[\s(]))(?:${INITIALS}\s?)?${JOINED}$`, 'u')
/** The same with a capital, as a name has it without a first name: "El Khatib", "De Graaf". */
const PREFIX =
  /(?:^|(?<=[\s(]))(?:(?:Van|De|Den|Der|Ten|Ter|Te|El|Al|La|Le|Ben|Bin|Abu|Ait|Da|Dos|Von|Mac|St\.)\s){1,3}$/u
const BEHIND = /^\s\p{Lu}\.(?!\p{L})/u
/** Between two parts of one name. */
const MOST_BETWEEN = 12

/** The names of colleagues in whatever case and order, and what looks like the name of anybody else. */
export function namesIn(text: string, words: readonly Word[], known: Known): Sign[] {
  const named = words.map((_, at) => isTitled(words, at) || isName(words, at, known))
  // Beside a name a word with a capital is part of it: "Nico Tuinstra", "Wesley Romein".
  for (const at of words.keys())
    if (!named[at] && (isBeside(text, words, at, at + 1, named) || isBeside(text, words, at, at - 1, named)))
      named[at] = true
  const signs: Sign[] = []
  for (const [at, word] of words.entries()) {
    if (!named[at]) continue
    const last = signs.at(-1)
    const between = words.slice(0, at).findLastIndex((_, place) => named[place])
    const joined = words.slice(between + 1, at).every(({ text: one }) => BETWEEN.has(one.toLowerCase()))
    const isOne = last && joined && word.from - last.to < MOST_BETWEEN && !/[.;!?]/.test(text.slice(last.to, word.from))
    if (isOne) last.to = word.to
    else signs.push({ kind: 'name', from: word.from, to: word.to })
  }
  const whole = signs.map((sign) => widened(text, sign))
  const written = [WITH_INITIALS, SURNAME_FIRST].flatMap((form) =>
    [...text.matchAll(form)].map(
      ({ index: from, 0: match }): Sign => ({ kind: 'name', from, to: from + match.length }),
    ),
  )
  const certain = written.filter((one) => isNamed(text.slice(one.from, one.to), whole, one, known))
  return [...certain, ...whole]
}

/** "Jansen, P." is a name; "Daarna, Anna" is two things, of which the names are seen already. */
function isNamed(words: string, seen: readonly Sign[], { from, to }: Sign, { isFamiliar }: Known): boolean {
  if (!words.includes(',')) return !PLACE.test(words)
  const [surname = ''] = words.split(',')
  return seen.some((one) => from <= one.from && one.to <= to) && !isFamiliar(surname.split(/\s/).at(-1) ?? '')
}

/** With its initials and small words. */
function widened(text: string, { kind, from, to }: Sign): Sign {
  const [before = ''] = BEFORE.exec(text.slice(Math.max(0, from - 30), from)) ?? []
  const [behind = ''] = BEHIND.exec(text.slice(to, to + 4)) ?? []
  const isInitial = /\p{Lu}/u.test(before)
  const [prefix = ''] = isInitial ? [] : (PREFIX.exec(text.slice(Math.max(0, from - 20), from)) ?? [])
  return { kind, from: from - (isInitial ? before.length : prefix.length), to: to + behind.length }
}

/** "Mevrouw de Boer": who is called so has a name, also where that is a word too. */
function isTitled(words: readonly Word[], at: number): boolean {
  const isSmall = ({ text }: Word) => BETWEEN.has(text.toLowerCase()) || /^[vdt]$/.test(text)
  const [word, before] = [words[at], words.slice(0, at).findLast((one) => !isSmall(one))]
  if (!word || !before || !isCapital(word.text) || word.text.length < LEAST) return false
  if (isRegion(word.text)) return false
  return SHORT_TITLE.test(before.text) || ((TITLE.test(before.text) || SOMEBODY.test(before.text)) && !word.first)
}

function isName(words: readonly Word[], at: number, { isOnRoster, isFamiliar, isWord }: Known): boolean {
  const [word, before] = [words[at], words[at - 1]]
  if (!word || word.text.length < LEAST) return false
  const { text, first } = word
  if (isPlace(words, at) || (before && CALLED_AFTER.test(before.text))) return false
  const parts = [...partsOfName(text)]
  const isCalled = isCapital(text)
  const isGiven = GIVEN_NAMES.has(text.toLowerCase()) || parts.some((part) => GIVEN_NAMES.has(part))
  if (isCalled && !first && (SURNAMES.has(text.toLowerCase()) || ALSO_WORDS.has(text.toLowerCase()))) return true
  if (isGiven && (isCalled || !isWord(text))) return true
  // The roster is asked only about what may be a name.
  if (isFamiliar(text) && (!isCalled || first)) return false
  const own = parts.find(isOnRoster)
  if (own) return isGiven || !isFamiliar(own) || (isCalled && !first)
  return isCalled && !isFamiliar(text) && (!first || !isWord(text)) && !isRegion(text)
}

/** "Johan de Wittlaan", "Beatrix Park": a street or a park, with whatever it is called after. */
function isPlace(words: readonly Word[], at: number): boolean {
  for (let next = at; next < Math.min(words.length, at + 4); next++) {
    const word = words[next]
    const isPart = word && (isCapital(word.text) || BETWEEN.has(word.text.toLowerCase()))
    if (!isPart || (next > at && word.first)) return false
    if (PLACE.test(word.text) && isCapital(word.text)) return true
  }
  return false
}

/** Next to a name, with no more than small words in between, and no word that begins a sentence by itself. */
function isBeside(text: string, words: readonly Word[], at: number, other: number, named: readonly boolean[]): boolean {
  const [word, next] = [words[at], words[other]]
  if (!word || !next || !named[other] || !isCapital(word.text) || word.text.length < LEAST) return false
  if (BETWEEN.has(word.text.toLowerCase()) || TITLE.test(word.text) || SHORT_TITLE.test(word.text)) return false
  const gap = at < other ? text.slice(word.to, next.from) : text.slice(next.to, word.from)
  const isNext =
    /^(?:,?\s(?:en|and|&)\s|,\s|\s(?:(?:van|de|den|der|el|al|ten|ter|te|in|het|'t|’t|la|le)\s){0,3})$/u.test(gap)
  if (/,|en|and|&/.test(gap.replace(/den|ten/g, '')) && (word.first || isRegion(word.text))) return false
  // "Mevrouw De Vries, Kerkstraat 12" is a name and an address.
  if (gap.startsWith(',') && PLACE.test(word.text)) return false
  return isNext && !(word.first && isCommonStart(word.text))
}

/** What a sentence begins with, that is no first name: "Volgens Bakker", "Met Karin". */
const isCommonStart = (text: string) => isStart.has(text.toLowerCase())
const isStart = new Set(
  `volgens met van bij door voor naar sinds toen omdat want dat dit deze die als dan daarna eerst ook maar vandaag gisteren
  collega vraag bel mail stuur zeg help geef laat wie wat waar hoe heeft kan mag moet met onze mijn zijn haar hun jouw uw
  the when with after before our my his her their please ask call tell thanks bedankt dank beste hoi hallo dag`.split(
    /\s+/,
  ),
)
