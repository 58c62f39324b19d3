import type { IntentionShown } from '../../../services/intentions/schema.ts'
import type { intentionPageWords } from '../../words/intentions.ts'

/** One step of the way: what is done has a day, and so has what is asked next. */
export interface Step {
  at?: string
  what: string
  isDone: boolean
}

/** From the moment in which somebody noticed something to how they work now. */
export function stepsOf(
  words: (typeof intentionPageWords)['nl'],
  { written, at, checks, next, practice }: IntentionShown,
): Step[] {
  const worksNow = checks.at(-1)?.result === 'toegepast'
  return [
    ...(written ? [{ at: written, what: words.written, isDone: true }] : []),
    { at, what: words.begun, isDone: true },
    ...checks.map(({ at: said, result }) => ({ at: said, what: words.checked[result], isDone: true })),
    ...(next ? [{ at: next.at, what: words.asked, isDone: false }] : []),
    ...(worksNow || next ? [{ what: practice?.text ?? words.now, isDone: worksNow }] : []),
  ]
}
