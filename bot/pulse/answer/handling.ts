import { goneCard } from '../../../cards/draft/notice.ts'
import { codeInWindow, meant } from '../../../cards/kit/code.ts'
import { commands, on } from '../../../cards/kit/commands.ts'
import { handedCard } from '../../../cards/pulse/task.ts'
import type { Asked } from '../../../services/pulse/answer/documents.ts'
import { TaskInput } from '../../../services/pulse/answer/response-schema.ts'
import type { Handed, TaskOf } from '../../../services/pulse/answer/tasks.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { notYours, phrases, press, type Reply, type Turn } from '../../turn.ts'
import type { PulseScreens } from '../screens/screens.ts'
import type { Deciding } from './deciding.ts'

const IS_CODE = /^\d\d-[\w-]+$/

/** The person a decision named says yes or no to it. */
export function handling(
  { tasks }: Pick<PulseService, 'tasks'>,
  decide: Pick<Deciding, 'respond'>,
  cards: Pick<PulseScreens, 'task' | 'ownTask'>,
) {
  async function told(turn: Turn, outcome: Handed): Promise<Reply> {
    const { language } = turn
    if (outcome.kind === 'took') return decide.respond(turn, outcome.pulse)
    if (outcome.kind === 'not-yours') return notYours({ language })
    if (outcome.kind === 'gone') return { card: goneCard(language) }
    const said = { 'gave-back': 'gaveBack', confirmed: 'confirmed', 'not-owner': 'notOwner' } as const
    return { card: handedCard(language, said[outcome.kind]) }
  }

  const answer = async (turn: Turn, task: TaskOf, yes: boolean) =>
    told(turn, await tasks.answer(turn.tenant, turn.person, task, yes))

  const pressed = (yes: boolean) =>
    press(TaskInput, (turn, { decision, place }) => answer(turn, { decision, place: Number(place) }, yes))

  /** A typed answer is about the question of the code. Without one, where there are several, the card comes first, which names its own. */
  const typed = (kind: Asked['kind'], yes: boolean) => async (turn: Turn, code: string) => {
    const waiting = await tasks.waiting(turn.tenant, turn.person, kind)
    const one = meant(waiting, code, codeInWindow)
    if (one) return answer(turn, one, yes)
    if (code && !IS_CODE.test(code)) return undefined
    const [first] = waiting
    return { card: (first && (await cards.task(turn, first))) ?? goneCard(turn.language) }
  }

  return {
    said: phrases(
      on(commands.takeOver, typed('pass', true)),
      on(commands.notMine, typed('pass', false)),
      on(commands.owns, typed('owner', true)),
      on(commands.ownsNot, typed('owner', false)),
    ),
    pressed: {
      'pulse.task': press(TaskInput, async (turn, { decision, place }) => {
        const of = { decision, place: Number(place) }
        const one = await tasks.open(turn.tenant, turn.person, of)
        const card = one ? await cards.task(turn, { ...of, kind: one.asked.kind }) : await cards.ownTask(turn, of)
        return card ? { card } : { card: goneCard(turn.language) }
      }),
      'pulse.pass-yes': pressed(true),
      'pulse.pass-no': pressed(false),
      'pulse.owner-yes': pressed(true),
      'pulse.owner-no': pressed(false),
    },
  }
}
