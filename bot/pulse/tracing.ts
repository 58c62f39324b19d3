import { goneCard } from '../../cards/draft/notice.ts'
import { meant } from '../../cards/kit/code.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { type QuoteView, quoteBackCard, trailCard } from '../../cards/pulse/trail.ts'
import { instant } from '../../services/core/time.ts'
import { isWords } from '../../services/pulse/answer/points.ts'
import { QuoteInput } from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { Traced } from '../../services/pulse/reading/trail.ts'
import { daysOf } from '../../services/pulse/rules/window-dates.ts'
import { phrases, press, type Reply, type Said, type Turn } from '../turn.ts'
import type { PulseScreens } from './screens/screens.ts'

/** More would make a long card; what is older has faded for everybody soon. */
const MOST = 2

/** An author looks what became of their words. */
export function tracing({ trail }: Pick<PulseService, 'trail'>, show: PulseScreens) {
  async function viewOf({ language }: Said, one: Traced): Promise<QuoteView> {
    if (one.kind === 'ended') return one
    if (one.kind === 'waits') {
      const { from, ...waits } = one
      return from ? { ...waits, from: instant(from) } : waits
    }
    const views = one.decisions.map((decision) => show.sentView(language, one.pulse, decision))
    // R37: what was decided on a point is shown beside nobody's words.
    const replies = (await Promise.all(views)).map(({ by, points, altered }) => ({
      by,
      points: (altered?.sent ?? points).filter(({ point }) => isWords(point)),
    }))
    const decisions = replies.filter(({ points }) => points.length > 0)
    return { kind: 'shown', text: one.text, ...daysOf(one.pulse), decisions }
  }

  async function takeBack({ tenant, person, language }: Turn, moment: string): Promise<Reply> {
    const isBack = await trail.takeBack(tenant, person, moment)
    return { card: isBack ? quoteBackCard(language) : goneCard(language) }
  }

  async function takeBackTyped(turn: Said, code: string): Promise<Reply | undefined> {
    const all = await trail.of(turn.tenant, turn.person)
    const waiting = all.flatMap((one) => (one.kind === 'waits' ? [{ id: one.moment }] : []))
    const one = meant(waiting, code)
    return one ? takeBack(turn, one.id) : shown(turn)
  }

  async function shown(turn: Said): Promise<Reply> {
    const quotes = (await trail.of(turn.tenant, turn.person)).slice(0, MOST)
    return { card: trailCard(turn.language, await Promise.all(quotes.map((one) => viewOf(turn, one)))) }
  }

  return {
    pressed: { 'pulse.quote-back': press(QuoteInput, (turn, { moment }) => takeBack(turn, moment)) },
    said: phrases(on(commands.trail, shown), on(commands.quoteBack, takeBackTyped)),
  }
}
