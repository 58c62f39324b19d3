import type { Command } from '../kit/command.ts'

export const typedCommands = {
  adviser: { nl: ['vertrouwenspersoon'], en: ['confidential adviser'] },
  keepForMe: { nl: ['bewaar voor mij: *'], en: ['keep for me: *'] },
  aboutMyWork: { nl: ['over mijn werk: *'], en: ['about my work: *'] },
} satisfies Record<string, Command>
