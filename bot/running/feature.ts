import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { runningCard } from '../../cards/running/running.ts'
import type { RunningLine, RunningService } from '../../services/running/running.ts'
import { type Feature, keepsNothing, press, type Reply, type Said, type Turn } from '../turn.ts'
import { type RunningPorts, runningRoutes } from './api.me.ts'

export interface RunningNeeds {
  service: RunningService
  languageOf: RunningPorts['languageOf']
  /** The answer to the press that a line leads to. */
  open(turn: Said, line: RunningLine): Promise<Reply>
}

/** "3" opens the third one, "vanaf 6" shows what comes after the first five. No list has a place before the first. */
const PLACE = /^(?:(?<from>vanaf|from) )?(?:(?:nr|nummer|number) )?(?<place>-?\d{1,3})$/i
/** What people say after it, of which nothing is asked but what runs: "nu nog allemaal", "bij mij". */
const NO_MORE =
  /^(?:(?:nu|nog|er|allemaal|zoal|eigenlijk|vandaag|deze week|op dit moment|(?:bij|voor|op) (?:mij|me)|now|still|today|this week|right now|at the moment|(?:for|with|on) me)(?: |$))+$/i
const CLOSING = /[\s.,;:!?…]+$/

/** All that waits for somebody, and what they wait for. It keeps nothing. */
export function runningFeature({ service, languageOf, open }: RunningNeeds) {
  const show = async (turn: Turn, from = 0): Promise<Reply> => ({
    card: runningCard(turn.language, await service.of(turn), from),
  })

  async function numbered(turn: Said, words: string): Promise<Reply | undefined> {
    const rest = words.replace(CLOSING, '').replace(/\s+/g, ' ')
    if (rest === '' || NO_MORE.test(rest)) return show(turn)
    const { from, place } = PLACE.exec(rest)?.groups ?? {}
    if (!place) return undefined
    if (from) return show(turn, Math.max(0, Number(place) - 1))
    const { yours, others } = await service.of(turn)
    const line = [...yours, ...others][Number(place) - 1]
    return line ? open(turn, line) : show(turn)
  }

  const feature: Feature = {
    name: 'running',
    kinds: { running: (turn) => show(turn) },
    routes: { me: runningRoutes({ service, languageOf }) },
    said: on(commands.running, (turn: Said, rest: string) => (rest ? numbered(turn, rest) : show(turn))),
    pressed: {
      'running.show': press(
        z.object({
          from: z
            .string()
            .regex(/^\d{1,3}$/)
            .default('0'),
        }),
        (turn, { from }) => show(turn, Number(from)),
      ),
    },
    ...keepsNothing,
  }
  return { feature, meanings: { running: (turn: Said) => show(turn) } }
}
