import type { Command } from '../kit/command.ts'

export const guideCommands = {
  help: { nl: ['help', 'hulp', 'menu', '?'], en: ['help'] },
  dontKnow: { nl: ['ik weet het niet'], en: ["i don't know", 'i do not know'] },
  /** Promised, and built later: a person who types it hears that. */
  promised: {
    nl: [
      'experimenten',
      'experiment: *',
      'terugblik',
      'aanbod',
      'ik geef: *',
      'wensen',
      'ik wil leren: *',
      'intervisie',
      'groepen',
    ],
    en: [
      'experiments',
      'look back',
      'sessions',
      'i give: *',
      'wishes',
      'i want to learn: *',
      'peer consultation',
      'groups',
    ],
  },
} satisfies Record<string, Command>
