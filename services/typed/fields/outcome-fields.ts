import { field } from './weigh.ts'

/** How it ended well, or what the writer will do with it: what was hard is then what was learnt. */
const TURNED = field(String.raw`
  (?:maar|wel|toch|en|nu|now|but) (?:ook |toch |wel |heel |very |so )?(?:blij|trots|opgelucht|leuk|fijn|mooi|goed|gelukt|gedaan|gehaald|geleerd|leerzaam|grappig|lachen|glad|proud|relieved|happy|fun|good|worth|funny|waar|true) ·
  viel (?:\p{L}+ ){0,3}mee · valt (?:\p{L}+ ){0,3}mee · meegevallen · toch (?:maar )?(?:gedaan|gelukt|gehaald|gegaan) · gelukkig · opgelucht · uiteindelijk · achteraf ·
  beter van (?:werd|geworden|wordt) · werd het beter · is het beter · brak het ijs · broke the ice · ijs gebroken ·
  (?:ik )?ga (?:ik )?(?:er )?(?:op |aan |voortaan |nu |dat |het |volgende )(?:\p{L}+ ){0,3}(?:letten|werken|doen|vragen|proberen|plannen|maken|zeggen) · blok ik ·
  volgende (?:keer|week|maand) · next time · next week · voortaan · from now on · van nu af · sindsdien · since then · daarna ging · daarna was · daarna · afterwards ·
  niemand (?:vond|merkte|zag) · nobody (?:minded|noticed) · bedankte · bedankt(?:e)? (?:hij|zij|ze) · thanked · aan het eind · in the end ·
  nooit meer vergeten · mijn (?:eigen )?fout · my (?:own )?(?:fault|mistake) · foutje · vergiste me · vergissing · les(?:je)? geleerd · lesson · nu weet ik · weet ik nu · now i know · wist ik niet · i did not know · i didn't know ·
  snap (?:ik )?(?:nu|waarom|beter) · begrijp (?:ik )?(?:nu|waarom|beter) · helpt · hielp · helped · werkt(?:e)?(?! (?:\p{L}+ ){0,2}niet) · rustiger · sneller · makkelijker · easier · faster · compliment
`)
/** What belongs to learning and may sting: nerves, criticism, a first time. */
const STINGS = field(String.raw`
  zenuwachtig · nerveus · zenuwen · nervous · spannend · gespannen · eng(?![\p{L}]) · scary · knikkende · klamme · rood hoofd · blozen · blos · blush · ongemakkelijk · awkward · even slikken · slikken · ouch · au(?![\p{L}]) ·
  lastig · moeilijk · difficult · tough · hard(?: conversation| to) · feedback · kritiek · criticism · teleurgesteld · teleurstell · disappointed · balen · jammer · mislukt · afgewezen · rejected · failed · gezakt ·
  voor het eerst · voor 't eerst · eerste keer · first time · (?:mijn|my) (?:eerste|first) · schrok · schrikken · verrast · confronterend · spiegel · persoonlijk (?:op|nam) · took it personally ·
  drempel · overwonnen · gedurfd · durfde · dared · presentatie · presenteren · presentation · speech · toespraak · sollicitatie · interview · assessment · examen · exam · stage · inwerk
`)
/** What somebody is picked on for. */
const WHO_ONE_IS = field(String.raw`
  als (?:enige )?(?:vrouw|man|moslim|trans\p{L}*|homo|moeder|jongere|oudere|nieuwe|invalide|buitenlander|stagiair\p{L}*) · as (?:a|the only) (?:\p{L}+ )?(?:woman|man|muslim|trans|gay|mother|immigrant|foreigner|black|brown) · transpersoon · transgender · non-binair ·
  hoofddoek · hijab · keppel · headscarf · kleurtje · mijn kleur · huidskleur · skin ?colou?r · afkomst · roots · nederlandse naam · mijn naam (?:niet|verkeerd|is) · buitenlandse · foreign(?:er|ers)?(?![\p{L}]) · accent · mijn leeftijd · my age · te oud · te jong · too old · too young ·
  zwanger · pregnan · borstvoeding · kolven · kinderwens · rolstoel · wheelchair · handicap · beperking · disab · autis · adhd · dyslex · doof(?![\p{L}]) · gehoor · geloof · faith · religi · lesbisch · lesbian · gay(?![\p{L}]) · queer · geaardheid · dik(?:ke)?(?![\p{L}]) · gewicht · stotter
`)
/** What follows who speaks up, or stands in the way. */
const REPRISAL = field(String.raw`
  represaille · reprisal · retaliat · wraak · revenge · zelf het probleem · wind van voren · misstand · wrongdoing · klokkenluider · whistleblow · taken (?:zijn )?(?:afgepakt|afgenomen|weg) · afgepakt · afgenomen · bureau (?:staat )?(?:op|in) de gang ·
  niet verleng · not renewed · eruit (?:gewerkt|gezet|gegooid|werken|hebben) · van mij af · weg (?:pesten|hebben|werken) · naar de uitgang · overgeplaatst · degrad · demot · beoordeling (?:ineens|opeens) · ineens slecht · opeens (?:slecht|niet|geen) · slechte beoordeling · disciplin · waarschuwing gekregen · op het matje · gevolgen voor (?:mij|mijn) ·
  moet (?:ik )?(?:het |dit |dat )?(?:gewoon |maar )?(?:slikken|pikken|accepteren) · expres · on purpose · met opzet · zoveelste · voor de \p{L}+ste keer · in bijzijn van · waar (?:ik|iedereen) bij (?:stond|was|zat) · behind my back · lachende · gelach · giebel · blikken(?![\p{L}]) · stares
`)
/** Watched, followed, found. */
const HUNTED = field(String.raw`
  te vinden(?=\W*$) · weten (?:je|me|mij|ons) te vinden · weet (?:je|me) te vinden · weten waar (?:je|ik|we) · know where (?:i|you) live · achtervolg · volgt me · followed me · following me · stalk · opgewacht · wacht(?:te|en)? me op · mes(?![\p{L}]) · knife · steek(?:t|partij) · wapen · gun(?![\p{L}]) ·
  blijft (?:me|mij|aan me|aan mij) · aan me zitten · aan mij zitten · hartjes · 's nachts · 's avonds laat · midden in de nacht · naaktfoto · foto's van (?:me|mij) · filmde · gefilmd · filmt (?:me|mij) · doxx · mijn (?:kinderen|gezin|huis|adres|privé) · my (?:kids|family|house|address)
`)

