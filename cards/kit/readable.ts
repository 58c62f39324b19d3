import type { Language } from '../../services/core/ports.ts'

/** How a text reads at level B1: what to mend, in the words of the text itself. */
export interface Readability {
  /** How many words the longest sentence has. */
  longest: number
  isTooLong: boolean
  /** Words that many people stumble over, each with an easier one. */
  hard: { word: string; easier: string }[]
}

/** At most as many words in a sentence. */
export const SENTENCE_LIMIT = 15

/**
 * Policy words and formal words with what people say. Written for this product, after the advice on plain language that
 * Dutch government gives: everyday words, no nouns made of verbs, no English where Dutch will do.
 */
const EASIER: Record<Language, Record<string, string>> = {
  nl: {
    aangaande: 'over',
    adequaat: 'goed',
    alsmede: 'en ook',
    betreffende: 'over',
    borgen: 'zorgen dat het blijft',
    borging: 'zorgen dat het blijft',
    casus: 'voorbeeld',
    competentie: 'wat je kunt',
    competenties: 'wat je kunt',
    conform: 'volgens',
    consequentie: 'gevolg',
    consequenties: 'gevolgen',
    continueren: 'doorgaan met',
    coördineren: 'regelen',
    derhalve: 'daarom',
    dienen: 'moeten',
    doelstelling: 'doel',
    doelstellingen: 'doelen',
    draagvlak: 'steun',
    effectueren: 'doen',
    evalueren: 'terugkijken op',
    evaluatie: 'terugblik',
    expertise: 'kennis',
    faciliteren: 'helpen',
    feedback: 'wat iemand terugzegt',
    focus: 'aandacht',
    focussen: 'letten op',
    frequentie: 'hoe vaak',
    gedurende: 'tijdens',
    genereren: 'maken',
    gremium: 'groep',
    handvatten: 'hulp',
    hanteren: 'gebruiken',
    implementatie: 'invoering',
    implementeren: 'invoeren',
    indien: 'als',
    initiëren: 'beginnen',
    innovatie: 'iets nieuws',
    integraal: 'samen',
    interventie: 'wat je deed',
    inventariseren: 'op een rij zetten',
    inzake: 'over',
    kaders: 'grenzen',
    learnings: 'wat je leerde',
    monitoren: 'volgen',
    middels: 'met',
    mits: 'als',
    noodzakelijk: 'nodig',
    omtrent: 'over',
    operationaliseren: 'in het werk brengen',
    optimaal: 'zo goed mogelijk',
    optimaliseren: 'verbeteren',
    perspectief: 'kijk',
    prioriteren: 'kiezen wat eerst moet',
    prioriteit: 'wat eerst moet',
    professionalisering: 'beter worden in je werk',
    professionaliteit: 'hoe goed je je werk doet',
    realiseren: 'maken',
    reflecteren: 'terugkijken',
    reflectie: 'terugkijken',
    relevant: 'belangrijk',
    significant: 'groot',
    stagneren: 'stilstaan',
    stakeholder: 'wie erbij hoort',
    stakeholders: 'wie erbij horen',
    strategie: 'plan',
    structureel: 'vast',
    synergie: 'samen meer',
    teneinde: 'om',
    tevens: 'ook',
    transformatie: 'grote verandering',
    transitie: 'verandering',
    uitdaging: 'wat lastig is',
    uitdagingen: 'wat lastig is',
    verifiëren: 'nakijken',
    vigerend: 'wat nu geldt',
    voornemens: 'van plan',
  },
  en: {
    additionally: 'also',
    competence: 'what you can do',
    competences: 'what you can do',
    commence: 'begin',
    consequently: 'so',
    facilitate: 'help',
    feedback: 'what somebody says back',
    implement: 'start using',
    implementation: 'start',
    initiate: 'begin',
    innovation: 'something new',
    learnings: 'what you learned',
    leverage: 'use',
    optimise: 'make better',
    prioritise: 'choose what comes first',
    regarding: 'about',
    relevant: 'what matters',
    stakeholder: 'who is part of it',
    stakeholders: 'who are part of it',
    strategy: 'plan',
    utilise: 'use',
  },
}

/** Looks at sentences and words alone: it says what to mend, and forbids nothing. */
export function readable(text: string, language: Language): Readability {
  const sentences = text.split(/[.?!:]+(?:\s|$)/)
  const longest = Math.max(0, ...sentences.map((sentence) => wordsOf(sentence).length))
  const found = new Map(wordsOf(text).map((word) => [word.toLowerCase(), word]))
  const hard = [...found].flatMap(([folded, word]) => {
    const easier = Object.hasOwn(EASIER[language], folded) ? EASIER[language][folded] : undefined
    return easier ? [{ word, easier }] : []
  })
  return { longest, isTooLong: longest > SENTENCE_LIMIT, hard }
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
