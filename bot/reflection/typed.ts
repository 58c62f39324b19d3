import { commands, on } from '../../cards/kit/commands.ts'
import { type Feature, phrases } from '../turn.ts'
import type { Answers } from './answer/answering.ts'
import type { changesOf } from './changes.ts'
import type { Journal } from './journal.ts'
import { isNumber, type Meant } from './meant.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Screens } from './screens/screens.ts'
import type { Ticks } from './ticking.ts'

/** What the commands and the buttons are made of. */
export interface Parts {
  needs: ReflectionNeeds
  show: Screens
  answers: Answers
  own: Journal
  chosen: Ticks
  meant: Meant
  wasQuestion: ReturnType<typeof changesOf>['wasQuestion']
}

/** What can be typed about the question and the journal. */
export function typedIn({
  needs,
  show,
  answers,
  own,
  chosen,
  meant,
  wasQuestion,
}: Parts): NonNullable<Feature['said']> {
  const { service } = needs
  const { current, numbered } = meant
  return phrases(
    on(commands.question, current(show.question)),
    on(commands.why, async (turn) => {
      await answers.comeBack(turn)
      const { tenant, person } = turn
      return answers.why(turn, (await needs.currentQuestion(tenant, person)) ?? (await needs.pull(tenant, person)))
    }),
    on(commands.later, current(answers.later)),
    on(commands.skip, current(answers.skip)),
    on(commands.keepFirst, (turn) => answers.secondTyped(turn, 'first')),
    on(commands.takeSecond, (turn) => answers.secondTyped(turn, 'second')),
    on(commands.keepBoth, (turn) => answers.secondTyped(turn, 'both')),
    on(commands.moments, (turn) => own.list(turn)),
    on(commands.findMoment, (turn, rest) => own.list(turn, undefined, rest)),
    on(commands.older, async (turn, rest) => (isNumber(rest) ? own.list(turn, Number(rest)) : undefined)),
    on(commands.view, numbered(show.moment)),
    on(commands.openNumber, (turn, rest) => own.opened(turn, rest)),
    on(commands.ticks, numbered(chosen.open)),
    on(commands.tick, chosen.typed),
    on(commands.rewrite, numbered(show.rewriting)),
    on(commands.fold, numbered(own.fold)),
    on(commands.keepPrivate, numbered(answers.keepPrivate)),
    on(commands.wasQuestion, async (turn) => wasQuestion(turn, await service.lastTouched(turn.tenant, turn.person))),
    on(commands.remove, numbered(own.confirmRemoval)),
    // Without a number nobody can know which one was meant: then it is asked again.
    on(commands.removeYes, (turn, rest) => numbered(rest ? own.remove : own.confirmRemoval)(turn, rest)),
    on(commands.consent, answers.consentTyped),
    on(commands.shareAnyway, (turn, code) => answers.consentTyped(turn, code, 'colleagues')),
  )
}
