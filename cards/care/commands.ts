import type { Command } from '../kit/command.ts'

export const careCommands = {
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
} satisfies Record<string, Command>
