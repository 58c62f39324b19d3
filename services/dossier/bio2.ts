import type { DossierGiven, Paper } from './given.ts'
import { head } from './headings.ts'
import { bullets, open, paper, table } from './markdown.ts'
import { securityOf } from './security.ts'

/** Where this product stands beside the controls of ISO 27002:2022 on which BIO2 rests, and what is left for the municipality. */
export const bio2 = (of: DossierGiven): Paper => ({
  file: 'bio2.md',
  text: paper(
    head('Leermoment naast de BIO2', 'De nummers zijn die van ISO/IEC 27002:2022, waarop de BIO2 rust.', of),
    'Per onderwerp: wat het product doet, en wat de gemeente zelf regelt. Onderwerpen die alleen over de organisatie gaan, zoals beleid en screening, staan hier niet.',
    table(['Beheersmaatregel', 'Wat het product doet', 'Wat de gemeente regelt'], rows(of)),
    '## Beveiliging in deze installatie',
    bullets(securityOf(of)),
    '## Classificatie',
    `Beschikbaarheid ${open('laag, midden of hoog')}, integriteit ${open('laag, midden of hoog')}, vertrouwelijkheid ${open('laag, midden of hoog: vrije tekst van medewerkers spreekt voor hoog')}.`,
  ),
})

const rows = ({ systems, policy }: DossierGiven): string[][] => [
  [
    '5.9 Inventaris',
    'het register van verwerkingen wordt uit het programma gemaakt',
    'Leermoment opnemen in de lijst van systemen',
  ],
  ['5.12 Classificatie', 'wat van één persoon is, staat los van wat gedeeld is', 'klasse vaststellen, zie onder'],
  [
    '5.15 Toegangsbeveiliging',
    'rollen uit het personeelsbestand: medewerker, HR, ondernemingsraad, beheer; geen rol leest wat iemand voor zichzelf houdt',
    'rollen in het bestand bijhouden',
  ],
  [
    '5.16 en 5.17 Identiteit',
    `aanmelden gaat met Entra${systems.identity === 'managed' ? '; de dienst heeft een beheerde identiteit' : ''}`,
    'meervoudige aanmelding in Entra verplichten',
  ],
  [
    '5.18 Toegangsrechten',
    'wie van het bestand af gaat, kan direct niets meer openen',
    'het bestand wekelijks aanleveren',
  ],
  [
    '5.19 tot en met 5.23 Leveranciers en cloud',
    'geen andere diensten dan die in het register staan',
    'verwerkersovereenkomsten, regio, uitstapplan: `store copy` zet alles over',
  ],
  [
    '5.24 tot en met 5.28 Incidenten',
    'waarschuwingen met een code en een remedie, zonder persoonsgegevens',
    'een regel op die waarschuwingen, en wie er dan opstaat',
  ],
  [
    '5.29 en 5.30 Continuïteit',
    'niets dat bevestigd is gaat verloren bij afbreken; `store backup` en `store restore`',
    'elke nacht een kopie, en af en toe terugzetten',
  ],
  ['5.33 Archiefstukken', 'vaste termijnen per soort', 'bepalen welke werkvragen archiefstukken zijn'],
  [
    '5.34 Privacy',
    `DPIA en register uit de regels; ten minste ${policy.k} mensen in elke lijst`,
    'vaststellen en ondertekenen',
  ],
  [
    '8.2 en 8.3 Bijzondere rechten',
    'opdrachten voor beheer tonen geen tekst van mensen',
    'wie bij server en database kan, op een lijst',
  ],
  [
    '8.5 Veilige aanmelding',
    'bewijzen van Teams en Entra worden gecontroleerd op handtekening, einde, doel en tenant',
    'voorwaardelijke toegang',
  ],
  [
    '8.7 en 8.8 Kwetsbaarheden',
    'vaste versies in een slotbestand; weinig pakketten',
    'bijwerken binnen de eigen termijn',
  ],
  [
    '8.10 Wissen',
    '`verwijder mij` en `person forget`: ook uit de bestanden van de opslag',
    'termijn van reservekopieën',
  ],
  [
    '8.11 Maskeren',
    'hashes in plaats van namen; nummers van mensen worden weggelaten voor een tekst bij een ander komt',
    systems.keyOutside ? 'een kopie van de sleutel, apart bewaard' : 'de sleutel verplaatsen: `key move`',
  ],
  ['8.12 Lekken', 'één controle voor alles wat iemands eigen deel verlaat', 'uitleg: geen zaak- en inwonergegevens'],
  [
    '8.13 Reservekopie',
    'heel en leesbaar terwijl de dienst werkt; wie verwijderd is, komt niet terug',
    'waar kopieën liggen en hoe lang',
  ],
  [
    '8.15 en 8.16 Logboeken',
    systems.telemetry === 'none'
      ? 'een regel per gebeurtenis, zonder tekst of naam; cijfers staan uit'
      : 'een regel per gebeurtenis, zonder tekst of naam; cijfers per gemeente',
    'bewaartermijn en wie leest',
  ],
  [
    '8.20 tot en met 8.24 Netwerk en versleuteling',
    'alleen adressen van Teams krijgen antwoord; TLS naar Teams, Entra en Azure',
    'TLS voor de dienst; versleutelde schijf voor de opslag',
  ],
  [
    '8.25 tot en met 8.29 Ontwikkelen en testen',
    'elke wijziging draait alle proeven; aanvallen en storingen horen daarbij',
    'proeven in een eigen proefomgeving',
  ],
  [
    '8.31 Scheiding van omgevingen',
    'de proefomgeving luistert alleen op de eigen machine',
    'geen echte mensen in een proef',
  ],
  ['8.33 Testgegevens', 'de demo heeft een verzonnen gemeente', 'geen kopie van de echte opslag voor proeven'],
]
