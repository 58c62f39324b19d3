import { inLanguages } from './languages.ts'

/** The page with what colleagues shared by name. */
export const knowledgeWords = inLanguages(
  {
    lead: 'Hier staat wat collega’s met hun naam deelden.',
    topics: 'Onderwerpen',
    results: (words: string) => `Gevonden bij “${words}”`,
    nothing: 'Hierover deelde nog niemand iets. Typ in de chat ‘wie weet …’ en ik zoek iemand.',
    empty: 'Hier komt wat collega’s delen. Kies bij een moment ‘Alle collega’s, met mijn naam’.',
    linked: 'Hier leidt de link naartoe',
    notShared: 'Dit wordt niet meer gedeeld.',
    open: 'Lees verder',
    openOf: (name: string) => `Lees verder in wat ${name} deelde`,
    close: 'Sluit',
    more: 'Toon meer',
    noTopics: 'Er zijn nog geen onderwerpen.',
    takenBack: 'Niet meer gedeeld. Collega’s vinden dit niet meer.',
    sure: 'Wil je dit terughalen? Collega’s vinden het dan niet meer.',
    yes: 'Ja, deel niet meer',
  },
  {
    lead: 'Here is what colleagues shared with their name.',
    topics: 'Topics',
    results: (words: string) => `Found for “${words}”`,
    nothing: 'Nobody shared anything about this yet. Type ‘who knows …’ in the chat.',
    empty: 'What colleagues share comes here. Choose ‘All colleagues, with my name’ for a moment.',
    linked: 'Where the link leads',
    notShared: 'This is not shared any more.',
    open: 'Read on',
    openOf: (name: string) => `Read on in what ${name} shared`,
    close: 'Close',
    more: 'Show more',
    noTopics: 'There are no topics yet.',
    takenBack: 'Taken back. Colleagues do not find this any more.',
    sure: 'Do you want to take this back? Colleagues will not find it then.',
    yes: 'Yes, take it back',
  },
)
