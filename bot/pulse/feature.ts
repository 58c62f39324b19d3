import { goneCard } from '../../cards/draft/notice.ts'
import { commands, on, typed } from '../../cards/kit/commands.ts'
import { decisionsCard, ratedCard } from '../../cards/pulse/decision.ts'
import { deputyLine, pulseLine } from '../../cards/pulse/running-line.ts'
import { pulseWords } from '../../cards/pulse/words.ts'
import {
  NoteInput,
  PulseInput,
  RateInput,
  type RatingKind,
  ReadBackInput,
  SendInput,
} from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { type Feature, notYours, phrases, press, presses, type Reply, type Turn } from '../turn.ts'
import { asksBack } from './asking-back.ts'
import { deciding } from './deciding.ts'
import { pulseDeliveries } from './deliveries.ts'
import { handling } from './handling.ts'
import { whichPulse, withCode } from './pulse-by-code.ts'
import { pulseScreens } from './screens.ts'
import { standingIn } from './standing-in.ts'
import { tracing } from './tracing.ts'

/** More decisions than these make the card too large. */
const READ_BACK = 2

/** What readers see of a pulse, what they decide, and what the block hears of it. */
export function pulseFeature(service: PulseService, routes: RoutesByAudience): Feature {
  const show = pulseScreens(service)
  const which = whichPulse(service)
  const decide = deciding(service, show, which)
  const handle = handling(service, decide, show)
  const standIn = standingIn(service)
  const trace = tracing(service, show)
  const askBack = asksBack(service, which)

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

  async function rate({ tenant, person, language }: Turn, decision: string, rating: RatingKind): Promise<Reply> {
    const outcome = await service.ratings.rate(tenant, person, decision, rating)
    return outcome === 'rated' ? { card: ratedCard(language) } : notYours({ language })
  }

  /** Read back by everybody it was for, two on a card. */
  async function decisions({ tenant, person, language }: Turn, wanted = 0): Promise<Reply> {
    const all = await service.decisionsFor(tenant, person)
    // Past the last one there is nothing to read, which is not the same as no decision: then the newest.
    const from = wanted < all.length ? wanted : 0
    const views = all.slice(from, from + READ_BACK).map(async (one) => {
      const pulse = await service.of(tenant, one.pulse)
      return pulse ? [await show.sentView(language, service.seenAs(pulse, person), one)] : []
    })
    const older = from + READ_BACK < all.length ? from + READ_BACK : undefined
    return { card: decisionsCard(language, (await Promise.all(views)).flat(), older) }
  }

  /** "besluiten 3": from the third one on. */
  async function decisionsTyped(turn: Turn, rest: string): Promise<Reply | undefined> {
    if (!/^\d{0,3}$/.test(rest)) return undefined
    return decisions(turn, Math.max(0, Number(rest || 1) - 1))
  }

  const rateLast = (rating: RatingKind) => async (turn: Turn) => {
    const decision = await service.lastDecisionFor(turn.tenant, turn.person)
    return decision ? rate(turn, decision.id, rating) : { card: goneCard(turn.language) }
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
      on(commands.decisions, decisionsTyped),
      on(commands.decide, decide.typed),
      on(commands.replyToWords, decide.replied),
      on(commands.sendDecision, decide.sendLast),
      on(commands.changeDecision, decide.changeLast),
      handle.said,
      standIn.said,
      askBack.said,
      trace.said,
      on(commands.recognised, rateLast('ja')),
      on(commands.recognisedPartly, rateLast('beetje')),
      on(commands.recognisedNot, rateLast('nee')),
    ),

    pressed: presses(
      {
        'pulse.show': press(PulseInput, (turn, { pulse }) => open(turn, pulse)),
        'pulse.respond': press(PulseInput, (turn, { pulse }) => decide.respond(turn, pulse)),
        'pulse.note': press(NoteInput, decide.note),
        'pulse.change': press(PulseInput, (turn, { pulse }) => decide.change(turn, pulse)),
        'pulse.send': press(SendInput, (turn, { pulse, seen }) => decide.send(turn, pulse, seen)),
        'pulse.decisions': press(ReadBackInput, (turn, { from }) => decisions(turn, Number(from))),
        'pulse.rate': press(RateInput, (turn, { decision, rating }) => rate(turn, decision, rating)),
      },
      handle.pressed,
      standIn.pressed,
      askBack.pressed,
      trace.pressed,
    ),

    async running({ tenant, person, language }) {
      const [waiting, roles] = await Promise.all([
        service.waiting(tenant, person),
        service.deputies.unanswered(tenant, person),
      ])
      const asked = roles.map(async ({ role, of }) =>
        deputyLine(language, role, await show.nameOf(tenant, language, of)),
      )
      const lines = waiting.map(async (one) => {
        const by = 'by' in one && one.by !== undefined ? await show.nameOf(tenant, language, one.by) : undefined
        return pulseLine(language, one, by)
      })
      return Promise.all([...asked, ...lines])
    },

    render: pulseDeliveries(service, show),
    reminder: (language) => pulseWords(language).reminder,

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
  }
}
