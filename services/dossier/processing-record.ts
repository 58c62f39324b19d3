import type { DossierGiven, Paper } from './given.ts'
import { head } from './headings.ts'
import { KINDS_OF_DATA, OF_NOBODY, termOf } from './kinds-of-data.ts'
import { bullets, given, paper, table } from './markdown.ts'
import { securityOf } from './security.ts'

/** The record of processing of article 30 of the GDPR: a row for every kind of data that is kept. */
export const processingRecord = (of: DossierGiven): Paper => ({
  file: 'verwerkingsregister.md',
  text: paper(
    head('Register van verwerkingen: Leermoment', 'Artikel 30, eerste lid, van de AVG.', of),
    '## Doel en grondslag',
    'Medewerkers leren van hun werk en van elkaar; wat in de weg staat krijgt een antwoord van wie erover gaat. De gegevens worden niet gebruikt voor beoordeling, selectie, beloning of reorganisatie.',
    `Grondslag (artikel 6 AVG): ${given(of.legalBasis, 'de gekozen grondslag, met de taak of het belang')}. Toestemming is in een arbeidsverhouding niet de grondslag: meedoen is vrijwillig, en niemand krijgt te zien wie niet antwoordt.`,
    '## Betrokkenen',
    bullets([
      'medewerkers van de gemeente, ook ingehuurde medewerkers die op het personeelsbestand staan',
      'leidinggevenden, HR, leden van de ondernemingsraad en beheerders, in die rol',
      'collega’s van wie iemand woorden uit een bericht overneemt, zonder hun naam',
      'inwoners en anderen over wie iemand in een vrije tekst schrijft: Leermoment vraagt hun gegevens niet, en wijst op namen, nummers en adressen voordat een tekst bij een ander komt, maar sluit ze niet uit',
    ]),
    '## Wat wordt bewaard, waarvoor, voor wie en hoe lang',
    table(
      ['Soort', 'Gegevens', 'Doel', 'Ontvangers in Leermoment', 'Bewaartermijn'],
      KINDS_OF_DATA.map((kind) => [kind.name, kind.data, kind.purpose, kind.readers, termOf(kind, of.collections)]),
    ),
    `Daarnaast bewaart Leermoment gegevens over niemand: sleutels, tijdstippen van werk dat klaarstaat, de regels zelf en hun wijzigingen (${OF_NOBODY.length} verzamelingen).`,
    '## Andere ontvangers',
    bullets(recipients(of)),
    '## Doorgifte buiten de Europese Economische Ruimte',
    'Leermoment geeft zelf niets door. Teams en Azure vallen onder de verwerkersovereenkomst van de gemeente met Microsoft; kies een regio binnen de EU. Controleer wat die overeenkomst zegt over toegang van buiten de EER.',
    '## Beveiliging',
    bullets(securityOf(of)),
  ),
})

/** Who gets data besides the people who read it in Leermoment. */
export function recipients({ systems }: DossierGiven): string[] {
  return [
    'Microsoft Teams, als verwerker: chats en kaarten staan ook daar en vallen onder de regels die de gemeente daarvoor heeft',
    systems.store === 'cosmos'
      ? 'Azure Cosmos DB, als verwerker: daar staan de gegevens'
      : 'de server van de gemeente of haar hostingpartij: daar staat het bestand met de gegevens',
    ...(systems.queue === 'azure'
      ? ['Azure Storage Queue, als verwerker: verwijzingen naar werk, zonder tekst of naam']
      : []),
    ...(systems.embedding
      ? [
          'het eigen eindpunt van de gemeente voor betekenis van teksten: wat met naam gedeeld is en vragen aan collega’s, nooit een leermoment dat van één persoon is',
        ]
      : []),
    systems.telemetry === 'none'
      ? 'geen dienst voor cijfers over de werking: die staat uit'
      : `${systems.telemetry === 'insights' ? 'Application Insights' : 'de eigen verzamelaar'}: cijfers over de werking, per gemeente, zonder persoon, knop of tekst`,
  ]
}
