import { goneCard } from '../../../cards/draft/notice.ts'
import { commands, on } from '../../../cards/kit/commands.ts'
import { decisionsCard, ratedCard } from '../../../cards/pulse/decision.ts'
import { RateInput, type RatingKind, ReadBackInput } from '../../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { notYours, phrases, press, type Reply, type Turn } from '../../turn.ts'
import type { PulseScreens } from '../screens/screens.ts'

/** More decisions than these make the card too large. */
const READ_BACK = 2

/** Decisions read back by those they were for, who say whether they recognise them. */
export function readingBack(service: PulseService, show: PulseScreens) {
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
    said: phrases(
      on(commands.decisions, decisionsTyped),
      on(commands.recognised, rateLast('ja')),
      on(commands.recognisedPartly, rateLast('beetje')),
      on(commands.recognisedNot, rateLast('nee')),
    ),
    pressed: {
      'pulse.decisions': press(ReadBackInput, (turn, { from }) => decisions(turn, Number(from))),
      'pulse.rate': press(RateInput, (turn, { decision, rating }) => rate(turn, decision, rating)),
    },
  }
}
