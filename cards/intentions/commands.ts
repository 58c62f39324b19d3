import type { Command } from '../kit/command.ts'

export const intentionsCommands = {
  intentions: { nl: ['voornemens', 'mijn voornemens'], en: ['intentions', 'my intentions'] },
  beginIntention: { nl: ['voornemen'], en: ['intention'] },
  intend: { nl: ['voornemen: *'], en: ['intention: *'] },
  intendNot: { nl: ['toch geen voornemen'], en: ['no intention after all'] },
  openIntention: { nl: ['open voornemen *'], en: ['open intention *'] },
  changeIntention: { nl: ['wijzig mijn voornemen'], en: ['change my intention'] },
  rewordIntention: { nl: ['ander voornemen: *'], en: ['other intention: *'] },
  finishIntention: { nl: ['rond voornemen af *'], en: ['finish intention *'] },
  intentionWorked: {
    nl: ['voornemen gelukt', 'voornemen gelukt *'],
    en: ['intention worked', 'intention worked *'],
  },
  intentionPartly: {
    nl: ['voornemen deels gelukt', 'voornemen deels gelukt *'],
    en: ['intention partly', 'intention partly *'],
  },
  intentionBack: {
    nl: ['voornemen terug naar oud', 'voornemen terug naar oud *'],
    en: ['intention back to the old way', 'intention back to the old way *'],
  },
  intentionNotNeeded: {
    nl: ['voornemen niet meer nodig', 'voornemen niet meer nodig *'],
    en: ['intention no longer needed', 'intention no longer needed *'],
  },
  inTheWay: { nl: ['in de weg zat *'], en: ['in the way was *'] },
  askBuddy: { nl: ['denk mee: *'], en: ['think along: *'] },
  thinkAlong: { nl: ['ik denk mee'], en: ['i will think along'] },
  thinkNotAlong: { nl: ['ik denk liever niet mee'], en: ['i rather not think along'] },
  practice: { nl: ['zo werk ik nu: *'], en: ['this is how i work now: *'] },
  intendToo: { nl: ['dit ga ik ook doen *'], en: ['i will do this too *'] },
} satisfies Record<string, Command>
