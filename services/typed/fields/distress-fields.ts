import { field } from './weigh.ts'

/** Wanting to die, or to harm oneself: enough by itself, also about somebody else, unless it is clearly a trade. */
const ENDING_LIFE = field(String.raw`
  niet meer (?:wil(?:len)?|hoef) (?:leven|bestaan) ·
  (?:wil|wou|wilde|hoef|hoeft) (?:\p{L}+ )?niet meer (?:leven|wakker worden|verder leven|bestaan) ·
  niet meer (?:te )?(?:leven|wakker worden) · (?:wil|wou|liever|was ik maar|maar|beter) dood ·
  dood(?:gaan| zijn| wil| was) · eind(?:e)? aan (?:\p{L}+ ){0,3}(?:mak|wil) · een eind(?:e)? aan · uit het leven ·
  er niet meer (?:was|ben|zijn|te zijn|zou zijn) · mezelf (?:iets|wat|pijn) (?:aan)?do · mezelf (?:iets )?aando ·
  (?:mezelf|mijzelf|zichzelf) (?:iets )?aan(?:doe|doen|do) · mezelf (?:van kant|snijd|verwond) · van het dak ·
  voor de trein · geen zin meer in (?:het|mijn|dit) leven · leven (?:heeft )?geen zin · zonder mij beter af ·
  beter af zonder mij · kill myself · end (?:it all|my life) · want to die · rather be dead · harm myself ·
  hurt myself · not (?:want to )?(?:be alive|live)(?: anymore)? · better off without me ·
  don't want to (?:live|be here) any
`)

