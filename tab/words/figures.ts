import { inLanguages } from './languages.ts'

/** How a question does, and two wordings of it side by side. */
export const figureWords = inLanguages(
  {
    title: 'Hoe doet deze vraag het?',
    none: 'Er zijn nog geen cijfers. Die komen na een hele week, met minstens 25 antwoorden uit de hele organisatie.',
    version: (name: string, asked: number, answered: number) =>
      `${name}: ongeveer ${asked} keer gesteld, ongeveer ${answered} % antwoordde.`,
    shared: (share: number) => `Ongeveer ${share} % van de antwoorden is gedeeld met collega’s.`,
    whole: 'Over de hele organisatie, per afgesloten week, afgerond. Nooit per afdeling.',
    beside: (one: string, other: string, week: number) => `${one} en ${other} naast elkaar, vanaf week ${week}`,
    tooFew: 'Dit is nog niet te vergelijken. Elke versie heeft er in een hele week minstens 25 nodig.',
    noDifference: 'Geen verschil te zien.',
    better: (name: string, from: number, to: number) =>
      `${name} krijgt vaker antwoord: tussen ${from} en ${to} procentpunt meer.`,
    compare: 'Zet naast de versie in gebruik',
    compared: 'De ene helft krijgt straks de oude woorden, de andere helft de nieuwe. Het systeem loot.',
    choose: (name: string) => `Ga verder met: ${name}`,
    chosen: 'Iedereen krijgt vanaf nu deze woorden.',
  },
  {
    title: 'How is this question doing?',
    none: 'There are no figures yet. They come after a whole week, with at least 25 answers from the whole organisation.',
    version: (name: string, asked: number, answered: number) =>
      `${name}: asked about ${asked} times, about ${answered} % answered.`,
    shared: (share: number) => `About ${share} % of the answers are shared with colleagues.`,
    whole: 'Over the whole organisation, by closed week, rounded. Never by department.',
    beside: (one: string, other: string, week: number) => `${one} and ${other} side by side, from week ${week}`,
    tooFew: 'This cannot be compared yet. Each version needs at least 25 in a whole week.',
    noDifference: 'No difference to be seen.',
    better: (name: string, from: number, to: number) =>
      `${name} is answered more often: between ${from} and ${to} percentage points more.`,
    compare: 'Put beside the version in use',
    compared: 'One half gets the old words, the other half the new ones. The system draws.',
    choose: (name: string) => `Go on with: ${name}`,
    chosen: 'Everybody gets these words from now on.',
  },
)
