import { type Typed, typedText } from './clauses.ts'
import { countOf, field, has, weigh, wholeWords } from './weigh.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isPast,
  PREPOSITIONS,
  QUESTION_WORDS,
  SUBJECTS,
} from './words.ts'

const MACHINE = field(String.raw`
  bot(?![\p{L}]) · chatbot · robot · leermoment(?:en)?(?![\p{L}]) · chatgpt · gpt · copilot · ai(?![\p{L}]) · a\.i ·
  kunstmatig · algoritm · taalmodel · computer(?![\p{L}]) · programma(?![\p{L}]) · geprogrammeerd · techniek ·
  app(?![\p{L}]) · echt(?:e)? (?:persoon|mens) · een mens · de mens · mens (?:spreken|achter|of) · gozer · human ·
  real person · machine
`)
const YOU = wholeWords(`
  je · jij · jou · jouw · u · uw · ge · gij · you · your · jezelf · zelf
`)
const YOUR_ACTS = field(`
  ask · send · run · told you · delete · coming · gemaakt · bewaar · onthoud · geheugen · opslaan · opgeslagen ·
  lees · leest · lezen · luister · snap · begrijp · stuur · sturen · doorstuur · werk · vraag · reageer · doe je ·
  doet · doen · kun · kan · kom · weet · heb · dient · bestaat · heet · praat · spreek · deel · verzamel · gebruik ·
  made · store · save · keep · read · know · work · remember · share · bedoel · betekent · mean
`)
/** By how much other words of somebody's work make it likely that the bot is meant. */
const WORK = [1, 0.1, -1.1, -2] as const
/** "Jij" is the bot, "je" may be anybody. */
const EMPHATIC = wholeWords(`jij · jou · gij · you`)
const UNNAMED = 1.2
const DEICTIC = wholeWords(`dit · deze · hier · hiervan · hiermee · hieraan · this`)
/** Colleagues are asked, then. */
const TO_OTHERS = wholeWords(
  `iemand · jullie · collega's · we · wij · ons · tips · wie (?:weet|kent|heeft) · anyone · anybody · someone · who knows`,
)
const ONLY_YOU = wholeWords(`
  je · jij · jou · jouw · gij · you · your
`)
/** What the writer gives it: their words, their name, this talk. */
const MINE = field(String.raw`
  mijn (?:\p{L}+ )?(?:antwoord|tekst|naam|gegevens|data|bericht|woorden|moment|invoer|stem|vraag|vragen|mail|profiel|inbreng) ·
  mijn antwoord · m'?n antwoord · een antwoord · antwoorden ·
  wat ik (?:hier |net |nu |allemaal |jou |je |vorige week )*(?:typ|schrijf|zeg|invul|deel|stuur|zei|schreef|heb|vertel|geschreven) ·
  als ik (?:\p{L}+ ){0,4}(?:typ|schrijf|zeg|invul|niks|niets|verkeerd|niet antwoord) ·
  ik (?:\p{L}+ ){0,3}(?:invul|ingevuld|geschreven|getypt|gedeeld) · dit gesprek · deze gesprekken · deze chat   · my (?:answer|data|name|text|message|words)  ·
  what i (?:type|write|say) · i'?ve told you · deze vraag · die vraag · volgende vraag · dit ding · deze tool ·
  zoiets
`)
const READERS = field(String.raw`
  leidinggevende · teamleid · manager · chef · baas · directie · hr(?![\p{L}]) · p&o · personeelszaken ·
  ondernemingsraad · de or(?![\p{L}]) · ict · beheer · wethouder · bestuur · collega · anderen · iemand · wie ·
  who · boss · burgers · gemeente · intranet · microsoft · woo(?![\p{L}]) · werkgever
`)
const SEES = field(String.raw`
  meeluister · meegelezen · stiekem · rapporteer · terugkoppel · doorgeef · doorvertel · doorspeel · doorbrief ·
  verklap · zeg je · vertel je · laat je zien · getoond · toont · terug te vinden · terechtkom · overzicht ·
  te weten · delen(?![\p{L}]) · reads · shown · shared with · reported · look at · find out ·
  ziet(?![\p{L}]) · lees · leest · lezen · meelez · meelees · leest mee · kijkt? (?:er )?mee · meekijk ·
  zie(?:t|n)?(?![\p{L}]) · gezien · inzage · inzien · krijgt · volgt · controleer · beoordeling · beoordelen ·
  gebruikt · doorgegeven · doorgestuurd · gedeeld · openbaar · publiceer · gepubliceerd · terecht · opvraag ·
  opvragen · see · sees · read · access
`)
const PRIVATE = field(String.raw`
  herkenbaar · herkennen dat ik · openbaar · geanonimiseer · pseudoniem · op naam · zonder naam · mijn naam ·
  naam bij · geheimhouding · beveilig · gehackt · lek(?:ken)? · versleutel · encrypt · dataset · database · cloud ·
  servers? · bewaren jullie · bewaar je · hoelang · logboek · gelogd · log(?:ged)? · traceable · identif ·
  rapport(?:age)? over mij · dossier over mij · personeelsdossier · profiel van mij · statistiek · wissen ·
  spoorloos · weghalen · terugtrekken · intrekken · corrigeren · ongedaan · undo · erase · leak · track ·
  my data · mijn data · mijn gegevens · told you · ingevuld · anoniem · anonim · anonymous · privacy · avg · gdpr ·
  vertrouwelijk · confidential · geheim · veilig(?![\p{L}]) · tussen ons · bewaard · opgeslagen · bewaartermijn ·
  hoe lang · gewist · wissen · wis(?= ) · verwijder · delete · aanpassen · terug ?lez · terugvind · herleid ·
  traceer · met (?:mijn )?naam · naam erbij · verzameld · taalmodel te trainen · privacyverklaring · stored ·
  collect
`)
const RUNNING = field(String.raw`
  bedoel (?:je|jij) · do you mean ·
  wat heb ik (?:hier)?aan · wat levert · wat is het nut · wat is de bedoeling ·
  de bedoeling (?:hier|van dit|van deze) · zin van · meerwaarde · waarom besta · wie betaalt · wie beheert ·
  wie bedacht · wie onderhoudt · bedacht · ontwikkeld · leverancier van (?:je|jou|deze) · versie · update ·
  nieuw(?:e)? functie · functies · mogelijkheden · handleiding · instellingen · instellen · tijdstip · frequentie ·
  overslaan als · vakantie doorgeven · wat als ik (?:niet|niks|geen|op vakantie|ziek) · gevolgen · consequent ·
  telt (?:dit|het) mee · beoordelingsgesprek · functioneringsgesprek · meetellen · punten · ranking ·
  wie doet (?:er )?(?:nog )?(?:meer )?mee · iedereen mee ·
  kan ik (?:ook )?(?:anoniem|later|nog) (?:\p{L}+ ){0,3}(?:antwoorden|insturen|wijzigen|aanpassen|meedoen) ·
  antwoord (?:wijzigen|aanpassen|veranderen|terug) · meerdere antwoorden · lengte · hoe lang mag · hoeveel tekst ·
  hoeveel woorden · emoji · spelling · taalfout · engels · nederlands · limburgs · fries ·
  in het (?:frans|duits|pools|turks|arabisch|oekraïens) · spreek je · versta je · verstaat · praat je · gevoelens ·
  slaap je · eet je · moe(?:de)? · vakantie · hoe oud ben ·
  heb je (?:\p{L}+ )?(?:baas|naam|broer|ouders|emoties|gevoel|ogen|leven) · hoe heet je · hoe noem ·
  ben je (?:\p{L}+ ){0,3}(?:echt|dom|slim|nieuw|boos|online|er|daar|wakker|menselijk|verliefd|gratis) ·
  kun je (?:\p{L}+ ){0,3}(?:praten|zien|horen|denken|leren|grapjes|rekenen|vertalen|plaatjes|meelezen|onthouden|herinneren) ·
  how do i (?:change|delete|stop|edit|pause) · can i (?:change|delete|edit|skip|see|type|write|use) ·
  do you (?:\p{L}+ ){0,3}(?:store|save|keep|read|remember|sleep|speak|understand|work|share|know) ·
  are you (?:\p{L}+ ){0,3}(?:a|an|real|human|ai|bot|safe|online) ·
  is this (?:\p{L}+ ){0,2}(?:safe|anonymous|private|mandatory|required|confidential|ai) ·
  will (?:my|anyone|this|hr) · what can you · what do you do · why (?:do you|am i|are you) ·
  next question · what model · running on · wanneer (?:kom|stuur|krijg) · take part · mandatory · how often ·
  how long · what is this · who are you · who made · verplicht · moet ik (?:dit|hier|antwoord|meedoen|iets|elke) ·
  have to do this · invul · antwoorden(?! op) · inspreken · spraak · welke taal · welke talen ·
  in (?:het )?(?:engels|dialect|nederlands|english|frans|duits|turks|pools) · dialect · dyslect · foto ·
  volgende vraag · elke week · iedere week · hoe vaak · hoe laat · welke dag · herinnering ·
  doel (?:hiervan|van dit|van deze) · waarvoor (?:dient|is dit|doe) ·
  waarom (?:doen we|krijg ik|vraag je|moet ik|stuur|kreeg) · beloning · punten · kost dit · kosten ·
  voorbeeld geven · wat (?:kan|kun) (?:je|jij|ik)(?! (?:doen|met)) · hoe werk(?:t)? (?:dit|je|jij|het|deze) ·
  wie ben (?:jij|je) · wie zit · verantwoordelijk · doen er mee · meedoen · deelnem · per keer · zo traag ·
  weekend · avg · verzamelde · kapot · broken · storing · contact · wat is dit ·
  wat moet ik (?:hier|hiermee|doen hier) · antwoord in · answer in · typ(?:en)?(?![\p{L}]) · stappen
`)