/** At the end of one's strength: said of oneself, or with nobody named, it is about the writer. */
const SPENT = field(String.raw`
  op mijn tandvlees · tandvlees lopen · niet meer uit bed · bed niet (?:meer )?uit · de tranen · hyper ·
  hart bonst · hart gaat tekeer · bonkend hart · druk op (?:mijn|de) borst · eet (?:bijna|nauwelijks|niet) ·
  niet meer eten · kilo(?:'s)? afgevallen · wil niet meer naar (?:mijn |het )?werk · niet meer naar binnen ·
  moet mezelf (?:\p{L}+ )?(?:slepen|dwingen|oppeppen) · sleep me(?:zelf)? · bij de huisarts · de huisarts ·
  bedrijfsarts · thuis(?:zit|zitten) met · ziek van de stress · overleef · overleven · hou me staande ·
  nauwelijks nog · amper nog · alles is (?:me )?te veel · hoofd (?:loopt|zit) vol · barst · knapt · knap ik ·
  snap(?:ped)? on the · bezweken · zwaar depressief · zie geen · geen toekomst · waarvoor (?:doe|leef) · sterven ·
  doodmoe · doodop · kapotmoe · afgepeigerd · murw · verdoofd · verlamd · can't take · can't do this · fed up ·
  giving up · give up · burning out · lost it · in pieces · broke down · struggling · not coping · sleepless ·
  can't sleep · haven't slept · no energy left · suffocat ·
  hou(?:d)? (?:het|dit|t) (?:\p{L}+ ){0,3}niet (?:\p{L}+ )?vol · niet (?:meer |langer )?vol te houden ·
  niet te harden · niet meer te doen ·
  voel (?:me|mij) (?:\p{L}+ ){0,3}(?:leeg|niks|klein|waardeloos|rot|slecht|ellendig|beroerd|vies|opgesloten|machteloos|onzeker|minderwaardig|alleen|schuldig|nutteloos|onzichtbaar|bedreigd|niet (?:thuis|welkom|gezien)) ·
  voel niks meer · voelt alsof ik · ellendig · machteloos · minderwaardig · verstikk · brok in mijn keel ·
  knoop in (?:mijn|m'?n) maag · steen in (?:mijn|m'?n) maag · maagpijn · flauwgevallen · overprikkeld · overspann ·
  black-?out · ziek ?gemeld · antidepress · psycholoog · slaappil · kalmering · oxazepam ·
  drink (?:\p{L}+ ){0,3}(?:elke|iedere) · geen licht ·
  hoeft (?:voor mij |van mij |voor me |van me )(?:allemaal )?niet meer · verdwijnen · tot last · last voor ·
  voor zin heeft · wat heeft (?:het|dit) (?:allemaal |nog )*voor zin · afscheidsbrief · can'?t breathe · miss me ·
  disappear · worn (?:out|down) · meltdown · shaking · trembling · nause · throw up · anxiety · anxious ·
  panic(?! button) · dreading · numb(?![\p{L}]) · drained · hate (?:coming|going|my|it here) ·
  not ok(?:ay)?(?![\p{L}]) · ga er niet meer heen · wil (?:er|hier) (?:niet meer zijn|weg) ·
  kan (?:het|dit) niet (?:langer|meer) · alles zwart · zwart voor · breekt me · gebroken · opgeven ·
  houdt (?:het|dit) een keer op · niet goed met (?:me|mij) · gaat (?:het )?niet (?:zo )?goed met · snikkend · snik ·
  ingehouden tranen · burn-?\s?out · burnt? out · burned out · opgebrand · overspannen · overwerkt ·
  paniek(?:aanval|erig)?(?!voorz|knop) · panic attack · angstaanval · hyperventil · huil · gehuild · janken ·
  gejankt · jank\b · in tranen · tranen · instort · ingestort · stort in · inzinking · zenuwinzinking ·
  (?:trek|trok|trekken) (?:het|dit|t|'t) (?:\p{L}+ ){0,2}niet ·
  kan (?:het |dit |er |echt |gewoon )*niet meer(?! (?:vinden|openen|inloggen|bij|zien|terug|aan|in |op )) ·
  kan dit niet meer aan · niet meer aan(?:kan)?$ · niet meer zitten · zie het niet (?:meer )?zitten ·
  zie het (?:\p{L}+ ){0,3}niet meer zitten · weet (?:me |mij )?(?:het |mezelf )?(?:geen raad|niet meer)$ ·
  geen raad meer · geen uitweg · uitzichtloos · wanhop · radeloos · ten einde raad · er doorheen ·
  zit er door(?:heen)? · ga (?:er|hier) (?:aan )?(?:kapot|onderdoor|aan) · eraan onderdoor · aan onderdoor ·
  onderdoor · kapot aan · draai door · word (?:hier |er )?(?:gek|ziek) van · ziek van (?:\p{L}+ )?(?:word|werk) ·
  er ziek van · slaap (?:al |er |\p{L}+ ){0,4}(?:niet|slecht|nauwelijks|amper) · lig (?:\p{L}+ ){0,3}wakker ·
  nachten wakker · slapeloos · slapeloze · nachtmerrie · hartklopping · over(?:ge)?geven · buikpijn ·
  krijg (?:\p{L}+ )?geen (?:lucht|adem) · geen lucht · uitgeput · gesloopt · sloopt me · op ben ik ·
  ben op(?:$|[.,!]) · helemaal op(?:$|[.,! ]) · leeg(?:$|[.,!]) · ziek thuis (?:met|door|van) · depri · depressi ·
  wordt me te veel · te veel voor me · teveel voor me · me allemaal te veel · te veel geworden · breek(?:t)? me op ·
  breakdown · break down · crying · cried · in tears · can'?t (?:cope|go on|take|do this|sleep|breathe) ·
  cannot (?:cope|go on|take) · exhausted · falling apart · at my wits · breaking point · overwhelmed · depressed ·
  hopeless · can no longer
`)

/** The same, when it is the writer or a colleague who feels it: "zinloos" may be a meeting too. */
const LOW = field(String.raw`
  zinloos · waardeloos · eenzaam · somber · ongelukkig · zweet · hopeloos · misselijk · tril · beef · in de war ·
  angstig · lonely · gek van · bezemkast · moedeloos · (?:me|mij|ben|ga|hem|haar) (?:\p{L}+ ){0,2}kapot ·
  stuk(?![\p{L}]) · ziek · stress · gestrest · rotgevoel · verdriet · pijn · eenling · in de steek ·
  alleen(?:ig)? voor staan · worthless · sick · stressed
`)

