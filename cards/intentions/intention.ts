import type { Instant, Language } from '../../services/core/ports.ts'
import type { Intention } from '../../services/intentions/documents.ts'
import type { After, Result } from '../../services/intentions/schema.ts'
import type { RunningLine } from '../../services/running/running.ts'
import {
  type Card,
  card,
  type Element,
  field,
  onOneLine,
  row,
  run,
  section,
  sentence,
  shortened,
  small,
  text,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn, leafIn } from '../kit/dates.ts'
import { ways } from '../kit/rows.ts'
import { pointerWords } from '../typed/words.ts'
import { buddyField } from './buddy.ts'
import { intentionWords } from './words.ts'

/** In characters: a row has one line for somebody's own words. */
const SHOWN = 60

export interface IntentionView {
  language: Language
  limit: number
  /** The days on which it will be asked about. */
  days: readonly (readonly [after: After, day: Instant])[]
  /** The moment that it comes from, or what a colleague shared. */
  moment?: string | undefined
  item?: string | undefined
  /** Who thinks along, as it was typed. */
  buddy?: string | undefined
  /** The intention that is said in other words. */
  intention?: string | undefined
  text?: string | undefined
  problem?: 'empty' | 'tooLong' | undefined
}

/** Card 02b: what somebody will do, and when it is asked how it goes. */
export function intentionCard({
  language,
  limit,
  days,
  moment,
  item,
  intention,
  buddy,
  text: own,
  problem,
}: IntentionView): Card {
  const words = intentionWords(language)
  const data = { ...(moment && { moment }), ...(item && { item }), ...(intention && { intention }) }
  return card({
    language,
    eyebrow: words.eyebrow,
    title: intention ? words.changeTitle : words.title,
    content: [
      ...(problem ? [text(words[problem])] : []),
      // Not a field that must be filled: what leaves the form takes along what is typed, also when that is nothing.
      field({ id: 'text', label: words.field, placeholder: words.example, value: own, limit }),
      ...(intention ? [] : [buddyField(language, buddy), text(words.asked), leaves(language, days)]),
    ],
    note: words.note,
    buttons: [
      {
        title: words.keep,
        verb: 'intention.keep',
        data,
        typed: typed(intention ? commands.rewordIntention : commands.intend, language, '…'),
      },
      {
        title: words.back,
        verb: 'intention.leave',
        data,
        carries: true,
        typed: typed(moment && !intention ? commands.fold : commands.intentions, language),
      },
    ],
  })
}

/** The days beside each other, each with how long that is. */
function leaves(language: Language, days: IntentionView['days']): Element {
  const words = intentionWords(language)
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: days.map(([after, day]) => {
      const leaf = leafIn(language, day)
      return {
        type: 'Column',
        width: 'stretch',
        items: [
          { ...text(`${leaf.day} ${leaf.month}`), size: 'Large', weight: 'Bolder', color: 'Accent' },
          { ...small(words.inWeeks(after)), spacing: 'None' },
        ],
      }
    }),
  }
}

export interface BegunView extends Pick<IntentionView, 'language' | 'days'> {
  intention: string
  /** The words may point to distress: the card also says who can help. `named` is who that is. */
  pointer?: { named: string | undefined } | undefined
}

/** It is kept; what was written is not repeated. */
export function begunCard({ language, intention, days, pointer }: BegunView): Card {
  const words = intentionWords(language)
  const care = pointerWords(language)
  return card({
    language,
    eyebrow: words.eyebrow,
    title: words.begun,
    content: [
      ...(pointer ? [sentence(care.line, care.lineText(pointer.named ?? care.someone))] : []),
      leaves(language, days),
    ],
    note: words.note,
    equal: true,
    buttons: [
      { title: words.all, verb: 'intention.show', typed: typed(commands.intentions, language) },
      { title: words.undo, verb: 'intention.remove', data: { intention }, typed: typed(commands.intendNot, language) },
    ],
  })
}

export const intentionChangedCard = (language: Language): Card => noticeCard(language, intentionWords(language).changed)
export const intentionRemovedCard = (language: Language): Card =>
  noticeCard(language, intentionWords(language).undone, intentionWords(language).undoneText)
