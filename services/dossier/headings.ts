import type { DossierGiven } from './given.ts'
import { given, open, paper, table } from './markdown.ts'

/** What every paper begins with: what it is, of when, and who signs. */
export function head(title: string, about: string, of: DossierGiven): string {
  return paper(
    `# ${title}`,
    `Opgemaakt op ${of.on} uit de regels van Leermoment die op die dag gelden. ${about}`,
    table(
      ['', ''],
      [
        ['Verwerkingsverantwoordelijke', given(of.controller, 'naam en adres van de gemeente')],
        ['Functionaris gegevensbescherming', given(of.officer, 'naam en bereikbaarheid')],
        ['Vertrouwenspersoon', given(of.adviser, 'naam, telefoon en adres')],
        ['Tenant van Microsoft Entra', `\`${of.tenant}\``],
        ['Instemming van de ondernemingsraad', agreed(of)],
        ['Vastgesteld door', open('naam, functie, datum')],
      ],
    ),
  ).trimEnd()
}

const agreed = ({ agreement }: DossierGiven) =>
  agreement ? `op ${agreement.on}, kenmerk ${given(agreement.reference, 'kenmerk')}` : open('datum en kenmerk')

/** The rules of this municipality, as they hold on the day. */
export const rulesOf = ({ policy, floors }: DossierGiven) =>
  table(
    ['Regel', 'Hier', 'Ten minste'],
    [
      ['Mensen die antwoordden, voor een lijst', String(policy.k), '11'],
      ['Mensen die een onderwerp, behoefte of belemmering noemden, en die dat niet deden', String(policy.topic), '5'],
      ['Schrijvers van citaten die samen getoond worden', String(policy.quotes), '3'],
      ['Mensen die mee hadden kunnen doen', String(floors.couldAnswer), '18'],
      ['Mensen in een groep', String(floors.block), '20'],
      ['Lengte van een periode', 'vier weken', 'vier weken'],
      ['Citaten', policy.quotesPaused ? 'rusten' : 'worden getoond', 'mogen rusten'],
      ['Leerpulsen', policy.paused ? 'rusten' : 'komen', 'mogen rusten'],
      ['Wie over meldingen beslist', DECIDES[policy.decides ?? 'nobody'], 'nooit HR'],
    ],
  )

const DECIDES = {
  'works-council': 'een lid van de ondernemingsraad',
  admin: 'een functioneel beheerder',
  nobody: open('wie: zonder keuze komt er geen leerpuls'),
}
