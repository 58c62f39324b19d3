import type { Language } from '../../services/core/ports.ts'

/** A colleague as cards name one. */
export interface Colleague {
  id: string
  name: string
  first: string
  team: string
  jobTitle: string
}

/** Whose words and names the cards of the gallery hold. */
export interface Cast {
  kind: 'calm' | 'hostile' | 'longest'
  asker: Colleague
  helper: Colleague
  /** A question to colleagues. */
  question: string
  /** An answer to the weekly question. */
  moment: string
  /** An answer to a colleague, which may be longer. */
  reply: string
  /** Too long to keep, and still to be given back. */
  tooLong: string
  /** What was looked for in a journal. */
  searched: string
  /** The word of a question that a reason names. */
  word: string
}

const calmTexts = {
  nl: {
    question: 'Wie weet hoe een parkeervergunning voor een verhuizing werkt?',
    moment: 'Ik belde eerst de moeder, en toen pas de school. Zij wist al wat er speelde.',
    reply: 'Voor één dag is geen vergunning nodig. Meld het drie dagen vooraf bij Toezicht, dan weten zij ervan.',
    searched: 'moeder',
    word: 'parkeren',
    works: 'Vergunningverlener',
  },
  en: {
    question: 'Who knows how a parking permit for a move works?',
    moment: 'I called the mother first, and the school after that. She knew what was going on.',
    reply: 'For one day no permit is needed. Tell Enforcement three days before, then they know.',
    searched: 'mother',
    word: 'parking',
    works: 'Permit officer',
  },
}

const repeated = (words: string, length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length)

/** Ordinary people with ordinary words: the cards as most people see them. */
const calm = (language: Language): Cast => {
  const { works: jobTitle, ...texts } = calmTexts[language]
  return {
    kind: 'calm',
    asker: { id: 'sanne', name: 'Sanne Bakker', first: 'Sanne', team: 'Team Klantcontact', jobTitle },
    helper: { id: 'karin', name: 'Karin de Wit', first: 'Karin', team: 'Team Vergunningen', jobTitle },
    ...texts,
    tooLong: repeated(`${texts.moment} `, 1100),
  }
}

const LIVE =
  '[klik](https://evil.example) <at>Burgemeester</at> **vet** <b onclick="x()">html</b> \u202Eomgekeerd\u202C'

const someone = (id: string, first: string, rest: string): Colleague => ({
  id,
  first,
  name: `${first} ${rest}`,
  team: `Team ${LIVE}`,
  jobTitle: `Adviseur ${LIVE}`,
})

/** People whose words and names try to be Markdown, mentions and HTML. */
const hostile: Cast = {
  kind: 'hostile',
  asker: someone('asker', '[Wim](https://evil.example)', `van den Bergh-Oosterhuis ${LIVE}`),
  helper: someone('helper', '<at>Bo</at>', `de Vries-Achterberg ${LIVE}`),
  question: `${LIVE} ${repeated('wie weet dit? ', 300)}`.slice(0, 140),
  moment: repeated(`${LIVE}\n\n# kop\n- punt\n![plaatje](https://evil.example/p.png)\n`, 1000),
  reply: repeated(`${LIVE}\n\n`, 1000),
  tooLong: repeated(`${LIVE}\n`, 1500),
  searched: LIVE,
  word: '[parkeren](https://evil.example)',
}

const LONG_NAME = repeated('Wilhelmina-Antoinette van den Bergh-Oosterhuis ', 120).trim()

const longNamed = (id: string): Colleague => ({
  id,
  name: LONG_NAME,
  first: 'Wilhelmina-Antoinette',
  team: repeated('Team Vergunningen, Toezicht en Handhaving ', 120).trim(),
  jobTitle: repeated('Senior beleidsadviseur ', 120).trim(),
})

/** Everything as long as the rules let it be, with signs that grow when they are written down. */
const longest: Cast = {
  kind: 'longest',
  asker: longNamed('asker'),
  helper: longNamed('helper'),
  question: repeated('Wie weet “dit”, "dat" en het andere? ', 500).trim(),
  moment: repeated('Hij zei: "nee".\n', 1000).trim(),
  reply: repeated('Hij zei: "nee".\n', 2000).trim(),
  tooLong: repeated('"', 6000),
  searched: repeated('"moeder" ', 200).trim(),
  word: 'arbeidsongeschiktheidsverzekering',
}

export const casts = (language: Language): Cast[] => [calm(language), hostile, longest]

/** What people wrote themselves. */
export const textsOf = ({ question, moment, reply, tooLong, searched }: Cast): string[] => [
  question,
  moment,
  reply,
  tooLong,
  searched,
]

/** What people, teams and jobs are called, and the word of a reason; the longest first. */
export const namesOf = ({ asker, helper, word }: Cast): string[] =>
  [asker, helper]
    .flatMap(({ name, first, team, jobTitle }) => [name, team, jobTitle, first])
    .concat(word)
    .sort((one, other) => other.length - one.length)
