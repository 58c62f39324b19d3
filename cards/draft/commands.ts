import type { Command } from '../kit/command.ts'

export const draftCommands = {
  other: { nl: ['iets anders'], en: ['something else'] },
  nothing: { nl: ['doe niets'], en: ['do nothing'] },
  asAnswer: { nl: ['dit is mijn antwoord'], en: ['this is my answer'] },
  asMoment: { nl: ['bewaar als moment'], en: ['keep as a moment'] },
  asAsk: { nl: ['dit is een vraag'], en: ['this is a question'] },
  asAbout: { nl: ['dit gaat over leermoment'], en: ['this is about leermoment'] },
  asRemark: { nl: ['dit gaat terug'], en: ['this goes back'] },
  asReply: { nl: ['dit is voor mijn collega'], en: ['this is for my colleague'] },
} satisfies Record<string, Command>
