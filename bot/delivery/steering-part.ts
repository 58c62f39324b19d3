import type { Rules } from '../../services/delivery/operating/sending-rules.ts'
import { createSteering, type SteeringPorts } from '../../services/delivery/operating/steering.ts'
import type { Rounds } from '../../services/delivery/rounds/rounds.ts'
import { goLive } from '../../services/go-live/go-live.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import { type Feature, keepsNothing } from '../turn.ts'
import { adminRoutes } from './api.admin.ts'

const STANDARD_RPS = 25

export interface SteeringNeeds extends Pick<SteeringPorts, 'wakeSender' | 'planAgain'> {
  ports: Pick<AppPorts, 'rps'>
  rounds: Rounds
  rules: Rules
  leerpuls: Pick<PulseService, 'course' | 'policies'>
}

/** What operators see and decide, and what must be true before they begin. */
export function steeringPart({ who, clock, log }: Ground, { ports, rounds, rules, leerpuls, ...wakes }: SteeringNeeds) {
  const { course, policies } = leerpuls
  const steering = createSteering({
    rounds,
    rules,
    people: who,
    clock,
    rps: ports.rps ?? STANDARD_RPS,
    ...wakes,
  })
  const mayGoLive = goLive({
    everyone: who.all,
    confirmed: (tenant) => course.stillConfirmed(tenant),
    isHalted: rules.isHalted,
    isAgreed: async (tenant) => (await policies.agreed(tenant)).kind === 'stands',
    decides: async (tenant) => (await policies.of(tenant))?.decides,
  })
  const feature: Feature = {
    name: 'steering',
    routes: { admin: adminRoutes({ steering, goLive: mayGoLive, week: rounds.week, log }) },
    ...keepsNothing,
  }
  return { steering, goLive: mayGoLive, feature }
}
