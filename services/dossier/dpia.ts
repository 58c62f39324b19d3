import type { DossierGiven, Paper } from './given.ts'
import { head, rulesOf } from './headings.ts'
import { KINDS_OF_DATA, termOf } from './kinds-of-data.ts'
import { bullets, given, open, paper, table } from './markdown.ts'
import { MEASURED } from './measured.ts'
import { recipients } from './processing-record.ts'
import { securityOf } from './security.ts'

/** A data protection impact assessment in the seventeen points of the model of the Dutch government. */
export const dpia = (of: DossierGiven): Paper => ({
  file: 'dpia.md',
  text: paper(
    head(
      'Gegevensbeschermingseffectbeoordeling (DPIA): Leermoment',
      'In de volgorde van het model van de rijksdienst: zeventien punten.',
      of,
    ),
    ...characteristics(of),
    ...lawfulness(of),
    ...risks(of),
    '## Oordeel',
    table(
      ['', ''],
      [
        ['Advies van de functionaris gegevensbescherming', open('advies en datum')],
        [
          'Standpunt van medewerkers of hun vertegenwoordigers (artikel 35, negende lid)',
          open('de ondernemingsraad, datum'),
        ],
        ['Voorafgaande raadpleging van de Autoriteit Persoonsgegevens nodig', open('ja of nee, en waarom')],
        ['Opnieuw beoordelen', open('uiterlijk over drie jaar, en bij elke wijziging van de regels')],
      ],
    ),
  ),
})

const characteristics = (of: DossierGiven) => [
  '# A. Kenmerken van de verwerking',
  '## 1. Voorstel',
  `Leermoment is een bot in Microsoft Teams. Hij vraagt medewerkers één keer per week naar hun leerzaamste moment, brengt vragen bij collega’s die het weten, volgt wat iemand met een moment wil doen, houdt bij wat in de weg staat en wie daarover gaat, en vertelt leidinggevenden in woorden wat een groep van ten minste ${of.floors.block} mensen zei. De leidinggevende moet antwoorden.`,
  '## 2. Persoonsgegevens',
  table(
    ['Soort', 'Gegevens'],
    KINDS_OF_DATA.map(({ name, data }) => [name, data]),
  ),
  'Vrije tekst kan van alles bevatten, ook bijzondere gegevens: zie punt 12.',
  '## 3. Verwerkingen',
  bullets([
    'vragen stellen en antwoorden bewaren in een deel dat alleen van die medewerker is',
    'delen met collega’s, met naam, na een controle op namen, nummers, adressen en zaaknummers',
    'woorden uit een bericht van een ander overnemen in een eigen moment of vraag: alleen de woorden, zonder naam of bericht. Die ander hoort dat niet; leg uit dat men dat eerst vraagt',
    'wie alle groepen van een onderdeel leidt, laten lezen in hoeveel daarvan dezelfde woorden stonden',
    'een collega zoeken uit wat mensen met naam deelden, onderwerpen die zij zelf noemen, functie en team',
    'kruisjes samen vertellen in woorden, van een vaste groep, met een lot dat een derde weglaat',
    'citaten tonen, met toestemming voor precies die woorden en die lezers',
    'verwijderen, exporteren en vergeten op verzoek, in de chat',
  ]),
  '## 4. Doeleinden',
  table(
    ['Soort', 'Doel'],
    KINDS_OF_DATA.map(({ name, purpose }) => [name, purpose]),
  ),
  'Uitgesloten doelen: beoordelen, selecteren, belonen, verzuim, reorganiseren, toezicht op gebruik. Het programma kent er geen scherm, rapport of opdracht voor.',
  '## 5. Betrokken partijen',
  bullets([
    `verwerkingsverantwoordelijke: ${given(of.controller, 'naam en adres van de gemeente')}`,
    ...recipients(of),
    `wie de dienst beheert: ${open('afdeling of leverancier, en de verwerkersovereenkomst')}`,
  ]),
  '## 6. Belangen',
  bullets([
    'medewerkers: leren van elkaar, gehoord worden, en niet gevolgd worden',
    'de gemeente: weten wat in de weg staat, en kennis niet kwijtraken',
    'inwoners: ambtenaren die van hun werk leren, en gegevens van inwoners die er niet in belanden',
  ]),
  '## 7. Verwerkingslocaties',
  `De opslag is ${of.systems.store === 'cosmos' ? 'Azure Cosmos DB' : 'een bestand op een server'} in ${open('regio, binnen de EU')}. Teams volgt de regio van de tenant.`,
  '## 8. Technieken en methoden',
  bullets([
    'geen geautomatiseerde besluiten over mensen, geen oordeel over iemands werk, geen taalmodel',
    'per vraag een rangorde van collega’s, uit wat zij zelf met naam deelden, noemden of deden; zij wordt niet bewaard, de reden staat erbij, en iedereen kan zich eruit halen. Weeg of dit profilering is in de zin van artikel 4, onder 4, AVG',
    'zoeken op woorden en hun samenstellingen; de volgorde van collega’s volgt uit wat zij deelden en wordt met reden getoond',
    of.systems.embedding
      ? 'zoeken op betekenis via het eigen eindpunt van de gemeente, alleen over gedeelde teksten'
      : 'zoeken op betekenis staat uit',
    'hashes met een sleutel in plaats van namen, waar een gegeven niet te herleiden hoeft te zijn',
  ]),
  '## 9. Juridisch en beleidsmatig kader',
  'AVG en Uitvoeringswet AVG; Wet op de ondernemingsraden, artikel 27, eerste lid, onder k en l; Ambtenarenwet 2017; Archiefwet en Wet open overheid voor werkvragen tussen collega’s; BIO2; Besluit digitale toegankelijkheid overheid.',
  '## 10. Bewaartermijnen',
  table(
    ['Soort', 'Termijn'],
    KINDS_OF_DATA.map((kind) => [kind.name, termOf(kind, of.collections)]),
  ),
]

