import type { DossierGiven, Paper } from './given.ts'
import { head } from './headings.ts'
import { KINDS_OF_DATA, termOf } from './kinds-of-data.ts'
import { bullets, given, open, paper, table } from './markdown.ts'
import { recipients } from './processing-record.ts'

/** What staff must be told by articles 13 and 14 of the GDPR, in plain Dutch. */
export const staffInformation = (of: DossierGiven): Paper => ({
  file: 'informatie-medewerkers.md',
  text: paper(
    head('Wat Leermoment met jouw gegevens doet', 'Voor alle medewerkers.', of),
    '## Waarom Leermoment er is',
    'Je leert elke dag van je werk. Leermoment helpt je dat op te merken, te delen als jij dat wilt, en te vragen als je iets niet weet. Wat in de weg staat, krijgt een antwoord van wie erover gaat.',
    '## Meedoen mag, het hoeft niet',
    bullets([
      'Niemand krijgt te zien of je op de weekvraag antwoordt. Wel te zien: wat je met je naam deelt, en wat je een collega vraagt of toezegt.',
      'Wat je schrijft, wordt niet gebruikt om je te beoordelen, te kiezen, te belonen of te verplaatsen.',
      'Je krijgt hoogstens twee vragen of verzoeken per week waar je niet zelf om vroeg. Een besluit voor je groep en antwoord op wat je zelf begon, komen daarbuiten. Typ `stop` en de vragen stoppen.',
    ]),
    '## Wie leest wat',
    bullets([
      '**Alleen ik**: niemand anders kan je tekst openen. Zo staat het als je niets kiest.',
      '**Mijn leiding, zonder mijn naam**: eerst zie je precies je tekst en de namen van wie hem lezen. Pas na jouw ja telt hij.',
      '**Alle collega’s, met mijn naam**: je tekst staat in de kennisbank tot je hem terugneemt.',
      `Wat je aankruist, telt alleen mee in woorden, samen met ten minste ${of.policy.k - 1} anderen. Met \`tel mij niet mee\` telt het niet, en niemand ziet dat.`,
      'Een computer beslist nergens over jou. Er staat geen taalmodel tussen jouw woorden en wie ze leest.',
    ]),
    '## Wat er bewaard wordt, en hoe lang',
    table(
      ['Wat', 'Waarvoor', 'Wie leest het', 'Hoe lang'],
      KINDS_OF_DATA.map((kind) => [kind.name, kind.purpose, kind.readers, termOf(kind, of.collections)]),
    ),
    'De gegevens over je functie, team en leidinggevende komen van de gemeente. Al het andere komt van jou, of van een collega die woorden van jou overneemt, zonder je naam.',
    '## Wie het nog meer verwerkt',
    bullets(recipients(of)),
    '## Waarom het mag',
    `De grondslag is: ${given(of.legalBasis, 'de gekozen grondslag, in gewone woorden')}. Ben je het er niet mee eens dat je gegevens zo gebruikt worden? Dan kun je bezwaar maken bij de gemeente.`,
    '## Wat je zelf kunt doen, in de chat',
    table(
      ['Typ', 'Dan'],
      [
        ['`mijn gegevens`', 'lees je wat er van jou bewaard wordt'],
        ['`neem mee`', 'krijg je alles van jou als bestand'],
        ['`mijn momenten`', 'lees, wijzig of verwijder je wat je schreef'],
        ['`waar weet ik iets van`', 'zie je waarom collega’s jou iets vragen, en haal je weg wat niet klopt'],
        ['`tel mij niet mee`', 'tellen je kruisjes niet'],
        ['`stop`', 'krijg je geen vragen en verzoeken meer; wel nog antwoord op wat je zelf begon'],
        [
          '`verwijder mij`',
          'wordt alles van jou verwijderd. Wat blijft: je regel op het personeelsbestand, dat en wanneer je verwijderd bent, en wat zonder je naam al verteld is (een leerpuls, een woord op de kaart van onderwerpen, dat een aantal collega’s iets toepaste)',
        ],
        ['`privacy`', 'lees je wie wat leest, zoals het nu geldt'],
      ],
    ),
    '## Vragen of een klacht',
    bullets([
      `De functionaris gegevensbescherming: ${given(of.officer, 'naam en bereikbaarheid')}.`,
      `Voel je je niet veilig op je werk? De vertrouwenspersoon: ${given(of.adviser, 'naam, telefoon en adres')}.`,
      'Komen jullie er samen niet uit? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.',
      `Deze informatie staat ook op: ${open('adres op het intranet')}.`,
    ]),
  ),
})
