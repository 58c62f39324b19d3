import { commands, on } from '../../../cards/commands.ts'
import { type QuoteView, trailCard } from '../../../cards/trail.ts'
import { daysOf } from '../../../services/pulse/moments.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import type { Traced } from '../../../services/pulse/trail.ts'
import type { Reply, Said } from '../../turn.ts'
import type { PulseScreens } from './screens.ts'

/** More would make a long card; what is older has faded for everybody soon. */
const MOST = 2

/** An author looks what became of their words. */
export function tracing({ trail }: Pick<PulseService, 'trail'>, show: PulseScreens) {
  async function viewOf({ language }: Said, one: Traced): Promise<QuoteView> {
    if (one.kind !== 'shown') return one
    const views = one.decisions.map((decision) => show.sentView(language, one.pulse, decision))
    const decisions = (await Promise.all(views)).map(({ by, points, altered }) => ({
      by,
      points: altered?.sent ?? points,
    }))
    return { kind: 'shown', text: one.text, ...daysOf(one.pulse), decisions }
  }

  return {
    said: on(commands.trail, async (turn: Said): Promise<Reply> => {
      const quotes = (await trail.of(turn.tenant, turn.person)).slice(0, MOST)
      return { card: trailCard(turn.language, await Promise.all(quotes.map((one) => viewOf(turn, one)))) }
    }),
  }
}
