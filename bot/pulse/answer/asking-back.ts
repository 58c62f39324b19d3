import { goneCard } from '../../../cards/draft/notice.ts'
import { commands, on, typed } from '../../../cards/kit/commands.ts'
import { askBackCard, askedBackCard } from '../../../cards/pulse/ask-back.ts'
import type { AskedBack } from '../../../services/pulse/answer/asking-back.ts'
import { AskBackInput, AskBackOpen } from '../../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { notYours, press, type Reply, type Said, type Turn } from '../../turn.ts'
import { type Which, withCode } from '../pulse-by-code.ts'

/** As much of a question as comes along while its pulse is chosen: a longer one is too long anyway. */
const MOST = 1000

/** The person who answers a pulse asks its whole block something back. */
export function asksBack(service: Pick<PulseService, 'askingBack' | 'lastFor' | 'audience'>, which: Which) {
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
    said: on(commands.askBack, async (turn: Said, words: string) => {
      const { tenant, person, language } = turn
      const { code, rest: question } = withCode(words)
      const read = (await service.lastFor(tenant, person)).flatMap((one) => (one.kind === 'pulse' ? [one.pulse] : []))
      const may = await Promise.all(read.map((one) => service.audience.mayAnswer(one, person)))
      const found = await which.among(
        turn,
        read.filter((_, place) => may[place]),
        code,
        {
          verb: 'pulse.ask',
          data: { question: question.slice(0, MOST) },
          typed: (one) => typed(commands.askBack, language, `${one} …`),
          run: async (_turn, pulse) => told(turn, await askingBack.ask(tenant, person, pulse, question)),
        },
      )
      return found ?? { card: goneCard(language) }
    }),
    pressed: {
      'pulse.ask': press(AskBackOpen, async (turn, { pulse, question }) => {
        const outcome = await askingBack.open(turn.tenant, turn.person, pulse)
        const given = outcome.kind === 'asks' && question ? { ...outcome, given: question } : outcome
        return told(turn, given)
      }),
      'pulse.ask-send': press(AskBackInput, async (turn, { pulse, question }) =>
        told(turn, await askingBack.ask(turn.tenant, turn.person, pulse, question)),
      ),
    },
  }
}
