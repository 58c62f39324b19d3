import { field, wholeWords } from './weigh.ts'

/** To end something: as a command, an infinitive, or what is to be done to the writer. */
const END = field(String.raw`
  doe(?: me| mij)? maar weg · weg met · schei (?:\p{L}+ ){0,2}uit · uitscheiden · hou je (?:mond|kop|bek) ·
  kop dicht · bek dicht · mond dicht · zwijg · stil(?:te)?(?=\W*$) · rot toch op · opzouten · opkrassen · opdonder ·
  oprotten · flikker op · moven · wegblijven · blijf weg · laat los · vergeet (?:me|mij)(?! niet) ·
  haal(?:en)? (?:jullie|je) (?:me|mij|mijn) · streep (?:me|mij|mijn) · gooi (?:\p{L}+ ){0,2}(?:eruit|weg) ·
  knikker (?:me|mij) · trek (?:me|mij) terug · terugtrek · ik trek me terug · stap (?:\p{L}+ ){0,2}uit · uitstap ·
  eruit stappen · hiermee (?:\p{L}+ )?(?:klaar|gestopt|gedaan) · afgelopen(?=\W*$) · afsluiten · beëindig ·
  annuleer · cancelen · opheffen · verwijderd worden · wil weg · off the list · off this · drop me · out of this ·
  end this · shut up · knock it off · enough · disable · delete my · zet stop · mijn abonnement ·
  voortaan zonder mij · zonder mij · tel mij niet · reken niet op mij · laat deze (?:\p{L}+ )?beker ·
  stop · stopp · hou(?:d|dt)? (?:\p{L}+ ){0,3}op · ophou · op te houden · hou(?:d|dt)? (?:er|hier)(?:mee)? ·
  ermee op · kap(?:pen|t)?(?!v) · ik kap · uitschrijv · uitgeschreven · uit te schrijven ·
  schrijf (?:me|mij|m'?n) (?:\p{L}+ ){0,2}uit · schrap · afmeld · af te melden · afgemeld ·
  meld (?:me|mij) (?:\p{L}+ ){0,3}af · opzeg · op te zeggen · zeg (?:\p{L}+ ){0,3}op(?=\W*$) · haal (?:me|mij) ·
  haal mijn · gooi (?:me|mij) · zet (?:me|mij|mijn naam) (?:\p{L}+ )?(?:eruit|eraf|uit|af) ·
  verwijder (?:me|mij|mijn|m'n) · wis (?:me|mij|mijn) ·
  (?:me|mij|m'n naam|mijn naam) (?:\p{L}+ ){0,5}(?:\p{L}*lijst|mailing|groep|bestand) ·
  (?:verzend|mail|mailing)lijst · lijst af · (?:van|uit) (?:die|deze|jullie|je|jouw) (?:\p{L}*lijst|mailing) ·
  eraf · er af · eruit · hier ?uit · er ?uit · uit ?te zetten · uitzet ·
  zet (?:dit|jou|je|deze|die|de bot) (?:\p{L}+ ){0,2}uit ·
  kan (?:dit|die|het|deze|je|de bot) (?:\p{L}+ ){0,2}uit(?=\W*$) ·
  mag (?:dit|die|het|deze|ik) (?:\p{L}+ ){0,2}(?:uit|eruit|stoppen)(?=\W*$) ·
  (?:hoe )?zet ik (?:jou|je|dit|de bot|deze) (?:\p{L}+ )*(?:uit|af) · met rust ·
  laat (?:me|mij) (?:\p{L}+ )*(?:rust|chillen|gaan|buiten|erbuiten|eruit|hierbuiten) · buiten beschouwing ·
  erbuiten · blokkeer · blokkeren · mute · dempen · unsubscribe · i'?m out · count me out · ik ben weg ·
  opt[ -]?out · remove me · take me off · leave me alone · quit · cancel · sign me off · turn (?:this|it|you) off ·
  switch (?:this|it|you) off · deactiv · deregister · genoeg zo · zo is het genoeg · basta · hoepel op · donder op ·
  rot op(?! naar) · ga weg · go away · wegwezen · weg hier · laat maar
`)
/** To wait a while: a wish of the same kind. */
const REST = field(String.raw`
  een (?:maand|week|tijdje|poosje|paar weken) (?:niet|geen|over|stil|rust) · even rust · give me a break · skip me ·
  tot (?:na )?(?:\p{L}+ ){0,2}(?:vakantie|verlof|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|kerst|zomer|maandag|volgend) ·
  until (?:\p{L}+) · verlof · vakantie · ziek thuis · voorlopig · komende weken · paar (?:weken|weekjes|maanden)
`)
const PAUSE = field(String.raw`
  pauz · pause · snooze · sla (?:me|mij|ons) (?:\p{L}+ ){0,3}over · (?:me|mij) (?:\p{L}+ ){0,4}overslaan ·
  overslaan · (?:je|jij|u|weekjes?|weken) (?:\p{L}+ ){0,4}stil (?:zijn|houden) · rust(?:ig)? laten
`)
const NO_MORE = field(String.raw`
  niet meer · niks meer · niets meer · nooit meer · nie meer · nimmer · geen (?:\p{L}+ ){0,3}meer · niet langer ·
  niet verder · niet meer hoeven · voortaan (?:niet|geen) · ook de volgende · volgende week ook niet · vanaf nu ·
  no more · not any ?more · anymore · don'?t (?:\p{L}+ ){0,3}(?:again|any) ·
  stuur (?:me|mij) (?:\p{L}+ ){0,6}(?:niks|niets|geen|niet) · vraag (?:me|mij) (?:\p{L}+ ){0,4}(?:niks|niets|niet) ·
  never (?:again|message|ask|send)
`)
const REFUSES = field(String.raw`
  niet nodig voor mij · voor mij niet (?:meer )?nodig · voor mij hoeft · van mij hoeft · hoeft (?:voor|van) mij ·
  hoeft niet (?:meer )?voor · heb (?:hier|er|daar) (?:\p{L}+ )?(?:niks|niets|geen) ·
  boeit (?:me|mij)? ?(?:niet|niks) · interesseert (?:me|mij) (?:\p{L}+ )?(?:niet|niks|geen) ·
  kan (?:me|mij) gestolen · zit (?:er |hier )?niet op te wachten · niet op te wachten · geen gehoor · geen bericht ·
  geen vragen · geen vraag · bedank(?:t)? voor de eer · sla (?:\p{L}+ )?over · pas voor · ik passeer · weiger ·
  verplicht me niet · mijn tijd niet waard · zonde van (?:mijn|de) tijd · tijdverspilling · verspilling · onzin ·
  flauwekul · kinderachtig · irritant · irriteer · vervelend(?:e)? ·
  word(?:t)? (?:er |hier )?(?:gek|moe|ziek|simpel) van · genoeg van · beu(?![\p{L}]) · balen van ·
  kots(?:beu|misselijk) · spam · bestook · overspoel · gebombardeer ·
  te veel (?:berichten|vragen|meldingen) · volle mailbox · wil (?:\p{L}+ ){0,3}(?:eruit|eraf|stoppen|weg|rust) ·
  wil ik (?:\p{L}+ ){0,3}(?:niet|geen|niks) · mag (?:je|jij|u) (?:\p{L}+ ){0,3}(?:weglaten|overslaan|laten) ·
  kun je (?:\p{L}+ ){0,6}(?:laten|ophouden|stoppen|weglaten|uitzetten) · waste of time · annoying · stop asking ·
  no need · i decline · count me out · not my thing · leave it · rather (?:not|skip) · prefer not · pass on this ·
  i'?ll pass · no interest · could you please not · fed up with (?:this|these|the) ·
  (?:doe|doen|wil|ga|hoef|hoeven|kan|mag) (?:\p{L}+ ){0,5}niet (?:\p{L}+ ){0,2}(?:mee|meedoen|meer mee) ·
  niet meedoen · niet mee te doen · niet aan meedoen · doe niet mee · niet mee ·
  (?:ik|kan|mij|me) (?:\p{L}+ ){0,2}hoeft? (?:\p{L}+ ){0,4}(?:niet|niks|geen) ·
  hoef (?:\p{L}+ ){0,4}(?:niet|niks|geen) · geen zin · geen (?:interesse|behoefte|belangstelling|prijs|trek) ·
  niet ge[iï]nteresseerd · niet voor mij · niks voor mij · niets voor mij · past niet bij (?:mij|me) ·
  (?:heb ik )?niks aan · niets aan · klaar mee · spuugzat · zat (?:van|van dit) · ben het zat · niet op prijs ·
  prijs stellen · prijs.*niet · ik pas · nooit (?:voor )?opgegeven · nooit (?:om|voor) gevraagd · niet om gevraagd ·
  zoek (?:maar )?een ander · iemand anders lastig · lastig ?val · bespaar · moeite verder · lees ze (?:toch )?niet ·
  gezeur · gezeik · gedram · spam · not interested · rather not · don'?t want · do not want ·
  won'?t (?:take part|participate) · not for me · not take part ·
  don'?t (?:\p{L}+ )?(?:contact|message|ask|send|bother) · wil (?:dit|deze|die) (?:\p{L}+ ){0,2}niet ·
  wil (?:hier|er) (?:\p{L}+ ){0,2}(?:niks|niets|niet|geen|af|uit|vanaf|weg) · graag (?:\p{L}+ ){0,3}niet ·
  liever (?:\p{L}+ ){0,2}niet · liever niet · geen (?:tijd|puf|energie) (?:\p{L}+ )?(?:voor|hiervoor) ·
  hier (?:\p{L}+ ){0,2}geen tijd voor · nee (?:dank|bedankt|dankje|nu|merci) · no thanks · no thank you ·
  doe (?:mij|me) (?:\p{L}+ ){0,2}niet · deelname
`)
/** What the bot does, and the bot itself. */
const BOT = wholeWords(`
  bot · chatbot · robot · leermoment · jij · jou · je · u · ge · gij · you · dit · hiermee · hieraan · hier ·
  ermee · hiervan · this · deze · die · berichten · berichtjes · bericht · vragen · vraag · vraagjes · melding ·
  meldingen · notificaties · notifications · herinneringen · appen · appjes · mailtjes · messages · messaging ·
  questions · kaarten · kaartjes · deelname · elke week · iedere week · every week · dit ding · thing
`)
const ME = wholeWords(`
  me · mij
`)
const WRITER = wholeWords(`
  ik · 'k · kben · me · mij · mijn · m'n · mn · i · i'm · i'd · i'll · my · graag · please · pls · plz · aub · svp ·
  alsjeblieft · alstublieft · alsjeblief
`)