/** Not daring, not being safe: with the writer or a colleague as the one who feels it. */
const FEAR = field(String.raw`
  tril als · kippenvel als · steeds achterom · kijk(?:en)? over mijn schouder · ontwijk ·
  neem een andere (?:weg|route|ingang) · omloop · meld me steeds ziek · verzin smoes · buikpijn van · krimp ineen ·
  hou mijn mond · zeg maar niks meer · zwijg · als hij binnenkomt · als zij binnenkomt · zijn voetstappen ·
  haar voetstappen · wacht me op · bij mijn auto · bij mijn huis · voor mijn deur · mijn adres · dreigement ·
  vrees · beangst · ongemakkelijk · voel me niet op mijn gemak · niet op mijn gemak · watch my back ·
  uncomfortable · walking on eggshells · eggshells · hide in · hiding in · avoid him · avoid her · nervous ·
  worried sick ·
  durf(?:t|en)? (?:\p{L}+ ){0,6}(?:niet|niks|niets|geen|nauwelijks|amper) ·
  durf (?:hem|haar|ze|er) (?:\p{L}+ )?nauwelijks · tegen ?op (?:te )?zie · zie (?:\p{L}+ ){0,4}tegenop · op eieren ·
  schrikachtig · verstop (?:me|mij|ik) · verstopt op · ontloop · alleen met hem ·
  niemand (?:die )?(?:\p{L}+ )?(?:iets )?(?:vroeg|vraagt|zegt|zei|helpt|hielp|luistert|gelooft|ziet) ·
  nobody (?:here )?(?:believes|cares|listens|will|said|helps) · no one (?:believes|cares|listens|helps) ·
  stand(?:s)? up for me · voor me opkomt · neemt (?:me|mij|dit|het|niemand) (?:\p{L}+ )?serieus ·
  niet serieus genomen · met niemand over · tegen niemand · aan niemand · beste vriend · best friend ·
  dek(?:t|ken) elkaar · doofpot · onder het tapijt · under the rug · bang · doodsbang · angst ·
  niet (?:meer |echt )?veilig · onveilig · schrik (?:me|ik) · verstijf · in paniek · schaam · beschaamd · vermijd ·
  omweg naar huis · op mijn hoede · weet waar (?:ik|we) wo · scared · afraid · unsafe · not safe ·
  don'?t feel safe · ashamed · dread · terrified · frightened · tegenop · tegen opzien · lood in
`)