const lawfulness = (of: DossierGiven) => [
  '# B. Rechtmatigheid',
  '## 11. Grondslag',
  `${given(of.legalBasis, 'de gekozen grondslag van artikel 6, met de taak of het belang waarop zij rust')}. Toestemming kan in een arbeidsverhouding zelden vrij gegeven worden en is daarom niet de grondslag; de keuze per tekst wie haar leest, is een waarborg en geen grondslag.`,
  '## 12. Bijzondere persoonsgegevens en het burgerservicenummer',
  'Leermoment vraagt er niet om. Een vrije tekst kan iets zeggen over gezondheid, overtuiging of een melding op het werk. Waar getypte woorden op nood of ongewenst gedrag wijzen, verwijst de bot eerst naar de vertrouwenspersoon, en bewaart niets zonder nieuwe keuze. Wat iemand met de knop van een kaart bewaart, wordt bewaard zoals gekozen, met dezelfde verwijzing erbij. Een burgerservicenummer, telefoonnummer, rekening, geboortedatum of e-mailadres wordt aangewezen en weggelaten voordat een tekst bij een ander komt.',
  '## 13. Doelbinding',
  'Het personeelsbestand wordt verder gebruikt voor het vinden van collega’s en het vormen van groepen. Dat past bij het doel waarvoor de gemeente het heeft: weten wie waar werkt.',
  '## 14. Noodzaak en evenredigheid',
  bullets([
    'minder gegevens kan niet zonder het doel te missen: de tekst van iemand is nodig om hem terug te lezen, de naam alleen waar de medewerker zelf deelt',
    'kruisjes zijn hoogstens één vraag per antwoord, en mogen leeg blijven',
    'een lichter middel, zoals een jaarlijkse enquête, geeft antwoord als het te laat is en aan niemand die luistert',
  ]),
  '## 15. Rechten van betrokkenen',
  'Inzage, export, wijzigen, verwijderen en stoppen gaan in de chat, zonder tussenkomst van een ander: `mijn gegevens`, `neem mee`, `mijn momenten`, `verwijder mij`, `stop`. Bezwaar en beperking gaan via de functionaris gegevensbescherming. Wat in een gepubliceerde leerpuls staat, blijft staan zonder naam; een citaat verdwijnt na acht weken.',
]

const risks = (of: DossierGiven) => [
  '# C. Risico’s, en D. maatregelen',
  '## 16 en 17. Risico’s voor betrokkenen, met de maatregel en wat overblijft',
  table(
    ['Risico', 'Maatregel', 'Wat overblijft'],
    [
      [
        'een leidinggevende leidt af wat één persoon zei',
        `groepen van ten minste ${of.floors.block}, lijsten van ten minste ${of.policy.k} van ${of.floors.couldAnswer} mensen, een lot, woorden in plaats van getallen`,
        `nagerekend, over een half jaar ten hoogste ${MEASURED.topicsHalfYear} voor een onderwerp, ${MEASURED.howHalfYear} voor een manier van leren, ${MEASURED.exception} voor wie anders is dan de rest`,
      ],
      [
        'iemand leidt af wie wel of niet meedoet',
        'een puls die niet komt, zegt niets; geen lijst of getal van antwoorden; cijfers over gebruik alleen van iedereen samen, in woorden',
        `ten hoogste ${MEASURED.cameOrNot}; zekerder als men weet dat sommigen altijd antwoorden`,
      ],
      [
        'een citaat wordt herkend aan de schrijfstijl',
        'eigen toestemming na het zien van tekst en lezers; waarschuwing voor wat opvalt; drie schrijvers tegelijk, volgorde en periode door het lot',
        'wie iemands stijl kent, herkent die: dat staat op de kaart',
      ],
      [
        'gegevens van inwoners in een tekst',
        'één controle op namen, nummers, adressen en zaaknummers voor alles wat iemands eigen deel verlaat',
        'een omschrijving zonder naam wordt niet altijd gezien; wie leest kan `meld dit` typen, dan is het meteen weg',
      ],
      [
        'gebruik voor beoordeling of reorganisatie',
        'geen scherm of export per persoon of team voor HR of leiding; afspraak met de ondernemingsraad',
        'een leidinggevende die iemand dwingt te laten zien wat hij schreef: alleen beleid helpt daartegen',
      ],
      [
        'een medewerker in nood wordt niet gehoord, of juist tentoongesteld',
        'eerst de vertrouwenspersoon; nooit doorgestuurd naar een collega',
        'een programma herkent niet elke noodkreet',
      ],
      [
        'wie server of database beheert, leest mee',
        'de sleutel apart, logboeken zonder tekst, afspraken en een lijst van wie erbij kan',
        'een beheerder met alle toegang kan lezen: dat lost geen programma op',
      ],
      [
        'een reservekopie brengt verwijderde gegevens terug',
        'een verzegelde lijst buiten de opslag verwijdert opnieuw bij de start',
        'reservekopieën zelf hebben een eigen termijn nodig',
      ],
      [
        'een fout bestand neemt mensen weg of maakt iemand leidinggevende',
        'vooruitkijken, een grens waarboven het aantal genoemd moet worden, dertig dagen terugdraaien',
        'een fout onder die grens',
      ],
    ],
  ),
  '### De regels die hier gelden',
  rulesOf(of),
  '### Beveiliging',
  bullets(securityOf(of)),
]
