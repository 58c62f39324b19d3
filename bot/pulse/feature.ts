import { commands, on, typed } from '../../cards/kit/commands.ts'
import { deputyLine, pulseLine } from '../../cards/pulse/running-line.ts'
import { pulseWords } from '../../cards/pulse/words.ts'
import { NoteInput, PulseInput, SendInput } from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { type Feature, notYours, phrases, press, presses, type Reply, type Turn } from '../turn.ts'
import { asksBack } from './answer/asking-back.ts'
import { deciding } from './answer/deciding.ts'
import { handling } from './answer/handling.ts'
import { readingBack } from './answer/reading-back.ts'
import { pulseDeliveries } from './deliveries.ts'
import { whichPulse, withCode } from './pulse-by-code.ts'
import type { PulseScreens } from './screens/screens.ts'
import { standingIn } from './standing-in.ts'
import { tracing } from './tracing.ts'

/** What readers see of a pulse, what they decide, and what the block hears of it. */
export function pulseFeature(service: PulseService, show: PulseScreens, routes: RoutesByAudience): Feature {
  const which = whichPulse(service)
  const decide = deciding(service, show, which)
  const handle = handling(service, decide, show)
  const standIn = standingIn(service)
  const trace = tracing(service, show)
  const askBack = asksBack(service, which)
  const readBack = readingBack(service, show)

  async function open(turn: Turn, pulse: string): Promise<Reply> {
    const shown = await service.shownTo(turn.tenant, turn.person, pulse)
    return shown ? { card: await show.pulse(turn, shown) } : notYours(turn)
  }

  /** The last one of each block that this person reads. */
  async function last(turn: Turn, words = ''): Promise<Reply | undefined> {
    const { code, rest } = withCode(words)
    if (rest) return undefined
    const { tenant, person, language } = turn
    const all = code ? await service.allFor(tenant, person) : await service.lastFor(tenant, person)
    const found = await which.among(
      turn,
      all.map(({ pulse }) => pulse),
      code,
      { verb: 'pulse.show', typed: (one) => typed(commands.pulse, language, one), run: open },
    )
    return found ?? { card: await show.none(turn) }
  }

  return {
    name: 'pulse',
    routes,
    jobs: service.jobs,
    share: 'free',

    said: phrases(
      on(commands.pulse, last),
      on(commands.organisation, async (turn: Turn): Promise<Reply> => ({ card: await show.organisation(turn) })),
      on(commands.respond, decide.respondLast),
      on(commands.decide, decide.typed),
      on(commands.replyToWords, decide.replied),
      on(commands.sendDecision, decide.sendLast),
      on(commands.changeDecision, decide.changeLast),
      handle.said,
      standIn.said,
      askBack.said,
      trace.said,
      readBack.said,
    ),

    pressed: presses(
      {
        'pulse.show': press(PulseInput, (turn, { pulse }) => open(turn, pulse)),
        'pulse.respond': press(PulseInput, (turn, { pulse }) => decide.respond(turn, pulse)),
        'pulse.note': press(NoteInput, decide.note),
        'pulse.change': press(PulseInput, (turn, { pulse }) => decide.change(turn, pulse)),
        'pulse.send': press(SendInput, (turn, { pulse, seen }) => decide.send(turn, pulse, seen)),
      },
      handle.pressed,
      standIn.pressed,
      askBack.pressed,
      trace.pressed,
      readBack.pressed,
    ),

    running: runningIn(service, show),
    render: pulseDeliveries(service, show),
    reminder: (language) => pulseWords(language).reminder,

    ...ownDataOf(service),
  }
}

/** What of the pulses waits for somebody, or they for it. */
const runningIn =
  (service: PulseService, show: PulseScreens): NonNullable<Feature['running']> =>
  async ({ tenant, person, language }) => {
    const [waiting, roles] = await Promise.all([
      service.waiting(tenant, person),
      service.deputies.unanswered(tenant, person),
    ])
    const asked = roles.map(async ({ role, of }) => deputyLine(language, role, await show.nameOf(tenant, language, of)))
    const lines = waiting.map(async (one) => {
      const by = 'by' in one && one.by !== undefined ? await show.nameOf(tenant, language, one.by) : undefined
      return pulseLine(language, one, by)
    })
    return Promise.all([...asked, ...lines])
  }

const ownDataOf = (service: PulseService): Pick<Feature, 'export' | 'forget'> => ({
  export: {
    quotes: service.ownContributions.export,
    memberships: service.ownContributions.memberships,
    ratings: service.ratings.of,
    tasks: service.tasks.export,
    roles: service.deputies.export,
  },
  async forget(tenant, person) {
    await service.ownContributions.forget(tenant, person)
    await service.ratings.forget(tenant, person)
    await service.tasks.forget(tenant, person)
    await service.deputies.forget(tenant, person)
  },
})
