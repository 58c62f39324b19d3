import { inLanguages } from '../kit/languages.ts'

export const gapWords = inLanguages(
  {
    title: 'Onderwerpen zonder antwoord',
    lead: 'Vier of meer collega’s vroegen hiernaar. Nog niemand deelde er iets over.',
    empty: 'Er staat nu niets op deze lijst.',
    note: 'Je ziet alleen het onderwerp, nooit de vraag of wie die stelde.',
    about: 'Ik weet hier iets van',
  },
  {
    title: 'Topics without an answer',
    lead: 'Four or more colleagues asked about these. Nobody shared anything about them yet.',
    empty: 'There is nothing on this list now.',
    note: 'You only see the topic, never the question or who asked it.',
    about: 'I know about this',
  },
)
