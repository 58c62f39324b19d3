/**
 * Closed classes of Dutch and English, as the grammar has them. What somebody means is read from these and from the order
 * in which they come; no whole sentence stands here.
 */
const set = (words: string) => new Set(words.trim().split(/\s+/))

export const QUESTION_WORDS = set(`
  hoe hoeveel hoelang hoever hoezo wat wie wanneer waarom welke welk wiens waar waarvoor waarover waarmee waarbij waarin
  waarnaar waaraan waarop waarvan waardoor waarheen waarvandaan wa wieje
  how what who whom whose when why which where what's who's where's how's when's whats whos
`)

/** What may stand right behind its verb as the one who does it, or right before it in a subordinate clause. */
export const SUBJECTS = set(`
  ik je jij jullie u we wij ze zij hij het er iemand niemand men gij ge 'k ie wa'k
  i you he she it they anyone anybody someone somebody there
`)

/** These begin a thing that is talked about, which may be the subject too. */
export const DETERMINERS = set(`
  de het een dit dat deze die mijn jouw je onze ons hun zijn haar geen elke alle sommige zo'n ne nen ne den
  the a an this that these those my your our their his her any some
`)

export const CONJUNCTIONS = set(`
  als dat omdat doordat terwijl toen zodat hoewel zodra nadat voordat totdat tenzij of en maar want dus indien mits of
  if because although while after before until unless since so and but or that
`)

export const PREPOSITIONS = set(`
  aan achter bij binnen boven buiten door in met na naar naast om onder op over per rond sinds te tegen tijdens tot
  tussen uit van vanaf vanuit via volgens voor voorbij wegens zonder
  about above after at between by during for from in into of off on over since through to under until with without
`)

/** Words that may stand before a question without being part of it. */
export const RUN_UP = set(`
  en maar dus nou nu zeg eh euh uhm hé he ja nee ok oke oké ff even effe effen eventjes snel kort korte vraagje vraag
  trouwens misschien soms sorry pardon zeg eens ps p.s. hmm goh tja anders please alsjeblieft
  so well and but hm sorry quick question actually btw also maybe just
`)

export const ADVERBS = set(`
  al altijd anders best daar daarom daarna dan eens eerst eigenlijk erg even gewoon goed graag heel heus hier hierna hooguit
  juist later meer meestal misschien namelijk net niet niets nog nooit nou nu ook opeens opnieuw overal pas soms steeds
  straks te toch toen trouwens vaak vandaag vanmorgen vanmiddag veel vervolgens vooral voortaan wel weer zeker zelf zo
  gisteren morgen overmorgen laatst onlangs ooit ineens
  always also just never now often only really still today too very yesterday tomorrow again already maybe not
`)

/** Finite forms of the verbs that a question begins with most: to be, have, do, can, may, must, will, know. */
export const AUXILIARIES = set(`
  ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden mag mogen mocht moet moeten
  moest wil wilt willen wilde zal zul zult zullen zou zouden word wordt worden werd werden doe doet doen deed ga gaat gaan
  hoef hoeft hoeven weet weten wist ken kent kennen kennde blijft blijven klopt bestaat bestaan geldt gelden hoort horen
  heeft zit zitten staat staan krijg krijgt krijgen komt kom komen vind vinden werkt werken vindt denk denkt durf durft
  zijn 'r
  am is are was were have has had do does did can could may might must shall should will would know knows
`)

/** The same in the past: they tell, more than they ask. */
export const PAST = set(`
  was waren had hadden kon konden mocht moest moesten wilde wilden wou werd werden deed deden ging gingen wist wisten
  dacht dachten vroeg vroegen zag zagen kwam kwamen kreeg kregen zei zeiden gaf gaven vond vonden stond stonden zat zaten
  bleef bleven begon begonnen liep liepen nam namen hield hielden sprak spraken schreef schreven las lazen las begreep
  begrepen bleek bleken hielp hielpen riep viel vielen verloor koos zocht zochten bracht brachten kocht trof leek leken
  sloeg trok bood keek keken reed sliep droeg ontdekte leerde merkte belde stuurde maakte legde
  learned learnt found noticed realised realized saw went came told thought knew said asked called made took gave
  discovered helped tried turned felt wrote spoke heard
`)

/** Ends like a verb in the past, and is none. */
const NOT_PAST = set(`
  gemeente ziekte grootte beste laatste eerste waarde aarde einde eigen mede beide kade orde methode periode code bode
  vrede rede mode goede oude rode koude brede wijde derde vierde zesde zevende achtste gemiddelde gezonde verkeerde
  geachte grondslag enkele halve hele bepaalde juiste vaste echte slechte rechte lichte zachte korte grote late witte dichte directe aparte route website
  minuten rechten plichten klachten kosten posten punten feiten klanten besluiten berichten ambtenaren buiten
  moeten weten zitten laten heten sluiten vergeten gasten teksten projecten documenten producten momenten afspraken
  worden houden vinden binden bieden raden leiden landen handen vrienden honden woorden uitkeringsgerechtigde
  verschillende volgende bestaande komende lopende bijzondere relatie gezegde bekende onbekende inwonende
  note white quote site complete private state date update template invite write late minute ten often
  need feed speed seed indeed agreed red bed med shed bred hundred kindred sacred
`)

const WEAK_PAST = /^\p{L}{2,}(?:de|te)$/u
const PAST_EN = /^\p{L}{3,}ed$/u
const PARTICIPLE = /^(?:ge|be|ver|ont|her|aan|af|op|uit|in|door|over|mee|toe|na|voor)?ge?\p{L}{2,}(?:d|t|en)$/u

export const isPast = (word: string) =>
  PAST.has(word) || (!NOT_PAST.has(word) && word.length > 4 && (WEAK_PAST.test(word) || PAST_EN.test(word)))

export const isParticiple = (word: string) =>
  word.length > 4 &&
  /^(?:\p{L}{2,4})?ge\p{L}{2,}(?:d|t|en)$/u.test(word) &&
  !NOT_PARTICIPLE.has(word) &&
  PARTICIPLE.test(word)

const NOT_PARTICIPLE = set(`
  gemeenten geven gegevens gebied geld gerecht gesprekken gebruiken gevoelen gezicht gebeurt gelden gemeend geduld geluid
  gevallen geheugen gewicht gedicht gezin gezinnen gebruik gaan gebouwen gebieden gesprek gebeuren gemoed gewend gezond
  geleden geen geest gerust gewoon gemaakt-
`)

export const FIRST_PERSON = set(
  "ik 'k mij me mijn mezelf mijzelf wij we ons onze m'n i i'm i've i'd my me mine we us our myself",
)
export const NEGATIONS = set('niet geen niets niks nooit nergens niemand no not never nothing none')

/** Whether a word may be a finite verb: what stands in no other closed class and ends as one may. */
export const mayBeVerb = (word: string) =>
  AUXILIARIES.has(word) ||
  (word.length > 2 &&
    !QUESTION_WORDS.has(word) &&
    !SUBJECTS.has(word) &&
    !DETERMINERS.has(word) &&
    !CONJUNCTIONS.has(word) &&
    !PREPOSITIONS.has(word) &&
    !ADVERBS.has(word) &&
    !NEGATIONS.has(word))
