import { inLanguages } from './languages.ts'

/** The page with what the organisation knows, by topic. */
export const capitalWords = inLanguages(
  {
    title: 'Kenniskapitaal',
    under: 'Waar collega’s je mee willen helpen. Zonder namen.',
    topics: 'Onderwerpen',
    show: 'Toon',
    views: { all: 'alles', one: 'wat op één collega rust', none: 'waar nog geen antwoord over is' },
    helpers: { one: 'Rust op één collega', few: 'Een paar collega’s', many: 'Vijf collega’s of meer' },
    answers: (count: number) =>
      count === 0 ? 'nog geen antwoord' : count === 1 ? '1 antwoord' : `${count} antwoorden`,
    look: (topic: string) => `Zoek ‘${topic}’ in de kennisbank`,
    empty: 'Hier komt waar collega’s mee willen helpen. Er zijn er minstens vijf nodig.',
    nothing: 'Hierbij staat niets.',
    asked: 'Gevraagd, en niemand weet het',
    askedText: 'Vier collega’s of meer vroegen hiernaar.',
    askedNone: 'Alles wat gevraagd is, weet iemand.',
    help: 'Wil jij ook helpen?',
    helpText: 'Typ in de chat ‘ik weet iets van …’. Collega’s die hulp zoeken, zien dan jouw naam.',
    how: 'Wat staat hier?',
    howText: [
      'Alleen wat collega’s zelf opgaven.',
      'Elke eerste van de maand maken we deze lijst opnieuw. Tussendoor verandert er niets.',
      'Woorden waaraan je iemand herkent, staan er niet bij.',
      'Dit zegt niets over wie goed werk doet.',
    ],
  },
  {
    title: 'Knowledge capital',
    under: 'What colleagues want to help you with. Without names.',
    topics: 'Topics',
    show: 'Show',
    views: { all: 'everything', one: 'what rests on one colleague', none: 'what has no answer yet' },
    helpers: { one: 'Rests on one colleague', few: 'A few colleagues', many: 'Five colleagues or more' },
    answers: (count: number) => (count === 0 ? 'no answer yet' : count === 1 ? '1 answer' : `${count} answers`),
    look: (topic: string) => `Look for ‘${topic}’ in the knowledge bank`,
    empty: 'What colleagues want to help with comes here. At least five of them are needed.',
    nothing: 'There is nothing of this.',
    asked: 'Asked, and nobody knows',
    askedText: 'Four colleagues or more asked about this.',
    askedNone: 'Nothing is without an answer right now.',
    help: 'Do you want to help too?',
    helpText: 'Type ‘I know about …’ in the chat. Colleagues who look for help see your name then.',
    how: 'What is here?',
    howText: [
      'Only what colleagues named themselves.',
      'We make this list anew on the first of each month. Nothing changes in between.',
      'Words by which you recognise somebody are left out.',
      'It says nothing about who does good work.',
    ],
  },
)
