import { askBackCard, askedBackCard } from '../../../cards/ask-back.ts'
import { commands, on } from '../../../cards/commands.ts'
import { goneCard } from '../../../cards/notice.ts'
import type { AskedBack } from '../../../services/pulse/asking-back.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { AskBackInput, PulseInput } from '../../../services/pulse/response-schema.ts'
import { notYours, press, type Reply, type Said, type Turn } from '../../turn.ts'

/** Whoever answers a pulse asks its whole block something back. */
export function asksBack(service: Pick<PulseService, 'askingBack' | 'lastFor'>) {
  const { askingBack } = service

  function told({ language }: Turn, outcome: AskedBack): Reply {
    if (outcome.kind === 'not-yours') return notYours({ language })
    if (outcome.kind === 'asked') return { card: askedBackCard(language, 'asked') }
    if (outcome.kind === 'asked-before') return { card: askedBackCard(language, 'before') }
    const { pulse, given, problem } = outcome
    const shown = { language, pulse: pulse.id, block: pulse.name }
    return { card: askBackCard({ ...shown, ...(given !== undefined && { given }), ...(problem && { problem }) }) }
  }

  return {
    said: on(commands.askBack, async (turn: Said, question: string) => {
      const shown = await service.lastFor(turn.tenant, turn.person)
      if (shown?.kind !== 'pulse') return { card: goneCard(turn.language) }
      return told(turn, await askingBack.ask(turn.tenant, turn.person, shown.pulse.id, question))
    }),
    pressed: {
      'pulse.ask': press(PulseInput, async (turn, { pulse }) =>
        told(turn, await askingBack.open(turn.tenant, turn.person, pulse)),
      ),
      'pulse.ask-send': press(AskBackInput, async (turn, { pulse, question }) =>
        told(turn, await askingBack.ask(turn.tenant, turn.person, pulse, question)),
      ),
    },
  }
}
