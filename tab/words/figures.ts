import { inLanguages } from './languages.ts'

/** How a question does, and two wordings of it side by side. */
export const figureWords = inLanguages(
  {
    title: 'Hoe doet deze vraag het?',
    none: 'Hierover is nog niets te zeggen. Dat kan pas als minstens 50 mensen ooit iets aan de bot schreven.',
    version: (name: string, answered: string) => `${name}: ${answered}.`,
    howMany: {
      few: 'weinig mensen antwoordden',
      half: 'ongeveer de helft antwoordde',
      most: 'de meesten antwoordden',
    },
    shared: {
      few: 'Weinig mensen deelden hun antwoord met collega’s.',
      half: 'Ongeveer de helft deelde het antwoord met collega’s.',
      most: 'De meesten deelden hun antwoord met collega’s.',
    },
    whole:
      'Eén keer per week, over iedereen die ooit iets aan de bot schreef. Aantallen staan hier niet: die zouden iets zeggen over één mens.',
    beside: (one: string, other: string, week: number) => `${one} en ${other} naast elkaar, vanaf week ${week}`,
    tooFew:
      'Dit is nog niet te vergelijken. Elke versie heeft in een hele week minstens 50 mensen en 25 antwoorden nodig.',
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
    none: 'Nothing can be said of this yet. At least 50 people must ever have written to the bot.',
    version: (name: string, answered: string) => `${name}: ${answered}.`,
    howMany: {
      few: 'few people answered',
      half: 'about half of the people answered',
      most: 'most people answered',
    },
    shared: {
      few: 'Few people shared their answer with colleagues.',
      half: 'About half of the people shared their answer with colleagues.',
      most: 'Most people shared their answer with colleagues.',
    },
    whole:
      'Once a week, of everybody who ever wrote to the bot. Numbers are not shown: they would tell of single people.',
    beside: (one: string, other: string, week: number) => `${one} and ${other} side by side, from week ${week}`,
    tooFew: 'This cannot be compared yet. Each version needs at least 50 people and 25 answers in a whole week.',
    noDifference: 'No difference to be seen.',
    better: (name: string, from: number, to: number) =>
      `${name} is answered more often: between ${from} and ${to} percentage points more.`,
    compare: 'Put beside the version in use',
    compared: 'One half gets the old words, the other half the new ones. The system draws.',
    choose: (name: string) => `Go on with: ${name}`,
    chosen: 'Everybody gets these words from now on.',
  },
)
