import { goneCard } from '../../../cards/draft/notice.ts'
import { previewCard } from '../../../cards/pulse/decision.ts'
import {
  answeredCard,
  decisionSentCard,
  noteCard,
  pointElsewhereCard,
  readsAlongCard,
} from '../../../cards/pulse/response.ts'
import { listableIn } from '../../../services/pulse/answer/may-be-listed.ts'
import { numberOf, offeredOn } from '../../../services/pulse/answer/owed/answer-deadlines.ts'
import type { Responding } from '../../../services/pulse/answer/responding.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { notYours, type Reply, type Turn } from '../../turn.ts'
import type { PulseScreens } from '../screens/screens.ts'

/** From how far an answer is to the card that shows it. */
export function decisionReplies(service: PulseService, show: PulseScreens) {
  const { audience } = service

  async function told({ tenant, person, language }: Turn, outcome: Responding): Promise<Reply> {
    if (outcome.kind === 'not-yours') return notYours({ language })
    if (outcome.kind === 'answered') return { card: answeredCard(language) }
    if (outcome.kind === 'sent') return { card: decisionSentCard(language, listableIn(outcome.decision)) }
    if (outcome.kind === 'reads-along')
      return { card: readsAlongCard(language, await show.nameOf(tenant, language, outcome.with)) }
    if (outcome.kind === 'elsewhere')
      return { card: pointElsewhereCard(language, await show.nameOf(tenant, language, outcome.with)) }
    const { pulse } = outcome
    const mayRead = await audience.hears(pulse, person)
    if (outcome.kind === 'asks')
      return asks({ tenant, language }, { ...outcome, pulse: service.seenAs(pulse, person) }, mayRead)
    const shown = mayRead ? service.seenAs(pulse, person) : { ...pulse, quotes: [] }
    const view = await show.decisionView(language, shown, audience.markOf(tenant, person), outcome.points)
    return { card: previewCard(view, pulse.id, outcome.seen) }
  }

  async function asks(
    { tenant, language }: Pick<Turn, 'tenant' | 'language'>,
    { pulse, response: owed, place, problem, given }: Extract<Responding, { kind: 'asks' }>,
    mayRead: boolean,
  ): Promise<Reply> {
    const asked = owed.points[place]
    if (!asked) return { card: goneCard(language) }
    const { point, noted, promised } = asked
    const owner = noted?.owner && (await audience.named(tenant, noted.owner))
    const known = noted && { ...noted, owner: owner ?? '', hears: noted.hears ?? '' }
    return {
      card: noteCard({
        language,
        pulse: pulse.id,
        block: pulse.name,
        point,
        place,
        due: owed.due,
        ...numberOf(owed.points, place),
        quotes: mayRead ? pulse.quotes.map(({ text }) => text) : [],
        ...(mayRead && pulse.resting && { rests: true }),
        offered: offeredOn(asked),
        ...(promised && { promised }),
        ...((given ?? known) && { given: given ?? known }),
        ...(problem && { problem }),
      }),
    }
  }

  return told
}