/** Words that name nothing by themselves. */
const LIGHT = field(String.raw`
  iets · niks · niets · alles · allemaal · ding · keer(?![\p{L}]) · week · weken · dag(?:en)?(?![\p{L}]) · maandag ·
  dinsdag · woensdag · donderdag · vrijdag · zaterdag · zondag · maand · januari · september · vorige · volgende ·
  erbij · ofzo · doel · naam · tekst · antwoord · taal · talen · engels · english · nederlands · gesprek ·
  duidelijk · liever · eigen · precies · langs · alleen · andersom · verkeerd · fout · maakt · model · running ·
  running on · everything · told · answer · next · question · coming · data · name · show · happens · gebeurt ·
  persoon · echt · mens · bericht · schrijf · geschreven · vragen · geef · geven · voorbeeld · anders · soms ·
  traag · lang(?![\p{L}]) · opgeschreven · aantal · veel · nodig · kost · geld(?![\p{L}]) · trainen · hier ·
  ergens · iedereen · niemand · vertel · zeg · tool · account · uitleg · nieuw · eerder · oude · letterlijk ·
  namelijk · gewoon · verder · zomaar · toegang · server · bron · thuis · telefoon · anyone · someone · really ·
  people · long · kept · when · back
`)

const KNOWN = [LIGHT, MACHINE, YOU, YOUR_ACTS, MINE, READERS, SEES, PRIVATE, RUNNING]
const CLOSED = [ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, QUESTION_WORDS, SUBJECTS]

