import type { Command } from '../kit/command.ts'

export const settingsCommands = {
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
} satisfies Record<string, Command>