/** What people do to each other that does not belong. */
const HOSTILE = field(String.raw`
  zwart maken · zwartgemaakt · afgerekend op · afgekraakt · kraakt (?:me|mij|alles) · breekt (?:me|mij) af ·
  afbreken · haalt (?:me|mij) onderuit · onderuit gehaald · maakt (?:me|mij) belachelijk · imiteer ·
  doet (?:me|mij|mijn) (?:\p{L}+ )?na(?![\p{L}]) · geen hand · weigert (?:me|mij) · negeert · sluit (?:me|mij) ·
  laat (?:me|mij) (?:links liggen|vallen|bungelen) · valt (?:me|mij) (?:aan|lastig) · lastiggevallen ·
  lastig gevallen · lastigvalt · zit achter me aan · blijft (?:me|mij) (?:appen|bellen|volgen|sturen) ·
  stuurt (?:me|mij) (?:\p{L}+ ){0,3}(?:foto|appje|bericht) · kwam (?:achter|op) me · blokkeerde de deur ·
  deur dicht · hield (?:me|mij) (?:vast|tegen) · trok aan · greep · slaan · klappen · te lijf · uitkleden ·
  uitgekleed · naakt · blote · tieten · kont(?![\p{L}]) · reet(?![\p{L}]) · lekker ding · schatje ·
  meisje tegen me · popje · sexy · geil · vroeg of ik (?:single|vrij|zwanger|mee) · mee naar (?:huis|bed|zijn) · zwangerschap · overgeslagen · gepasseerd · op een zijspoor · zijspoor · weggezet · weggepromoveerd ·
  kaltgestellt · dossier over me · dossier opbouw · verslag van me · controleert me · timet · klokt mijn ·
  wc-bezoek · mijn plek ingepikt · spullen (?:weg|verstopt|kapot) · lijkt wel een vrouw · mietje · janet ·
  pot(?![\p{L}]) · homo(?![\p{L}]) · zwarte piet · allochtoon · buitenlander · terrorist · moslim · jood · turk ·
  marokkaan · dat volk · ga terug naar · autist · gestoord · invalide · kreupel · stotter · dikke · oude doos ·
  bejaard · slap · aansteller · watje · leugenaar · dief · beschuldig · vals beschuldigd · kletst over me ·
  praten over me · achter mijn rug · fluister · gegiechel · giechel · grinnik · sneert · sneer · sarcas · cynisch ·
  kat(?:te|ten) me · blafte? me · snauwde · afsnauw · brulde · tekeergaan · made fun · mocking · mocked ·
  jokes? about my · sneer · gossip · spread(?:ing)? rumou?rs · cornered · followed me · follows me · shoved ·
  pushed me · hit me · slapped · spits · grabbed · stares at my · comment(?:s|ed)? on my · treated like ·
  talks? down to · undermin · sidelined · set me up · blamed? me · silent treatment · won't talk to me ·
  cut me off · slur · go back to ·
  spuugde · bespuug · spat (?:at|on) · n-word · called? me · called names · noemde(?:n)? (?:me|mij|haar|hem) ·
  noemt (?:me|mij|haar|hem) · noemen (?:ze )?(?:me|mij|haar|hem) · hysteri · waar iedereen bij · ten overstaan ·
  voor de hele (?:groep|afdeling|klas) · in front of (?:everyone|the whole|everybody|my) · tegengewerkt · saboteer ·
  tegen ?werk · weg te werken · wegpest · weggewerkt · weggejaagd · buitenspel gezet · in de hoek · klemgezet ·
  vastgepakt · vastgegrepen · vast ?greep · knijp · billenkn · duwde · duwt · trapt · stomp(?:te|t) · kopstoot ·
  klap (?:in|tegen|op|gekregen|gaf) · bekogel · uitgekaffer · gevloek · vloekt · vloekend ·
  tier(?:t|en)(?![\p{L}]) · woede · ontplof · loert · staart naar mijn · lonk · geflirt · flirt · masseer ·
  mijn (?:nek|knie|schouder|bil|kont|heup|rok|lichaam|been) · appt (?:\p{L}+ ){0,5}(?:laat|nacht) · laat appt ·
  doodsbedreig · dreigmail · dreigbrief · wachtte (?:me|mij|op me) · wacht (?:me|mij) op · afgeknepen · gestraft ·
  straft · hatelijk · walgelijk · vies(?:e)?(?= ) · smerig · gekoeioneer · kapittel · terroris · tiran · dictator ·
  verrot · kleinerend · beledig · gekwetst · kwetsend · gezegd dat ik (?:te|niet|maar|beter) ·
  zegt dat ik (?:te|niet|maar|beter) · op non-actief · geschoffeer · schoffer · monddood · zwijgen op ·
  gestolen idee · steals my · getreiter · treiter · gejen · jennen · jent · sart · gesar · geïntimid · gedreigd ·
  gediscrimin · over mijn grens · over (?:mijn|haar|zijn|de) grenzen · aangerand · handtastelijk · betast ·
  bepotel · uitgescholden · uitschel · schold · gescholden · scheldt · uitgemaakt voor ·
  maakt? (?:me|mij|haar|hem) uit voor · verneder · gekleineer · kleineer · kleiner(?:en|t)(?= ) · denigrer ·
  neerbuigend · minachten · buitengesloten · buitensluit ·
  sluiten? (?:me|mij|haar|hem|ons) (?:\p{L}+ )?(?:buiten|uit) · genegeerd · negeer · negeren · doodgezwegen ·
  doodzwijg · lucht voor · uitgelachen · lach(?:en|t)? (?:\p{L}+ )?(?:me|mij|hem|haar) uit ·
  lachen? (?:me|mij)(?= ) · lachen om mij · belachelijk · voor schut · voor gek · gepakt in · zondebok ·
  zwartgemaakt · zwart gemaakt · roddel · geroddel · achter mijn rug · achter (?:haar|zijn) rug · kwaadspre ·
  gemanipuleer · manipuler · gaslight · chanteer · gechanteer · gestalkt · achtervolg · gevolgd naar · volgt me ·
  volgt mij · die je volgt · aangeraakt · raakt? (?:me|mij) (?:\p{L}+ )?aan · zit(?:ten)? aan (?:me|mij) ·
  handen? (?:niet )?thuis · met zijn handen · zijn hand op · hand op mijn · geknepen · kneep ·
  kust(?:e|en)? (?:me|mij|haar) · gekust · gezoend · zoen · te dichtbij · standing too close · naaktfoto · dickpic ·
  foto's? stur · foto's sturen die · borsten · billen · mijn lijf · mijn lichaam · mijn uiterlijk · schuine ·
  dubbelzinnig · avances · geslagen · slaat me · sloeg (?:me|mij|haar|hem) · geschopt · geduwd · gespuugd · spuug ·
  in mijn gezicht · gooide · tegen (?:me|mij) (?:\p{L}+ )?(?:schreeuw|tekeer) · tekeer · uitgefoeter · afgeblaft ·
  afgekat · afgesnauwd · snauw · afgezeken · afgebrand · afgemaakt · maken ze (?:je|me|mij|haar|hem) af ·
  kapot ?gemaakt · kapot maken · geviseerd · viseren · mikpunt · pispaal ·
  pik(?:ken|t)? (?:\p{L}+ )?(?:op|er|uit) (?:me|mij) · de grond in · ondermijnd? (?:me|mij) · weggezet ·
  weggekeken · rot op · eigen land · scheldwoord · vuile(?= ) · kutmarok · kanker · flikker · nikker · zwartje ·
  die zwarte · die neger · aap(?:je)?\b · apen(?![\p{L}]) · oude mens · te dom · te oud · te dik · mongool · hoer ·
  slet · wijf · trut · mijn accent · mijn geloof · huidskleur · mijn afkomst · mijn stotter ·
  zwanger (?:ben|was|werd) · was pregnant · homo(?= ) · opmerking(?:en)? over (?:mijn|haar|m'?n|me|mn) ·
  comments? about my · grap(?:je|jes|pen)? over (?:mijn|haar|m'?n|mn) · gedwongen · onder druk (?:gezet|zet) ·
  anders ontslag · kon vertrekken · contract niet verleng · mond (?:te )?houden · je mond kunt houden · rotklus ·
  met open mond · bespied · begluur · gluur · controleert (?:me|mij|alles) · niet uitgenodigd ·
  praten (?:\p{L}+ ){0,4}niet (?:meer )?(?:tegen|met) (?:me|mij) · kijken? (?:me|mij) niet aan · groeten? me niet ·
  laten? (?:me|mij|ons) links liggen · belaag · grop(?:e|ed|ing) · humiliat · belittl · mock ·
  laugh(?:s|ed|ing)? at · everybody laughs · ignor(?:e|es|ed|ing) me · excluded · left out ·
  touch(?:es|ed|ing)? (?:me|my) · hand on my · creepy · whisper · insult · picks? on me · picking on · retaliat ·
  blackmail
`)

