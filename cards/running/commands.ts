import type { Command } from '../kit/command.ts'

export const runningCommands = {
  running: {
    nl: [
      'wat loopt er',
      'wat loopt er *',
      'wat staat er open',
      'wat staat er nog open',
      'wat staat er voor mij open',
      'wat moet ik nog doen',
      'wat wacht er op mij',
      'waar wacht ik op',
    ],
    en: [
      'what is running',
      'what is running *',
      "what's running",
      "what's running *",
      'what is open',
      'what is waiting for me',
      'what am i waiting for',
      'what do i still have to do',
    ],
  },
} satisfies Record<string, Command>
