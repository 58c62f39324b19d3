import type { Command } from '../kit/command.ts'

export const privacyCommands = {
  about: { nl: ['privacy', 'wie leest wat'], en: ['who reads what'] },
  data: { nl: ['mijn gegevens'], en: ['my data'] },
  export: { nl: ['neem mee', 'exporteer'], en: ['take it with you', 'export'] },
  forget: { nl: ['verwijder mij'], en: ['delete me'] },
  forgetYes: { nl: ['ja, verwijder alles'], en: ['yes, delete everything'] },
} satisfies Record<string, Command>