/** The same, as it is done to somebody: "ik word gepest" is not the subject of a course. */
const DONE = field(String.raw`
  (?:weg)?gepest · pest(?:te|ten|t|en)? (?:me|mij|haar|hem) · geïntimideerd · geintimideerd · intimide(?:ert|erde|ren|erend) · intimideert iedereen · bedreigd ·
  bedreigt · dreigt · dreigde · gedreigd · gediscrimineerd · discrimineert · gedwongen · dwingt · dwingen · gestalkt · mishandeld · misbruikt ·
  aangerand · verkracht(?![\p{L}]) · gechanteerd · chanteert · geschreeuwd · schreeuwt · schreeuwde · scheldt · schold · gescholden · uitschelden ·
  bullied · bullies · harassed · harasses · threatened · threatens · discriminated · assaulted · abused · groped · yells · yelled · yelling at ·
  shouts · shouted · shouting at · screams · screamed · forced me
`)

/** The matter by its name: somebody's trade as easily as somebody's trouble. */
const MATTER = field(String.raw`
  pest · intimid · bedreig · dreig · discrimin · racis · seksis · sexis · grensoverschrijd · ongewenst · aanrand · verkracht · mishandel · misbruik ·
  machtsmisbruik · chantage · stalk · overval · agressi · geweld · seksue · sexue · wapen · haat(?![\p{L}]) · angstcultuur · harass · threat · assault ·
  abus · bully · homofo · islamofob · antisemit · zelfmoord · suïcid · suicid · burn-?\s?out · depressi · paniek · panic · trauma · sexual · inappropriate ·
  unwanted · hoofddoek · scheld · schreeuw
`)

