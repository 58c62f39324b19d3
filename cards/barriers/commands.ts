import type { Command } from '../kit/command.ts'

export const barriersCommands = {
  barriers: { nl: ['potloodlijst'], en: ['barrier list', 'barriers'] },
  beginBarrier: { nl: ['potlood'], en: ['barrier'] },
  raiseBarrier: { nl: ['potlood: *'], en: ['barrier: *'] },
  canGo: { nl: ['kan weg: *'], en: ['can go: *'] },
  putBarrier: { nl: ['zet op de potloodlijst: *'], en: ['put on the barrier list: *'] },
  putBarrierAnyway: { nl: ['zet toch op de potloodlijst: *'], en: ['put on the barrier list anyway: *'] },
  openBarrier: { nl: ['open potlood *'], en: ['open barrier *'] },
  joinBarrier: { nl: ['doe mee met potlood *'], en: ['join barrier *'] },
  withdrawBarrier: { nl: ['haal mijn naam van potlood *'], en: ['take my name off barrier *'] },
  takeBarrier: { nl: ['pak potlood op *'], en: ['take on barrier *'] },
  passBarrier: { nl: ['vraag potlood aan *'], en: ['ask barrier *'] },
  barrierStays: { nl: ['potlood blijft *'], en: ['barrier stays *'] },
  barrierWorking: { nl: ['potlood bezig *'], en: ['barrier in progress *'] },
  barrierGone: { nl: ['potlood weg *'], en: ['barrier gone *'] },
  listPoint: { nl: ['zet punt op de potloodlijst *'], en: ['put point on the barrier list *'] },
} satisfies Record<string, Command>