/** No way on, in few words or in a dialect. */
const DESPAIR = field(String.raw`
  what'?s the point · no point (?:in|any) · going on(?=\W*$) · (?:nog|mee) doorgaan · doorgaan(?=\W*$) · waarom zou ik nog · goodbye (?:letter|note) · farewell · vaarwel · afscheidsbrie · laatste (?:leermoment|bericht|keer dat) · my last ·
  kanni(?:e|ks) ?(?:meer|mee|mer) · k(?:a|i|u)n (?:d'?r |ut |'t |het |dit )?(?:nie|neet|nait|nich) (?:meer|mee|mie|mer|langer) · kan (?:geen|nog geen) (?:dag|week|maand|jaar) · geen (?:dag|week|maand|jaar) meer ·
  niet ok(?:é|e|ay)?(?![\p{L}]) · not (?:doing|feeling) (?:\p{L}+ )?(?:well|good|great|ok) · not (?:alright|fine)(?![\p{L}]) · gaat (?:\p{L}+ ){0,3}(?:niet|nie|neet) (?:goed|good)(?! met) · niet goed(?=\W*$) · eronderdoor · er onderdoor · ten onder · alles (?:is|wordt|voelt) (?:grijs|zwart|leeg|donker|te veel) · grijs(?=\W*$) ·
  weg van alles · weg van hier · wil(?:de)? (?:\p{L}+ ){0,3}weg(?=\W*$) · verdwijn · laat maar · maakt (?:\p{L}+ ){0,3}niet(?:s)? meer uit · nergens meer zin · nothing matters · no one would · niemand die · niemand leest · niemand (?:zou|merkt|mist) · alleen(?=\W*$) · altijd alleen · eenzaam · lonely ·
  ending it · end it · tegen een boom · aanrijding · vrachtwagen · van de brug · uit het raam · pillen · pills · gesnoven · drugs · drank · drink (?:ik|te veel) · aan de drank · uur per nacht · hours? a night · slaap (?:niet|drie|vier|twee) · hulp (?:hebben|nodig) · iemand die luistert · someone to talk · somebody to talk · red (?:ik )?het (?:\p{L}+ ){0,2}niet · trek (?:ik )?(?:het|dit|'t) (?:\p{L}+ ){0,2}niet ·
  breakdown · broke down · burnt? out · zestig uur · sixty hours · de weg naar huis · haal het einde · hoe (?:houd|hou)(?:en)? (?:\p{L}+ ){0,2}(?:dit|het) vol · hoe kom ik hier · tintel · paniek · op het punt om · erbij neer (?:te )?(?:gooi|leg) · bijltje
`)
/** Laid hands on, or worse. */
const ATTACKED = field(String.raw`
  aangevallen · attacked · aanval(?:len)?(?![\p{L}]) · hamer · hammer · stuk hout · (?:met een|a) (?:mes|stok|steen|fles|knife|stick|bottle|bat) · kogelbrief · kogel(?![\p{L}]) · bullet · bom(?![\p{L}]) · brandbom · dode (?:muis|rat|vogel) · dood (?:moet|gaat|maken) · dood te · briefje op mijn · landverrader · traitor ·
  achterna · cornered · klem(?: ?gezet| zet)?(?![\p{L}]) · vastgegrepen · vastgehouden · hield (?:me|mij|mijn) · grens (?:over|ging) · (?:ging|gaat) over (?:mijn|haar|de|zijn) grens · crossed a line · blauwe plek · bruise · rokje · skirt · borsten · decollet · jonge meiden · jonge meisjes · young girls · stagiaire · trainee · intern(?![\p{L}]) ·
  uitgelachen · oetgelach · laughed (?:it|me) off · nagedaan · ching · pinda · loempia · aap(?![\p{L}]) · briefjes · in de container · in mijn (?:la|kluis|tas|schoenen|jas) · freezes? (?:you|me) out · froze me out · doofpot · stil gehouden · hushed · ontvoer · gijzel · mishandel · slaat(?! (?:op|aan|over)) · sloeg · geslagen · trapte · gooide
`)
/** Things and animals do to somebody what people do not mean. */
const THINGS = field(String.raw`
  printer · scanner · koffie · coffee · automaat · mok(?:ken)?(?![\p{L}]) · mug(?![\p{L}]) · laptop · computer · toetsenbord · scherm · monitor · muis(?! in)(?![\p{L}]) · wifi · internet · mail(?:box)?(?![\p{L}]) · bestand · spreadsheet · excel · tabel · update · software · app(?![\p{L}]) · teams(?![\p{L}]) · wachtwoord · password · stapler · nietmachine · microfoon · microphone ·
  raam · deur(?! dicht) · lift(?![\p{L}]) · stoel · bureau(?! staat)(?![\p{L}]) · airco · verwarming · toilet · wc-papier · plant(?:en)?(?![\p{L}]) · hond(?:en)?(?![\p{L}]) · labrador · kat(?:ten)?(?![\p{L}]) · gans · ganzen · zwaan · meeuw · duif · koe(?:ien)?(?![\p{L}]) · schaap · taart · cake · bitterba · lunch(?:en)?(?![\p{L}]) · borrel · oliebol ·
  trap(?:pen)?(?![\p{L}]) · fiets(?:en|tocht)?(?![\p{L}]) · trein · regen · weer(?= vandaag| he| buiten) · weather · deadline · bos(?![\p{L}]) · boom(?! te)(?![\p{L}]) · asfalt · brug · paal · lantaarn · lamp · verlichting · maaier · machine · wagen(?![\p{L}])
`)
/** Said to be funny. */
const LAUGHS = field(String.raw`
  haha · hihi · hahaha · lol(?![\p{L}]) · lmao · grap(?:je|jes|pig)?(?![\p{L}]) · grapp · joke · funny · lachen · gelachen · lachten (?:we|wij|ze allemaal) · moest lachen · laughed · laughing · van het lachen · kapot gelachen · dubbel · hilarisch · hilarious · geniaal · leuk · feest · jarig · verjaardag · birthday · kidding
`)
/** What was hard, and was met as part of the work. */
const COPED = field(String.raw`
  apart gezet · apart genomen · even gezeten · glas water · tissues · bood (?:hij |zij |ze )?(?:zijn |haar )?excuus · excuses (?:aan|gemaakt) · apolog · gaf (?:hij |zij |ze )?(?:me|mij) een hand · (?:hij|zij|ze|he|she|they) (?:had|was|were) (?:helemaal )?(?:gelijk|right) · had (?:hij|zij|ze) gelijk · terecht(?![\p{L}]) · goed dat (?:hij|zij|ze) · kon (?:er|erom|hij|zij) (?:om )?lachen ·
  ik (?:heb|had) (?:hem|haar|ze|het|alles|een|de) (?:\p{L}+ ){0,4}(?:gebeld|gezet|geregeld|gemaakt|gehaald|verwezen|gegeven|opgelost) · ik belde · i (?:just )?(?:listened|called|asked|stayed|followed|fixed|made|covered) · rustig (?:gebleven|blijven|geworden|doorgepraat) · stayed calm · bleef (?:ik )?rustig · in goede handen · good hands · volgens (?:het )?protocol · doorverwezen · veilig thuis · plan gemaakt · samen met · opgevangen · nazorg · oefening · oefen(?:den|en) · role-?play · acteur · rollenspel ·
  ik (?:moest|mag|kan|ga) (?:\p{L}+ ){0,3}(?:minder|vaker|eerder|beter|langzamer|duidelijker) · grens aangegeven · nee gezegd · said no · doorvr(?:aag|oeg) · tegen te spreken · bedankte
`)

/** How it went, whom it befell and why; how much each weighs is learnt. */
export const OUTCOME_FIELDS: Readonly<Record<string, RegExp>> = {
  TURNED,
  STINGS,
  WHO_ONE_IS,
  REPRISAL,
  HUNTED,
  DESPAIR,
  ATTACKED,
  THINGS,
  LAUGHS,
  COPED,
}