export const checkKeptCard = (language: Language): Card => noticeCard(language, intentionWords(language).kept)

function noticeCard(language: Language, title: string, more?: string): Card {
  const words = intentionWords(language)
  return card({
    language,
    eyebrow: words.eyebrow,
    title,
    content: more ? [text(more)] : [],
    equal: true,
    buttons: [{ title: words.all, verb: 'intention.show', typed: typed(commands.intentions, language) }],
  })
}

export interface EnoughView extends Pick<IntentionView, 'language' | 'limit' | 'moment' | 'item' | 'buddy' | 'text'> {
  open: readonly Pick<Intention, 'id' | 'text'>[]
}

/** There are as many as somebody can do at a time: one tap ends another and begins this one. */
export function enoughCard({ language, limit, moment, item, buddy, text: own, open }: EnoughView): Card {
  const from = { ...(moment && { moment }), ...(item && { item }), ...(buddy && { buddy }) }
  const words = intentionWords(language)
  const rows = open.map(({ id, text: other }, place) => ({
    title: words.finish(shortened(onOneLine(other), SHOWN)),
    about: words.finishAbout,
    verb: 'intention.replace',
    data: { intention: id, ...from },
    carries: true,
    typed: typed(commands.finishIntention, language, place + 1),
  }))
  return card({
    language,
    eyebrow: words.eyebrow,
    title: words.enough,
    content: [text(words.enoughText), field({ id: 'text', label: words.field, value: own, limit }), ...ways(rows)],
    buttons: [
      {
        title: words.keep,
        verb: 'intention.keep',
        data: from,
        typed: typed(commands.intend, language, '…'),
      },
      {
        title: words.all,
        verb: 'intention.leave',
        data: { ...from, to: 'list' },
        carries: true,
        typed: typed(commands.intentions, language),
      },
    ],
    rows: rows.map(({ typed: said }) => said),
  })
}

export interface OwnView {
  language: Language
  open: readonly { intention: Intention; after: After; next: Instant; isDue: boolean }[]
  ended: readonly { text: string; result: Result | undefined }[]
}

/** All that somebody wants to do, and how earlier ones went. */
export function ownIntentionsCard({ language, open, ended }: OwnView): Card {
  const words = intentionWords(language)
  const isEmpty = open.length + ended.length === 0
  return card({
    language,
    eyebrow: words.followEyebrow,
    title: isEmpty ? words.none : words.list,
    content: [
      ...(isEmpty ? [text(words.noneText)] : []),
      ...open.map(({ intention, next, isDue }, place) => {
        const what = shortened(onOneLine(intention.text), SHOWN)
        const about = isDue ? words.now : words.next(dayIn(language, next))
        const press = { verb: 'intention.open', data: { intention: intention.id } }
        const one = row({ leaf: leafIn(language, next), who: undefined, what, about, name: `${what}. ${about}`, press })
        return { ...one, ...(place > 0 && { separator: true }) }
      }),
      ...(ended.length > 0 ? [section(words.before)] : []),
      ...ended.flatMap(({ text: own, result }) => [
        run(shortened(onOneLine(own), SHOWN)),
        ...(result ? [{ ...small(words.results[result]), spacing: 'None' }] : []),
      ]),
    ],
    equal: open.length > 0,
    buttons: [{ title: words.begin, verb: 'intention.begin', typed: typed(commands.beginIntention, language) }],
    rows: open.map((_, place) => typed(commands.openIntention, language, place + 1)),
  })
}

/** What it is on the list of all that runs. */
export function intentionLine(
  language: Language,
  { intention, after, next, isDue }: OwnView['open'][number],
): RunningLine {
  const words = intentionWords(language)
  return {
    turn: 'yours',
    what: isDue ? words.running : words.runningLater,
    about: intention.text,
    until: next,
    opens: { verb: 'intention.open', data: { intention: intention.id } },
    page: 'mijn-leren',
    ...(isDue && { intention: { id: intention.id, after } }),
  }
}
