import type { Language } from '../../services/core/ports.ts'
import { type Action, type Button, box, CHEVRON, type Element, onOneLine, run, text } from './card.ts'
import { unfoldWords } from './unfold-words.ts'

/** A press in the body of a card. It takes the fields of the card along only where it says so. */
const pressOf = ({ title, verb, data = {}, carries }: Button, tooltip?: string): Action => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(!carries && { associatedInputs: 'none' as const }),
  ...(tooltip && { tooltip }),
})

/** One of several ways on: what it is, one line about it, and the sign that it leads somewhere. */
export interface Way extends Button {
  about?: string | undefined
  /** Comes before the title, and weighs less. */
  before?: string
  /** All that the row says, for who hears it read; the title where that is all. */
  named?: string
}

/** The ways on, below each other, with thin lines between. */
export const ways = (all: readonly Way[]): Element[] =>
  all.map((way, place) => ({
    type: 'ColumnSet',
    spacing: 'Medium',
    ...(place > 0 && { separator: true }),
    selectAction: pressOf({ ...way, title: way.named ?? way.title }),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [titleOf(way), ...(way.about ? [below(way.about)] : [])],
      },
      { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [CHEVRON] },
    ],
  }))

const titleOf = ({ title, before }: Way): Element => ({
  type: 'RichTextBlock',
  inlines: [
    ...(before ? [{ type: 'TextRun', text: `${before} `, isSubtle: true }] : []),
    { type: 'TextRun', text: title, weight: 'Bolder' },
  ],
  spacing: 'Small',
})

/** One subtle line, close under what it is about. */
const below = (words: string): Element => ({ ...run(words, SUBTLE), spacing: 'None' })

const SUBTLE = { size: 'Small', isSubtle: true } as const

/** Numbers to call, each with when. Not a link: whether Teams calls it is not sure. */
export const numbers = (all: readonly (readonly [number: string, when: string, about: string])[]): Element[] =>
  all.map(([number, when, about]) => ({
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: [
      {
        type: 'Column',
        width: '40px',
        verticalContentAlignment: 'Center',
        items: [{ ...text(number), size: 'Large', weight: 'Bolder', color: 'Accent' }],
      },
      { type: 'Column', width: 'stretch', items: [run(when, { weight: 'Bolder' }), below(about)] },
    ],
  }))

export interface Answer {
  language: Language
  /** Of its own on this card. */
  id: string
  words: string
  by: string
  /** How much is seen before it is unfolded, in characters. */
  limit: number
  button: Button
  /** What the button does, said in full: the same words stand in every answer. */
  tooltip: string
}

/** The tinted box of a colleague's answer, with its own button: its first sentences, and the rest unfolds below them. */
export function answerBox({ language, id, words, by, limit, button, tooltip }: Answer): Element {
  const unfold = unfoldWords(language)
  const [shown, rest] = opening(onOneLine(words), limit)
  const unfolds = (title: string) => ({ ...sign(title), type: 'TextRun', selectAction: toggles(title, id) })
  const said = (part: string, ...after: object[]): Element => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: after.length > 0 ? `${part} ` : part }, ...after],
    spacing: 'Small',
  })
  const items: Element[] = [
    rest ? said(shown, unfolds(unfold.more)) : said(shown),
    ...(rest ? [{ ...said(rest, unfolds(unfold.shut)), id, isVisible: false }] : []),
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: [run(by, SUBTLE)] },
        {
          type: 'Column',
          width: 'auto',
          verticalContentAlignment: 'Center',
          items: [{ type: 'ActionSet', actions: [pressOf(button, tooltip)] }],
        },
      ],
    },
  ]
  return { ...box(items), spacing: 'Small' }
}

/** Words that unfold what is hidden below them, and fold it again. */
const sign = (words: string) => ({ text: words, weight: 'Bolder', color: 'Accent' })

/**
 * What unfolds in place. What is typed on the card stays, for nothing is sent. The words change to *Sluit*, in the
 * same place: what was pressed stays, and the focus with it.
 */
export function unfolding(language: Language, id: string, title: string, ...rest: Element[]): Element[] {
  const unfold = unfoldWords(language)
  const ids = rest.map((_, place) => `${id}-${place + 1}`)
  const [folded, unfolded] = [`${id}-folded`, `${id}-unfolded`]
  return [
    {
      type: 'Container',
      spacing: 'Small',
      minHeight: '32px',
      verticalContentAlignment: 'Center',
      selectAction: toggles(unfold.named(title), folded, unfolded, ...ids),
      items: [
        { ...text(title), ...sign(title), id: folded },
        { ...text(unfold.shut), ...sign(unfold.shut), id: unfolded, isVisible: false },
      ],
    },
    ...rest.map((element, place) => ({ spacing: 'Small', ...element, id: ids[place], isVisible: false })),
  ]
}

const toggles = (title: string, ...ids: string[]) => ({ type: 'Action.ToggleVisibility', title, targetElements: ids })

/** The first whole sentences within `limit` characters, and what follows. Where these say little, or are too long, it is cut at a word. */
export function opening(words: string, limit: number): [shown: string, rest: string] {
  if (words.length <= limit * 1.2) return [words, '']
  const ends = [...words.matchAll(/[.!?…]["”’)]*\s+/g)].map(({ index, 0: end }) => index + end.length)
  const last = ends.findLast((end) => limit / 2 <= end && end <= limit + 1)
  const at = last ?? words.lastIndexOf(' ', limit) + 1
  const cut = at > 0 ? at : limit
  return [words.slice(0, cut).trim() + (last ? '' : ' …'), words.slice(cut).trim()]
}
