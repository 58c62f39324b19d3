import type { Language } from '../../services/core/ports.ts'
import type { Intention, Practice } from '../../services/intentions/documents.ts'
import type { After, Barrier, Result } from '../../services/intentions/schema.ts'
import { barrierWords } from '../barriers/words.ts'
import { type Card, card, choice, type Element, field, run, small } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn } from '../kit/dates.ts'
import { intentionWords } from './words.ts'

/** In characters; the rules behind them say the same. */
const PRACTICE_LIMIT = 200
const KEEPER_LIMIT = 80

/** One that is answered: of the time after so many weeks, also where that time is not there yet. */
export interface Asked {
  intention: Pick<Intention, 'id' | 'text' | 'at'>
  after: After
  isDue: boolean
}

export interface FollowUpView {
  language: Language
  /** Just answered: it stays on the card, with what can be said beside it. */
  answered?: (Asked & { result: Result; barrier?: Barrier | undefined; practice?: Practice | undefined }) | undefined
  asked: readonly Asked[]
  /** It was opened to look at: it can be changed too. */
  canChange?: boolean
}

/** After these, what stood in the way is asked. */
export const HELD_BACK: readonly Result[] = ['deels', 'terug']

/** Card 05: how it went, in one tap for each. */
export function followUpCard({ language, answered, asked, canChange = false }: FollowUpView): Card {
  const words = intentionWords(language)
  const hasField = answered !== undefined && answered.result !== 'niet-meer-nodig'
  const [only] = asked
  return card({
    language,
    eyebrow: words.followEyebrow,
    title: words.how,
    content: [
      ...(answered ? [block(language, answered, said(language, answered.result), false)] : []),
      ...(hasField ? besideFields(language, answered) : []),
      ...asked.map((one, place) =>
        block(
          language,
          one,
          results(language, one, place, hasField ? answered : undefined),
          place > 0 || answered !== undefined,
        ),
      ),
    ],
    equal: !hasField,
    buttons: [
      ...(hasField ? [doneButton(language, answered), listButton(language, answered)] : []),
      ...(canChange && only
        ? [
            {
              title: words.change,
              verb: 'intention.edit',
              data: { intention: only.intention.id },
              typed: typed(commands.changeIntention, language),
            },
          ]
        : []),
      allButton(language, hasField ? answered : undefined),
    ],
    rows: asked.flatMap((_, place) =>
      Object.values(RESULT_COMMANDS).map((command) => typed(command, language, place > 0 ? place + 1 : undefined)),
    ),
  })
}

/** Each way to say how it went. */
export const RESULT_COMMANDS = {
  toegepast: commands.intentionWorked,
  deels: commands.intentionPartly,
  terug: commands.intentionBack,
  'niet-meer-nodig': commands.intentionNotNeeded,
} as const satisfies Record<Result, unknown>

/** What it is about, and below it what can be pressed or was said. */
function block(language: Language, { intention, after, isDue }: Asked, below: Element, isNext: boolean): Element {
  const words = intentionWords(language)
  const when = isDue ? words.ago[after] : words.since(dayIn(language, intention.at))
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    ...(isNext && { separator: true }),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [small(when), { ...run(intention.text, { weight: 'Bolder' }), spacing: 'None' }, below],
      },
    ],
  }
}

/** Four equal buttons: what is pressed is answered. */
function results(language: Language, { intention, after }: Asked, place: number, before: Asked | undefined): Element {
  const words = intentionWords(language)
  return {
    type: 'ActionSet',
    actions: Object.entries(words.results).map(([result, title]) => ({
      type: 'Action.Execute',
      title,
      verb: 'intention.check',
      data: {
        intention: intention.id,
        result,
        after: String(after),
        ...aboutOf(before),
      },
      // What was chosen for the one before comes along.
      ...(!before && { associatedInputs: 'none' as const }),
      tooltip: words.about(title, place + 1),
    })),
  }
}

/** In words that do not judge. */
const said = (language: Language, result: Result): Element => {
  const words = intentionWords(language)
  return {
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text: `${words.results[result]}. `, weight: 'Bolder', color: 'Accent' },
      { type: 'TextRun', text: words.kind[result] },
    ],
    spacing: 'Small',
  }
}

/** What can be said beside how it went: how somebody works now, or what stood in the way. */
function besideFields(
  language: Language,
  { result, barrier, practice }: NonNullable<FollowUpView['answered']>,
): Element[] {
  const words = intentionWords(language)
  if (HELD_BACK.includes(result)) {
    const options = Object.entries(words.barriers)
    return [choice({ id: 'barriers', label: words.inTheWay, placeholder: words.pick, value: barrier, options })]
  }
  return [
    field({
      id: 'practice',
      label: words.practice,
      placeholder: words.practiceExample,
      value: practice?.text,
      limit: PRACTICE_LIMIT,
      multiline: false,
    }),
    field({ id: 'keeper', label: words.keeper, value: practice?.keeper, limit: KEEPER_LIMIT, multiline: false }),
  ]
}

/** What was filled in comes along: it is about the one that was answered. */
const aboutOf = (before: Asked | undefined) =>
  before && { about: before.intention.id, aboutAfter: String(before.after) }

const allButton = (language: Language, before: Asked | undefined) => ({
  title: intentionWords(language).all,
  verb: 'intention.show',
  data: { ...aboutOf(before) },
  carries: before !== undefined,
  typed: typed(commands.intentions, language),
})

const doneButton = (language: Language, { intention, after, result }: NonNullable<FollowUpView['answered']>) => ({
  title: intentionWords(language).done,
  verb: 'intention.check',
  data: { intention: intention.id, after: String(after), result, done: 'true' },
  typed: typed(HELD_BACK.includes(result) ? commands.inTheWay : commands.practice, language, '…'),
})

/** What stood in the way goes on the list that everybody reads, by a yes on the next card; the choice is kept first. */
const listButton = (language: Language, { intention, after, result }: NonNullable<FollowUpView['answered']>) => ({
  title: barrierWords(language).put,
  verb: 'intention.check',
  data: { intention: intention.id, after: String(after), result, list: 'true' },
  carries: true,
  typed: typed(commands.beginBarrier, language),
})