/** What else people stop, cancel and take off lists: then it is their work that they write about. */
const ELSE = field(`
  inwoner · bewoner · burger · klant · cliënt · client · ondernemer · aannemer · leverancier · supplier · moeder ·
  vader · ouders · kind · jonger · raadslid · wethouder · collega · department · afdeling · team(?= ) · uitkering ·
  subsidie · vergunning · dossier · abonnement · nieuwsbrief · newsletter · mailbox · vergader · dagstart ·
  overleg · meeting · project · marktlijst · wachtlijst · wachtenden · bushalte · jeugdhulp · calamiteit ·
  ingebruikname · kaart(?= ) · brp · zaaksysteem · systeem · bewaartermijn · roken · aannames · cc'en · praten ·
  papier · formulier · brief · brieven · gesprek · verlening · verlenen · re.?integratie · traject · cursus ·
  training · beschikking · aanvraag · zaak · bezwaar · wijk · coach · balie · lijn · bus(?= ) · verkeer · auto ·
  bouw · gemeente · parkeer · rijbewijs · paspoort · huur · woning · school · leerling · regio · opvolging ·
  weerstand · spreekuur · telefoon · mail(?:s|en)?(?! me) · outlook · excel · teams · loopt (?:het|een) ·
  meldingen uit · werkwijze · proces · regel · vereniging · verzekering · evenement · markt · kermis · boom · hond ·
  afval · container · energie
`)
/** To stop with something: with what, if it is not this. */
const OF_ELSE =
  /(?<!\p{L})(?:stop(?:pen|t)?|ophouden|hou(?:d|dt)? op|kap(?:pen)?)(?: eens| maar| nou| nu| dus)* (?:met|van) \p{L}+/u
