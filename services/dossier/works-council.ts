import type { DossierGiven, Paper } from './given.ts'
import { head, rulesOf } from './headings.ts'
import { bullets, open, paper, table } from './markdown.ts'
import { MEASURED } from './measured.ts'

/** The request for consent of article 27 of the works councils act, with what a council asks about. */
export const worksCouncil = (of: DossierGiven): Paper => ({
  file: 'ondernemingsraad.md',
  text: paper(
    head(
      'Verzoek om instemming: Leermoment',
      'Artikel 27, eerste lid, onder k en l, van de Wet op de ondernemingsraden.',
      of,
    ),
    '## Het voorgenomen besluit',
    `De gemeente wil Leermoment gebruiken vanaf ${open('datum')}, te beginnen met ${open('de teams van de proef, ten minste 25 mensen per onderdeel')}. Gevraagd wordt instemming met de regels in dit stuk.`,
    '## Waarom',
    'Medewerkers leren in hun werk en van elkaar, maar wat zij leren blijft bij henzelf of verdwijnt in beleidstaal. Leermoment vraagt hun één keer per week naar hun leerzaamste moment, brengt een vraag bij een collega die het weet, en laat de leiding antwoord geven op wat mensen zeggen.',
    '## Waarom instemming nodig is',
    bullets([
      'onder k: er worden persoonsgegevens van medewerkers verwerkt',
      'onder l: een systeem dat vastlegt wat medewerkers schrijven, zou geschikt kunnen zijn om hen te volgen. De regels hieronder maken dat onmogelijk of zeggen hoe onwaarschijnlijk het is',
    ]),
    '## Wat het voor medewerkers betekent',
    bullets([
      'meedoen is vrijwillig; niemand krijgt te zien wie op de weekvraag antwoordt, en er bestaat geen lijst van wie dat niet deed. Wie een collega iets vraagt of iets met naam deelt, is daarin wel te zien',
      'hoogstens twee vragen of verzoeken per week waar iemand niet zelf om vroeg; een besluit voor de groep, een leerpuls voor wie die leest en antwoord op wat iemand zelf begon, komen daarbuiten',
      'wie iets voor zichzelf houdt, houdt het voor zichzelf: geen scherm, rapport of opdracht toont het aan een ander',
      'een leidinggevende krijgt een leerpuls en is verplicht te antwoorden; dat antwoord gaat ongewijzigd naar de hele groep',
      'gegevens worden niet gebruikt voor beoordeling, selectie, beloning, ontslag of reorganisatie',
    ]),
    '## De regels, zoals ze nu gelden',
    rulesOf(of),
    bullets([
      `Elke puls vertelt één lijst, over wat mensen in twaalf weken het laatst zeiden, en een lot laat daarvan een derde weg: wie, wordt nergens bewaard. Zo kan een woord dat verandert als iemand komt of gaat altijd door het lot komen, en er komt alleen een lijst waar minstens ${of.floors.couldAnswer} mensen mee konden doen.`,
      'Een leerpuls die niet komt, zegt niets over de groep: dezelfde woorden, op hetzelfde moment, wat de reden ook is.',
      'Wie een leerpuls leest, telt in geen enkele mee.',
      'Regels mogen strenger, nooit soepeler: het programma weigert dat.',
    ]),
    '## Wat nog uit te rekenen valt',
    'Geen enkele manier van samenvatten is waterdicht. Dit is nagerekend, voor iemand die elke lijst leest en weet hoe de groep meestal antwoordt. Een getal van 1 betekent zekerheid; wie niets leest, zit op 0,4 tot 0,6.',
    table(
      ['Wat iemand probeert', 'Hoe zeker ten hoogste'],
      [
        ['één onderwerp van één persoon, over een half jaar', MEASURED.topicsHalfYear],
        ['hoe één persoon leerde, over een half jaar', MEASURED.howHalfYear],
        ['hetzelfde van iemand die anders is dan de rest', MEASURED.exception],
        ['één onderwerp, over een jaar', MEASURED.topicsYear],
        ['of één persoon meedeed, uit pulsen die wel of niet kwamen', MEASURED.cameOrNot],
      ],
    ),
    'Wie al acht van de tien antwoorden van collega’s kent, wie twee jaar meekijkt bij mensen die nooit van mening veranderen, of wie weet dat sommigen altijd antwoorden, kan zekerder worden. Wie iemands manier van schrijven herkent, herkent een citaat: daarom ziet de schrijver het eerst, met de namen van de lezers.',
    '## Wat de ondernemingsraad zelf kan',
    bullets([
      'alle regels en elke wijziging lezen, met wie en waarom, in het tabblad *Beheer* of met `beleid`',
      'citaten laten rusten, of alle leerpulsen',
      'iemand aanwijzen die over meldingen beslist, nooit HR',
      'de regels naspelen met verzonnen mensen: `simulate pulse` gebruikt dezelfde code',
      'de leerpulsen laten rusten, en beheer vragen het verzenden te stoppen. Intrekken kan alleen als dat bij de instemming is afgesproken: zie de voorwaarden',
    ]),
    '## Voorwaarden die de ondernemingsraad kan stellen',
    bullets([
      `een proef van ${open('aantal')} weken, en daarna opnieuw besluiten`,
      'elke leidinggevende belooft vooraf te antwoorden',
      'de instemming vervalt wanneer een regel soepeler wordt of een voorwaarde niet is nagekomen',
      `een jaarlijkse bespreking, voor het eerst op ${open('datum')}`,
      'wie bij de server en de database kan, staat op een lijst en kijkt niet',
    ]),
    '## Besluit van de ondernemingsraad',
    table(
      ['', ''],
      [
        ['Besluit', open('ja, nee, of ja met voorwaarden')],
        ['Datum en kenmerk', open('datum, kenmerk')],
        ['Namens de ondernemingsraad', open('twee namen')],
      ],
    ),
  ),
})
