import type { DossierGiven, Paper } from './given.ts'
import { head } from './headings.ts'
import { bullets, open, paper, table } from './markdown.ts'

/** An accessibility statement as the Dutch decree asks for, with what was tried and what was not. */
export const accessibility = (of: DossierGiven): Paper => ({
  file: 'toegankelijkheid.md',
  text: paper(
    head(
      'Toegankelijkheidsverklaring: Leermoment',
      'Voor het Besluit digitale toegankelijkheid overheid: EN 301 549, versie 3.2.1, waarin WCAG 2.1 op niveau AA staat. De makers toetsen aan WCAG 2.2 AA.',
      of,
    ),
    '## Status',
    `${open('A tot en met E, na een onderzoek door een deskundige')}. De makers onderzochten het tabblad zelf, met axe en met het toetsenbord; een onafhankelijk onderzoek is er nog niet. Zonder dat onderzoek past hoogstens status C.`,
    '## Waarop dit gaat',
    bullets(['de kaarten in de chat van Microsoft Teams', 'het tabblad Leermoment in Teams']),
    '## Wat is onderzocht door de makers',
    table(
      ['Onderdeel', 'Hoe', 'Uitkomst'],
      [
        [
          'elke pagina van het tabblad, licht, donker en hoog contrast, breed en smal',
          'axe, regels van WCAG 2.2 A en AA',
          'geen overtredingen',
        ],
        ['elke pagina', 'alleen het toetsenbord', 'alles bereikbaar, focus zichtbaar'],
        ['elke pagina', '400 % vergroot, 320 pixels breed', 'geen horizontaal schuiven'],
        [
          'elke kaart',
          'een naam op elk veld, tekst bij elke afbeelding, een woord om te typen bij elke knop',
          'voldoet',
        ],
        ['alle teksten', 'zinnen van hoogstens vijftien woorden', 'voldoet'],
      ],
    ),
    '## Wat niet is onderzocht',
    bullets([
      'de kaarten in Teams op een telefoon en met een schermlezer: die tekent Microsoft',
      'gebruik door mensen met een beperking in de eigen organisatie',
      'Teams zelf: daarvoor geldt de verklaring van Microsoft',
    ]),
    '## Komt u iets tegen',
    `Meld het bij ${open('naam en adres')}. U krijgt binnen ${open('termijn')} antwoord.`,
  ),
})
