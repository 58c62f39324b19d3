import type { Command } from '../kit/command.ts'

export const knowledgeCommands = {
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
} satisfies Record<string, Command>
