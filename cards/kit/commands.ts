import type { Language } from '../../services/core/ports.ts'

/**
 * What can be typed, in both languages at once: nobody should have to know which one the bot speaks today.
 * The first of each is the one that cards name. ` *` stands for the rest of the line.
 */
export interface Command {
  nl: readonly string[]
  en: readonly string[]
}

export const commands = {
  help: { nl: ['help', 'hulp', 'menu', '?'], en: ['help'] },
  dontKnow: { nl: ['ik weet het niet'], en: ["i don't know", 'i do not know'] },
  running: {
    nl: [
      ...['wat loopt er', 'wat loopt er *', 'wat staat er open', 'wat staat er nog open', 'wat staat er voor mij open'],
      ...['wat moet ik nog doen', 'wat wacht er op mij', 'waar wacht ik op'],
    ],
    en: [
      ...['what is running', 'what is running *', "what's running", "what's running *", 'what is open'],
      ...['what is waiting for me', 'what am i waiting for', 'what do i still have to do'],
    ],
  },
  question: { nl: ['vraag', 'vraag van de week'], en: ['question', 'question of the week'] },
  why: { nl: ['wat gebeurt hiermee'], en: ['what happens with this'] },
  later: { nl: ['later'], en: ['later'] },
  skip: { nl: ['deze week niet'], en: ['not this week'] },
  older: { nl: ['oudere momenten *'], en: ['older moments *'] },
  moments: { nl: ['mijn momenten', 'momenten'], en: ['my moments', 'moments'] },
  findMoment: { nl: ['zoek in mijn momenten *'], en: ['search my moments *'] },
  view: { nl: ['bekijk', 'bekijk *', 'wijzig', 'wijzig *'], en: ['view', 'view *', 'change', 'change *'] },
  keepFirst: { nl: ['houd de eerste'], en: ['keep the first'] },
  takeSecond: { nl: ['neem de nieuwe'], en: ['take the new one'] },
  keepBoth: { nl: ['bewaar allebei'], en: ['keep both'] },
  openNumber: {
    nl: ['open *', 'nr *', 'nummer *', 'moment *'],
    en: ['open *', 'no *', 'number *', 'moment *'],
  },
  fold: { nl: ['terug', 'sluit'], en: ['back', 'close'] },
  remove: {
    nl: ['verwijder', 'verwijder *', 'toch niet bewaren', 'toch niet bewaren *'],
    en: ['delete', 'delete *', 'do not keep it', 'do not keep it *'],
  },
  removeYes: { nl: ['ja, verwijder', 'ja, verwijder *'], en: ['yes, delete', 'yes, delete *'] },
  consent: {
    nl: ['zet dit in de leerpuls', 'zet dit in de leerpuls *'],
    en: ['put this in the learning pulse', 'put this in the learning pulse *'],
  },
  shareAnyway: { nl: ['toch delen', 'toch delen *'], en: ['share anyway', 'share anyway *'] },
  ticks: { nl: ['mijn keuzes', 'wat speelde mee'], en: ['my choices', 'what played a part'] },
  tick: { nl: ['kies *'], en: ['choose *'] },
  rewrite: { nl: ['wijzig mijn tekst'], en: ['change my text'] },
  keepPrivate: { nl: ['alleen voor mij'], en: ['only for me'] },
  asks: { nl: ['mijn vragen'], en: ['my questions'] },
  openAsk: { nl: ['open mijn vraag'], en: ['open my question'] },
  offer: { nl: ['open vraag'], en: ['open question'] },
  send: { nl: ['vraag het'], en: ['ask'] },
  sendAnyone: { nl: ['kies voor mij'], en: ['choose for me'] },
  chooseColleague: { nl: ['vraag collega *'], en: ['ask colleague *'] },
  widen: { nl: ['zoek in de hele gemeente'], en: ['search everywhere'] },
  purpose: { nl: ['eigenlijk wil ik *'], en: ['what i want is *'] },
  openEarlier: { nl: ['open mijn eerdere vraag'], en: ['open my earlier question'] },
  anew: { nl: ['stel mijn nieuwe vraag'], en: ['ask my new question'] },
  knownHelps: { nl: ['* helpt'], en: ['* helps'] },
  closeAsk: { nl: ['sluit mijn vraag'], en: ['close my question'] },
  accept: { nl: ['ik help'], en: ['i help'] },
  forward: { nl: ['weet iemand anders'], en: ['know someone else'] },
  forwardTo: { nl: ['vraag het aan *'], en: ['pass it on to *'] },
  decline: { nl: ['nu niet'], en: ['not now'] },
  reply: { nl: ['mijn antwoord: *'], en: ['my answer: *'] },
  sendReply: { nl: ['verstuur mijn antwoord'], en: ['send my answer'] },
  helped: { nl: ['dit hielp'], en: ['this helped'] },
  helpedKeep: { nl: ['dit hielp, bewaar'], en: ['this helped, keep'] },
  notYet: { nl: ['nog niet'], en: ['not yet'] },
  keepYes: { nl: ['ja, bewaar'], en: ['yes, keep'] },
  keepNo: { nl: ['liever niet'], en: ['rather not'] },
  evidence: {
    nl: ['waar weet ik iets van', 'waarom ik', 'mijn onderwerpen'],
    en: ['what do i know about', 'why me', 'my topics'],
  },
  knowledgeBank: { nl: ['kennisbank'], en: ['knowledge bank'] },
  myKnowledge: { nl: ['mijn kennis'], en: ['my knowledge'] },
  findKnowledge: { nl: ['zoek *'], en: ['search *'] },
  readKnowledge: { nl: ['lees *'], en: ['read *'] },
  buildOn: { nl: ['bouw voort op *'], en: ['build on *'] },
  stillHolds: { nl: ['dit klopt nog *'], en: ['this still holds *'] },
  takeBack: { nl: ['deel niet meer *', 'haal terug *'], en: ['take back *'] },
  gaps: { nl: ['onderwerpen zonder antwoord'], en: ['topics without an answer'] },
  evidenceWrong: { nl: ['dit klopt niet'], en: ['this is not right'] },
  leaveOut: { nl: ['laat weg *'], en: ['leave out *'] },
  addTopic: { nl: ['ik weet iets van *'], en: ['i know about *'] },
  askMeNot: { nl: ['vraag mij niets'], en: ['do not ask me'] },
  askMeAgain: { nl: ['vraag mij weer'], en: ['ask me again'] },
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
  report: { nl: ['meld dit', 'meld dit *'], en: ['report this', 'report this *'] },
  reportItem: { nl: ['meld: *'], en: ['report: *'] },
  hide: { nl: ['verberg: *'], en: ['hide: *'] },
  reports: { nl: ['meldingen'], en: ['reports'] },
  restore: {
    nl: ['zet de melding terug', 'zet de melding terug *'],
    en: ['put the reported words back', 'put the reported words back *'],
  },
  removeReported: {
    nl: ['haal de melding weg', 'haal de melding weg *'],
    en: ['take the reported words away', 'take the reported words away *'],
  },
  pausePulses: { nl: ['leg de leerpuls stil'], en: ['pause the learning pulse'] },
  resumePulses: { nl: ['start de leerpuls weer'], en: ['resume the learning pulse'] },
  pauseQuotes: { nl: ['laat citaten rusten'], en: ['let quotes rest'] },
  resumeQuotes: { nl: ['toon citaten weer'], en: ['show quotes again'] },
  propose: { nl: ['stel een vraag voor'], en: ['propose a question'] },
  sendProposal: { nl: ['stel een vraag voor: *'], en: ['propose a question: *'] },
  takeProposalBack: {
    nl: ['trek mijn voorstel in', 'trek mijn voorstel in *'],
    en: ['take my proposal back', 'take my proposal back *'],
  },
  proposals: { nl: ['voorstellen'], en: ['proposals'] },
  takeProposal: {
    nl: ['neem de vraag op *', 'neem de vraag op, *'],
    en: ['take the question *', 'take the question, *'],
  },
  declineProposal: {
    nl: ['neem de vraag niet op *', 'neem de vraag niet op, *'],
    en: ['leave the question *', 'leave the question, *'],
  },
  settings: { nl: ['instellingen'], en: ['settings'] },
  pause: { nl: ['pauze'], en: ['pause'] },
  pauseUntil: { nl: ['pauze tot *'], en: ['pause until *'] },
  pauseThrough: { nl: ['pauze t/m *'], en: ['pause through *'] },
  stop: { nl: ['stop', 'niet meedoen'], en: ['stop', 'don’t take part'] },
  start: { nl: ['start', 'begin weer'], en: ['start', 'start again'] },
  weekly: { nl: ['weer elke week'], en: ['every week again'] },
  limit: { nl: ['mijn grens', 'mijn grens *'], en: ['my limit', 'my limit *'] },
  questionAt: { nl: ['vraag op *'], en: ['question on *'] },
  countMe: { nl: ['tel mij mee'], en: ['count me'] },
  countMeNot: { nl: ['tel mij niet mee'], en: ['do not count me'] },
  language: { nl: ['taal', 'welke taal'], en: ['language'] },
  dutch: { nl: ['nederlands'], en: ['dutch'] },
  english: { nl: ['engels'], en: ['english'] },
  about: { nl: ['privacy', 'wie leest wat'], en: ['who reads what'] },
  adviser: { nl: ['vertrouwenspersoon'], en: ['confidential adviser'] },
  keepForMe: { nl: ['bewaar voor mij: *'], en: ['keep for me: *'] },
  aboutMyWork: { nl: ['over mijn werk: *'], en: ['about my work: *'] },
  wasQuestion: { nl: ['dit was een vraag'], en: ['this was a question'] },
  /** Promised, and built later: a person who types it hears that. */
  promised: {
    nl: [
      ...['voornemens', 'potloodlijst', 'potlood: *', 'experimenten', 'experiment: *', 'terugblik', 'aanbod'],
      ...['ik geef: *', 'wensen', 'ik wil leren: *', 'intervisie', 'groepen'],
    ],
    en: [
      ...['intentions', 'barriers', 'barrier: *', 'experiments', 'look back', 'sessions', 'i give: *', 'wishes'],
      ...['i want to learn: *', 'peer consultation', 'groups'],
    ],
  },
  other: { nl: ['iets anders'], en: ['something else'] },
  nothing: { nl: ['doe niets'], en: ['do nothing'] },
  data: { nl: ['mijn gegevens'], en: ['my data'] },
  export: { nl: ['neem mee', 'exporteer'], en: ['take it with you', 'export'] },
  forget: { nl: ['verwijder mij'], en: ['delete me'] },
  forgetYes: { nl: ['ja, verwijder alles'], en: ['yes, delete everything'] },
  asAnswer: { nl: ['dit is mijn antwoord'], en: ['this is my answer'] },
  asMoment: { nl: ['bewaar als moment'], en: ['keep as a moment'] },
  asAsk: { nl: ['dit is een vraag'], en: ['this is a question'] },
  asAbout: { nl: ['dit gaat over leermoment'], en: ['this is about leermoment'] },
  asRemark: { nl: ['dit gaat terug'], en: ['this goes back'] },
  asReply: { nl: ['dit is voor mijn collega'], en: ['this is for my colleague'] },
} satisfies Record<string, Command>

/** The command as a card names it, with what follows it where it takes something. */
export const typed = (command: Command, language: Language, rest?: string | number): string => {
  const phrase = (command[language][0] ?? '').replace(/ \*$/, '')
  return rest === undefined ? phrase : `${phrase} ${rest}`
}

/** One handler for every way of typing a command. */
export const on = <Handler>(command: Command, handler: Handler): Record<string, Handler> =>
  Object.fromEntries([...command.nl, ...command.en].map((phrase) => [phrase, handler]))
