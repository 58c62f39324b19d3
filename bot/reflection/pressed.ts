import { z } from 'zod'
import { weeklyCard } from '../../cards/settings/settings.ts'
import { ID } from '../../services/core/ids.ts'
import {
  AnswerInput,
  ConsentInput,
  FoldInput,
  JournalInput,
  LeaveInput,
  MomentInput,
  SecondInput,
  TicksInput,
} from '../../services/reflection/schema.ts'
import { type Feature, press } from '../turn.ts'
import type { Parts } from './typed.ts'

/** The buttons of the question and the journal. */
export function pressedIn({
  needs,
  show,
  answers,
  own,
  chosen,
  meant,
  wasQuestion,
}: Parts): NonNullable<Feature['pressed']> {
  const { service } = needs
  const { current, about, leaving, mine, withBoxes } = meant
  return {
    'reflection.ask': press(z.object({ moment: z.string().regex(ID).optional() }), (turn, { moment }) =>
      moment ? about(show.question)(turn, { moment }) : current(show.question)(turn),
    ),
    'reflection.answer': press(AnswerInput, answers.answer),
    'reflection.later': press(LeaveInput, leaving(answers.later)),
    'reflection.skip': press(LeaveInput, leaving(answers.skip)),
    'reflection.why': press(LeaveInput, leaving(answers.why)),
    'reflection.keep-first': press(SecondInput, answers.second(service.keepFirst)),
    'reflection.take-second': press(
      SecondInput,
      answers.second((turn, moment, draft) => service.takeSecond(turn, moment, draft, false)),
    ),
    'reflection.keep-both': press(
      SecondInput,
      answers.second((turn, moment, draft) => service.takeSecond(turn, moment, draft, true)),
    ),
    'reflection.weekly': press(
      LeaveInput,
      leaving(async ({ language }) => ({ card: weeklyCard(language) })),
    ),
    'reflection.view': press(TicksInput, withBoxes(show.moment)),
    'reflection.ticks': press(MomentInput, mine(chosen.open)),
    'reflection.tick': press(TicksInput, (turn, input) =>
      mine((own) => chosen.tick(own, input))(turn, { moment: input.moment }),
    ),
    'reflection.rewrite': press(MomentInput, mine(show.rewriting)),
    'reflection.fold': press(FoldInput, (turn, input) =>
      mine(async (by, moment) => {
        await answers.leave(by, input)
        await chosen.keep(by, input)
        return own.fold(by, moment)
      })(turn, input),
    ),
    'reflection.consent': press(ConsentInput, (turn, { moment, revision, seen }) =>
      answers.consent(turn, moment, Number(revision), seen),
    ),
    'reflection.keep-private': press(MomentInput, mine(answers.keepPrivate)),
    'reflection.was-question': press(TicksInput, withBoxes(wasQuestion)),
    'reflection.remove': press(TicksInput, withBoxes(own.confirmRemoval)),
    'reflection.remove-yes': press(MomentInput, mine(own.remove)),
    'reflection.journal': press(JournalInput, (turn, { before, search }) =>
      own.list(turn, before ? Number(before) : undefined, search),
    ),
  }
}
