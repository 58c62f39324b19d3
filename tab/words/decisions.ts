import { inLanguages } from './languages.ts'

/** The page with what was decided for the block of the reader. */
export const decisionWords = inLanguages(
  {
    title: 'Dit zeiden jullie, dit doen we',
    under: 'De besluiten voor jouw team, woord voor woord. De nieuwste staat boven.',
    period: (from: string, to: string) => `Leerpuls van ${from} tot en met ${to}`,
    sent: (by: string, day: string) => `${by}, ${day}`,
    none: 'Er is nog geen besluit voor jouw team',
    noneText: 'Komt er een antwoord op een leerpuls? Dan lees je het hier terug.',
    promised: { coming: 'Beloofd', late: 'De beloofde dag is voorbij', 'taken-up': 'Hierop kwam een vervolg' },
    how: 'Wat staat hier?',
    howText: [
      'Wat je leiding besloot, precies zoals het verstuurd is.',
      'Ook wat niet doorgaat, staat er, met de reden.',
      'Wie wat zei, staat er nooit bij.',
    ],
    printAct: 'Druk af',
    printNamed: (from: string, to: string) => `Druk af: het besluit over ${from} tot en met ${to}`,
  },
  {
    title: 'You said this, we do this',
    under: 'The decisions for your team, word for word. The newest comes first.',
    period: (from: string, to: string) => `Learning pulse of ${from} to ${to}`,
    sent: (by: string, day: string) => `${by}, ${day}`,
    none: 'There is no decision for your team yet',
    noneText: 'When a learning pulse is answered, you read it back here.',
    promised: { coming: 'Promised', late: 'The promised day went by', 'taken-up': 'More came after this' },
    how: 'What is here?',
    howText: [
      'What your managers decided, exactly as it was sent.',
      'What does not happen is here too, with the reason.',
      'Who said what is never here.',
    ],
    printAct: 'Print',
    printNamed: (from, to) => `Print: the decision about ${from} to ${to}`,
  },
)
