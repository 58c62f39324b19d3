import { days, months } from '../core/time.ts'
import type { Kept } from './given.ts'

/** One kind of data that is processed: a row of the record of processing. */
export interface KindOfData {
  name: string
  /** The collections in which it lies. */
  collections: readonly string[]
  data: string
  purpose: string
  readers: string
  /** How long, where the collections do not say it in a number. */
  term?: string
}

const ITSELF = 'de medewerker zelf'
const NOBODY = 'niemand'

/** Everything that is kept of people, in the order in which a newcomer meets it. */
export const KINDS_OF_DATA: readonly KindOfData[] = [
  {
    name: 'Personeelsbestand',
    collections: ['people'],
    data: 'naam, e-mailadres, functie, team, leidinggevenden, rol, taal, werkdagen, eerste week, laatste dag',
    purpose: 'weten wie er werkt, wie wie vragen kan, en wie een leerpuls leest',
    readers: 'beheer levert het aan; collega’s zien naam, functie en team',
    term: 'zolang de gemeente de medewerker opgeeft',
  },
  {
    name: 'Personeelsbestand van vóór de laatste import',
    collections: ['rosterBefore'],
    data: 'de rij zoals die was, van wie veranderde of eraf ging',
    purpose: 'een verkeerde import terugdraaien',
    readers: `${NOBODY}; beheer draait ermee terug`,
    term: '30 dagen',
  },
  {
    name: 'Leermomenten',
    collections: ['moments'],
    data: 'tekst, manier van leren, aangekruiste onderwerpen, behoeften en belemmeringen, wie het mag lezen, tijdstip',
    purpose: 'eigen dagboek; op verzoek delen met collega’s of met de leiding',
    readers: `${ITSELF}, en wie die medewerker per moment kiest`,
  },
  {
    name: 'Concepten en teksten die nog niet zijn bewaard',
    collections: ['drafts', 'intentionForms'],
    data: 'tekst waarvan de medewerker nog moet zeggen wat het is',
    purpose: 'niets kwijtraken dat iemand typte',
    readers: ITSELF,
    term: '1 dag; een antwoord dat op een keuze wacht een maand; een half ingevuld voornemen 90 dagen',
  },
  {
    name: 'Voornemens',
    collections: ['intentions'],
    data: 'één zin van de medewerker, hoe het ging, wat in de weg stond, hoe iemand nu werkt',
    purpose: 'geleerde dingen leren toepassen',
    readers:
      'de medewerker zelf; wie die vraagt mee te denken, leest wat er getypt is; dat ten minste drie collega’s iets toepasten, lezen alle collega’s in een woord',
  },
  {
    name: 'Meedenken met een collega',
    collections: ['buddies'],
    data: 'wat een collega stuurde die vroeg om mee te denken, en ja of nee; nooit hoe het afliep',
    purpose: 'iemand vinden die meedenkt',
    readers: 'wie gevraagd is, en de collega die het stuurde',
  },
  {
    name: 'Potloodlijst',
    collections: ['barriers', 'barrierTies'],
    data: 'wat het werk in de weg staat, wie dat op de lijst zette of meedoet, wie het oppakt en wat die zegt',
    purpose: 'wegnemen wat het werk in de weg staat',
    readers: 'alle collega’s lezen de tekst en wie het oppakt; wie het op de lijst zette, ziet alleen wie het oppakt',
  },
  {
    name: 'Vragen aan collega’s',
    collections: ['asks', 'offers'],
    data: 'de vraag, aan wie die is voorgelegd en waarom, het antwoord, dank',
    purpose: 'iemand vinden die het weet',
    readers: 'de vrager; wie gevraagd wordt, leest de vraag en (of een rol in plaats van) de naam',
  },
  {
    name: 'Kennisbank',
    collections: ['knowledge'],
    data: 'wat iemand met naam deelde, een antwoord dat beiden wilden bewaren, of een stuk dat de gemeente al had, met wie het bewaart',
    purpose: 'dat collega’s vinden wat er al bekend is',
    readers: 'alle collega’s',
    term: 'tot de deler het terugneemt; ten hoogste 12 maanden, een antwoord of aanvulling 24 maanden; een stuk 24 maanden nadat iemand het laatst nakeek',
  },
  {
    name: 'Kennisbank van vóór de laatste import',
    collections: ['knowledgeBefore'],
    data: 'een stuk zoals het was, met wie het bewaarde, als een import het veranderde',
    purpose: 'een verkeerde import terugdraaien',
    readers: `${NOBODY}; HR en beheer draaien ermee terug`,
    term: '30 dagen',
  },
  {
    name: 'Waar iemand iets van weet',
    collections: ['evidence', 'topicMaps'],
    data: 'onderwerpen die de medewerker zelf noemt, en wat geen reden mag zijn om gevraagd te worden',
    purpose: 'vragen bij de juiste collega brengen',
    readers: 'collega’s die hulp zoeken; op een kaart zonder naam iedereen',
    term: 'tot de medewerker het weghaalt; het woord op de kaart, zonder naam, tot de volgende maand begint',
  },
  {
    name: 'Onderwerpen zonder antwoord',
    collections: ['gaps'],
    data: 'een woord waarnaar ten minste vier collega’s vroegen; bij minder alleen een hash',
    purpose: 'zien welke kennis ontbreekt',
    readers: 'het woord: alle collega’s; wie ernaar vroeg: niemand',
    term: 'een half jaar na de laatste keer',
  },
  {
    name: 'Instellingen',
    collections: ['settings'],
    data: 'dag, tijd, taal, pauze, stop, grens, meetellen',
    purpose: 'doen wat de medewerker koos',
    readers: ITSELF,
    term: 'tot de medewerker zich laat verwijderen',
  },
  {
    name: 'Adres van de chat',
    collections: ['contacts'],
    data: 'waar Teams de medewerker bereikt',
    purpose: 'berichten bezorgen',
    readers: NOBODY,
    term: 'tot de medewerker zich laat verwijderen',
  },
  {
    name: 'Bezorgingen',
    collections: ['deliveries', 'asked', 'nudges', 'pages', 'rounds'],
    data: 'welk bericht wanneer naar wie ging en hoe dat afliep, zonder tekst',
    purpose: 'niets dubbel sturen, niets kwijtraken, hoogstens twee berichten per week',
    readers: NOBODY,
  },
  {
    name: 'Bijdrage aan een leerpuls',
    collections: ['contributions', 'memberships'],
    data: 'manier van leren en laatste kruisjes zonder tekst, onder een code; in welke groep iemand meetelt',
    purpose: 'in woorden vertellen wat een groep nodig heeft',
    readers: NOBODY,
    term: 'bijdrage: een week na de periode; groep: negen weken na de periode',
  },
  {
    name: 'Citaten voor de leerpuls',
    collections: ['waitingQuotes', 'quoteTokens'],
    data: 'letterlijke woorden, los van de rest, met toestemming voor deze woorden en deze lezers',
    purpose: 'dat de leiding hoort wat mensen zeggen',
    readers: 'niemand tot het getoond wordt; daarna de genoemde lezers, en met het antwoord de groep',
    term: 'getoond: acht weken; niet getoond: ten hoogste twee perioden',
  },
  {
    name: 'Leerpulsen en besluiten',
    collections: ['pulses', 'responses', 'decisions', 'tasks'],
    data: 'wat een groep in woorden zei; wat de leidinggevende besloot, met diens naam',
    purpose: 'antwoord geven aan wie iets zei',
    readers:
      'de leidinggevenden van de groep; het besluit: iedereen in de groep; wie alle groepen van een onderdeel leidt: in hoeveel daarvan dezelfde woorden stonden',
  },
  {
    name: 'Of iemand een besluit herkent',
    collections: ['ratings'],
    data: 'ja, een beetje of nee, per besluit',
    purpose: 'de leidinggevende laten horen of het antwoord past, vanaf elf mensen, in woorden',
    readers: ITSELF,
    term: 'tot de medewerker zich laat verwijderen',
  },
  {
    name: 'Vervanging en notulist',
    collections: ['pulseRoles'],
    data: 'wie een leidinggevende vervangt of voor het team noteert',
    purpose: 'dat iemand antwoordt',
    readers: 'de betrokkene, de leidinggevende, beheer',
    term: 'tot het eindigt',
  },
  {
    name: 'Meldingen',
    collections: ['reports'],
    data: 'de gemelde woorden en waarom; hashes van melder en schrijver',
    purpose: 'woorden die pijn doen of iemand noemen direct verbergen en laten beoordelen',
    readers: 'wie beslist; nooit HR',
    term: 'een citaat acht weken, een kennisitem 12 maanden',
  },
  {
    name: 'Voorgestelde vragen',
    collections: ['proposals'],
    data: 'de woorden van de medewerker, en het antwoord van HR',
    purpose: 'medewerkers laten meebeslissen over de vragen',
    readers: `${ITSELF} en HR`,
  },
  {
    name: 'Vragen en kalender',
    collections: ['prompts', 'calendars'],
    data: 'vragen met hun versies; wie van HR wat wijzigde en waarom',
    purpose: 'een antwoord blijft te lezen met de vraag die gesteld werd',
    readers: 'HR en ondernemingsraad',
    term: 'zolang de vraag bestaat; de naam tot die medewerker zich laat verwijderen',
  },
  {
    name: 'Cijfers over iedereen samen',
    collections: ['countedAsks', 'countedPeople', 'promptFigures', 'organisationCounts', 'layerCounts'],
    data: 'aantallen over de hele organisatie, met codes in plaats van namen',
    purpose: 'weten of de vragen helpen; nooit per persoon of team',
    readers: 'in woorden HR; het aantal gestelde vragen iedereen',
    term: 'code dat iemand vroeg: acht weken; totalen: 24 maanden; code dat iemand ooit schreef: tot verwijdering',
  },
]

/** What is kept and is about nobody: for completeness, in one sentence. */
export const OF_NOBODY: readonly string[] = [
  'keys',
  'snapshotKeys',
  'demoClock',
  'personas',
  'agenda',
  'rosters',
  'rules',
  'heartbeats',
  'courses',
  'windows',
  'policies',
  'policyPages',
  'tickets',
  'pace',
]

/** How long a kind is kept: as its collections say it, or in its own words. */
export function termOf({ name, collections, term }: KindOfData, kept: readonly Kept[]): string {
  if (term) return term
  const said = collections.map((one) => kept.find((spec) => spec.name === one)?.milliseconds)
  const [first] = said
  if (first === undefined || said.some((one) => one !== first))
    throw new Error(`${name} does not say how long it is kept`)
  return inDutch(first)
}

function inDutch(milliseconds: number): string {
  const inMonths = milliseconds / months(1)
  return Number.isInteger(inMonths) ? `${inMonths} maanden` : `${milliseconds / days(1)} dagen`
}
