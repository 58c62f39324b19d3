import type { Command } from '../kit/command.ts'

export const reflectionCommands = {
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
  wasQuestion: { nl: ['dit was een vraag'], en: ['this was a question'] },
} satisfies Record<string, Command>
