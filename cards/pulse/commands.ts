import type { Command } from '../kit/command.ts'

export const pulseCommands = {
  pulse: { nl: ['leerpuls', 'leerpuls *'], en: ['learning pulse', 'learning pulse *'] },
  organisation: { nl: ['gemeente'], en: ['municipality'] },
  respond: {
    nl: ['geef antwoord', 'geef antwoord *', 'reageer', 'reageer *'],
    en: ['give an answer', 'give an answer *', 'respond', 'respond *'],
  },
  replyToWords: { nl: ['geef antwoord: *', 'reageer: *'], en: ['give an answer: *', 'respond: *'] },
  decisions: { nl: ['besluiten', 'besluiten *'], en: ['decisions', 'decisions *'] },
  decide: { nl: ['besluit *'], en: ['decide *'] },
  sendDecision: {
    nl: ['verstuur naar mijn team', 'verstuur naar mijn team *'],
    en: ['send to my team', 'send to my team *'],
  },
  changeDecision: {
    nl: ['pas mijn reactie aan', 'pas mijn reactie aan *'],
    en: ['adjust my response', 'adjust my response *'],
  },
  policy: { nl: ['beleid', 'leerpulsbeleid'], en: ['policy', 'pulse policy'] },
  trail: { nl: ['mijn citaat'], en: ['my quote'] },
  quoteBack: {
    nl: ['trek mijn citaat in', 'trek mijn citaat in *'],
    en: ['take my quote back', 'take my quote back *'],
  },
  askBack: { nl: ['vraag terug: *'], en: ['ask back: *'] },
  deputy: { nl: ['mijn vervanger *'], en: ['my deputy *'] },
  noDeputy: { nl: ['mijn vervanger niemand'], en: ['my deputy nobody'] },
  standIn: { nl: ['ja, ik vervang', 'ja, ik vervang *'], en: ['yes, i stand in', 'yes, i stand in *'] },
  standNotIn: {
    nl: ['ik vervang liever niet', 'ik vervang liever niet *'],
    en: ['i rather not stand in', 'i rather not stand in *'],
  },
  takeOver: { nl: ['ik neem het over', 'ik neem het over *'], en: ['i take it over', 'i take it over *'] },
  notMine: {
    nl: ['ik neem het niet over', 'ik neem het niet over *'],
    en: ['i do not take it over', 'i do not take it over *'],
  },
  owns: { nl: ['ja, ik pak dit op', 'ja, ik pak dit op *'], en: ['yes, i take this on', 'yes, i take this on *'] },
  ownsNot: {
    nl: ['nee, dat klopt niet', 'nee, dat klopt niet *'],
    en: ['no, that is not right', 'no, that is not right *'],
  },
  recognised: { nl: ['ik herken dit'], en: ['i recognise this'] },
  recognisedPartly: { nl: ['ik herken dit een beetje'], en: ['i recognise this a little'] },
  recognisedNot: { nl: ['ik herken dit niet'], en: ['i do not recognise this'] },
  pausePulses: { nl: ['leg de leerpuls stil'], en: ['pause the learning pulse'] },
  resumePulses: { nl: ['start de leerpuls weer'], en: ['resume the learning pulse'] },
  pauseQuotes: { nl: ['laat citaten rusten'], en: ['let quotes rest'] },
  resumeQuotes: { nl: ['toon citaten weer'], en: ['show quotes again'] },
} satisfies Record<string, Command>