const OF_THIS =
  /(?:met|van) (?:dit|deze|die|dat|me|mij|ons|berichten|vragen|de vragen|de berichten|appen|mailen|sturen|leermoment|meedoen|jullie|jou|je|de bot|het)(?!\p{L})/u
const LEARNT = field(`
  hielp · geleerd · leerde · leerzaam · les · tip · learned · learnt · lesson · gemerkt · bleek · blijkt · ontdekt ·
  scheelt · toch loopt · tegenwordig · vond ik
`)
const HELP = field(`
  wie (?:weet|haalt|regelt|kent|heeft|doet) · weet iemand · iemand (?:wel|ervaring|een) ·
  hoe (?:meld|schrijf|haal|zeg|stop) (?:ik|je|jullie|we)(?! (?:me|mij|hier|dit|deze|je)) · wanneer mag · mag je ·
  moet je · wat als · waar doe je · who knows · does any
`)

const SIGNS = /[🛑⛔🚫✋🔕🙅]/u
/** "Ik snap er niks van" denies too, and asks. */
const NOT_KNOWING =
  /(?<!\p{L})(?:snap|begrijp|weet|wist|kom er|lukt|vind|zie|know|understand)(?: \p{L}+){0,3} (?:niet|niks|niets|geen|not)(?!\p{L})|niet uit met|don't (?:know|understand)/u
/** An order with the writer in it: "laat me", "spaar mij", "haal me". */
const ORDER =
  /(?:^|[,.!] ?|(?:^| )(?:en|dus|nee|nou|bot|please|graag) )(?!(?:ik|hij|zij|ze|we|wij|die|dat|dit|het|een|help|geef|vertel|leg|stuur me de) )\p{L}{2,10} (?:me|mij|mijn|m'n|my)(?!\p{L})/u

/** What speaks for and against a wish to stop; how much each weighs is learnt. */
export const STOP_FIELDS = {
  END,
  REST,
  PAUSE,
  NO_MORE,
  REFUSES,
  BOT,
  ME,
  WRITER,
  ELSE,
  OF_ELSE,
  OF_THIS,
  LEARNT,
  HELP,
  SIGNS,
  NOT_KNOWING,
  ORDER,
} satisfies Record<string, RegExp>