/** What speaks of something bad, whatever it is. */
const BAD = field(String.raw`
  rot(?![\p{L}]) · rotzak · naar gevoel · slecht · vreselijk · verschrikkelijk · afschuwelijk · kut · klote · fuck · shit · hel(?![\p{L}]) · ellend · pijn(?![\p{L}]) ·
  boos op me · kwaad op me · woedend · eng(?![\p{L}]) · akelig · ziek van · stress · gespannen · klem · straf · mijn schuld ·
  gekwetst · ruzie · zwaar(?![\p{L}]) · ontslag · ontslagen · ontsla · oneerlijk · gemeen(?![\p{L}]) · lelijk · vernield · verpest · kapot ·
  stikt · verstop · weg te komen · wegkruip · opgesloten · gevangen · verloren · red me · weet me geen · hou niet · alleen nog ·
  steeds weer · elke keer weer · terrible · awful · horrible · hell · hate · angry at me · pain · hurt · unfair · cruel · nasty · trapped · alone · fired · worse · worst · crying
`)
/** What speaks of something good, or of having learned: then somebody did them a kindness. */
const GOOD = field(String.raw`
  hielp · helpt · helpen · help (?:me|mij) · geholpen · legde (?:me |mij )?uit · uitleg · liet (?:me|mij) zien · leerde · geleerd · leerzaam(?! dat je hier) · tip(?![\p{L}]) · tips · compliment · dank · bedankt · blij ·
  fijn · mooi · leuk · gelukt · lukte · handig · nuttig · wist raad · enthousiast · trots · snapte · snap ik nu · ontdekt · gemerkt · bleek · opgelost · rustig ·
  lachen om · taught · learned · learnt · helped · showed me · explained · great · nice · useful · thanks · proud · happy · turned out
`)
/** Somebody does something to the writer. */
const ON_ME =
  /(?<!\p{L})(?:hij|zij|ze|die|ie|iedereen|collega'?s?|leidinggevende|manager|chef|baas|teamleider|directeur|wethouder|man|vrouw|he|she|they|boss|everyone|everybody)(?: [\p{L}']+){0,6} (?:me|mij|m'n|mn|mijn|ons|my)(?!\p{L})/u

/** What was done or felt; how much each weighs is learnt. */
export const DISTRESS_FIELDS: Readonly<Record<string, RegExp>> = {
  ENDING_LIFE,
  SPENT,
  LOW,
  FEAR,
  HOSTILE,
  DONE,
  MATTER,
  BAD,
  GOOD,
  ON_ME,
}