/** Words that name a thing of the world outside: what the bot itself has no part in. */
const foreignIn = (words: readonly string[]) =>
  words.filter(
    (word) =>
      word.length > 3 && !CLOSED.some((closed) => closed.has(word)) && !KNOWN.some((pattern) => has(pattern, word)),
  ).length

/** How much a text asks about the bot itself: what it is, what it does with what somebody writes, and who reads that. */
export function aboutBotIn({ plain, words }: Typed, work: number, asking: number): number {
  // Who greets a colleague asks one.
  const toOthers = has(TO_OTHERS, plain) || words.slice(0, 3).some((word) => /^colleg/.test(word))
  const machine = has(MACHINE, plain)
  const isPrivate = has(PRIVATE, plain)
  const mine = has(MINE, plain)
  const reads = has(READERS, plain) && has(SEES, plain)
  const running = has(RUNNING, plain)
  const acts = has(YOU, plain) && has(YOUR_ACTS, plain)
  const foreign = foreignIn(words)
  const isOurs = asking > 0 && foreign === 0
  const of = has(READERS, plain) || has(SEES, plain) || has(YOU, plain) || mine
  const nothingOfWork = work === 0 && asking > 0.9 && !toOthers && (of || !has(DEICTIC, plain))
  const points = (has(ONLY_YOU, plain) || mine) && work === 0 && !toOthers
  const deictic = has(DEICTIC, plain)
  if (!points && !nothingOfWork && !machine && !isPrivate && !reads && !running && !acts) return 0
  const isPointed = machine || mine || has(EMPHATIC, plain) || work === 0 || (deictic && !toOthers)
  const isNamed = (machine || isPrivate || reads || running || mine || has(EMPHATIC, plain)) && isPointed
  const score = weigh(
    [1.6, machine],
    [1.4, isPrivate],
    [1, mine],
    [1, reads],
    [0.8, reads && mine],
    [1.1, running],
    [1, acts],
    [0.6, countOf(YOU, plain) > 1],
    [0.5, words.length <= 5],
    [0.5, asking > 0],
    [1, isOurs && has(ONLY_YOU, plain)],
    [0.8, isOurs && mine],
    [0.4, foreign === 0],
    [0.6, points],
    [0.7, deictic],
    [-1.4, toOthers && !machine],
    [-1.2, asking <= 0.9],
    [-0.7, Math.min(words.filter((word) => isPast(word)).length, 2)],
    [-0.3, Math.min(foreign, 4)],
    [WORK[Math.min(work, WORK.length - 1)] ?? 0, true],
  )
  // Only that nothing of somebody's work is in it: then it may be about the bot, and may be a question to colleagues.
  return isNamed ? score : Math.min(score, UNNAMED)
}

/** What about the bot is asked: what it is, whether it is confidential, who reads along, or how it goes. */
export type BotTopic = 'what' | 'confidential' | 'readers' | 'running'

export function topicOf(text: string): BotTopic {
  const { plain } = typedText(text)
  if (has(PRIVATE, plain)) return 'confidential'
  if (has(READERS, plain) && has(SEES, plain)) return 'readers'
  return has(MACHINE, plain) || has(WHAT, plain) ? 'what' : 'running'
}

const WHAT = field(`
  wie ben · wat ben · hoe heet · who are · what are · wie heeft · wat bedoel · wat kun · wat kan
`)
