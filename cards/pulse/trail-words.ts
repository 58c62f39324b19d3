import { inLanguages } from '../kit/languages.ts'

export const trailWords = inLanguages(
  {
    title: 'Wat werd er met je woorden gedaan?',
    only: 'Alleen jij kunt dit opvragen. Niemand anders ziet welke woorden van jou zijn.',
    none: 'Je hebt geen citaat in een leerpuls',
    noneText: 'Bij een antwoord kun je kiezen: in de leerpuls, zonder mijn naam.',
    waits: 'Je citaat wacht. Niemand heeft het gelezen.',
    from: (day: string) => `Het wordt op zijn vroegst op ${day} gelezen. Tot dan kun je het intrekken.`,
    takeBack: 'Trek mijn citaat in',
    back: 'Je citaat is ingetrokken',
    backText: 'Niemand heeft het gelezen. Je moment is nu alleen voor jou.',
    shown: (from: string, to: string) => `In de leerpuls van ${from} tot en met ${to}`,
    unanswered: 'Er is nog geen antwoord op deze woorden.',
    ended: 'Een eerder citaat is niet getoond, of voor niemand meer te lezen.',
  },
  {
    title: 'What was done with your words?',
    only: 'Only you can ask for this. Nobody else sees which words are yours.',
    none: 'You have no quote in a learning pulse',
    noneText: 'With an answer you can choose: in the learning pulse, without my name.',
    waits: 'Your quote waits. Nobody has read it.',
    from: (day: string) => `It is read on ${day} at the earliest. Until then you can take it back.`,
    takeBack: 'Take my quote back',
    back: 'Your quote is taken back',
    backText: 'Nobody has read it. Your moment is now for you alone.',
    shown: (from, to) => `In the learning pulse of ${from} up to and including ${to}`,
    unanswered: 'There is no answer to these words yet.',
    ended: 'An earlier quote was not shown, or can be read by nobody any more.',
  },
)
