/**
 * The card kit: every card is made of these few pieces, so that order, size and manners are the same everywhere.
 * A card here is complete but for the `Action.Submit` twin of each button, which the wire adds.
 */
import type { Language } from '../../services/core/ports.ts'

/** An Adaptive Card as Teams takes it: version 1.5, under 24 KB, typed commands in `fallbackText`. */
export interface Card {
  type: 'AdaptiveCard'
  version: '1.5'
  lang: Language
  fallbackText: string
  body: Element[]
  actions: Action[]
  /** Not enumerable: it does not go over the wire, and is lost where somebody makes another card of this one. */
  readonly origin?: Origin
}

/** The stencil that a card is a copy of: it has `id` wherever the stencil has `blank`. */
export interface Origin {
  stencil: Card
  blank: string
  id: string
}

export type Element = { type: string } & Record<string, unknown>

export interface Action {
  type: 'Action.Execute'
  title: string
  verb: string
  data: Record<string, string>
  style?: 'positive'
  associatedInputs?: 'none'
  /** What it does, for who hears it read, where several buttons say the same. */
  tooltip?: string
}

/** A button, and the words that do the same when typed. On a card with fields the first one sends them. */
export interface Button {
  title: string
  verb: string
  data?: Record<string, string>
  /** It sends the fields of the card too, so that what was typed there is not lost. */
  carries?: boolean
  typed: string
}

export interface Layout {
  language: Language
  eyebrow?: string
  /** Our own words, or the words of a person, which are never read as Markdown. */
  title: string | { said: string }
  content?: Element[]
  note?: string | undefined
  buttons?: Button[]
  /** The words that do the same as a press on a row, typed. They come before those of the buttons, as the rows do. */
  rows?: readonly string[]
  /** For an opinion: all buttons equal, none is the better answer. */
  equal?: boolean
}

export function card({ language, eyebrow, title, content = [], note, buttons = [], rows = [], equal }: Layout): Card {
  const words = typeof title === 'string' ? title : title.said
  const body: Element[] = [
    ...(eyebrow ? [small(eyebrow)] : []),
    typeof title === 'string' ? heading(title) : run(title.said, { size: 'Large', weight: 'Bolder' }),
    ...content,
    ...(note ? [{ ...small(note), spacing: 'Medium' }] : []),
  ]
  const hasInputs = body.some(({ type }) => type.startsWith('Input.'))
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText: [words, ...typedCommands(language, [...rows, ...buttons.map(({ typed }) => typed)])].join('\n'),
    body,
    actions: buttons.map((button, place) => action(button, { first: place === 0, hasInputs, equal: equal ?? false })),
  }
}

function action(
  button: Button,
  { first, hasInputs, equal }: { first: boolean; hasInputs: boolean; equal: boolean },
): Action {
  const { title, verb, data = {} } = button
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...(first && !equal && { style: 'positive' as const }),
    ...(hasInputs && !first && !button.carries && { associatedInputs: 'none' as const }),
  }
}

const TYPE = { nl: 'Typ', en: 'Type' }

/** The same card with one more line. */
export const withLine = (shown: Card, line: Element): Card => ({
  ...shown,
  body: [...shown.body, { ...line, spacing: 'Medium' }],
})

/** The same card with one more button, after all others. */
export function withButton(shown: Card, button: Button): Card {
  const hasInputs = shown.body.some(({ type }) => type.startsWith('Input.'))
  const [words = '', line = `${TYPE[shown.lang]}:`] = shown.fallbackText.split('\n')
  const separator = line.endsWith(':') ? ' ' : ' · '
  return {
    ...shown,
    fallbackText: [words, `${line}${separator}${button.typed}`].join('\n'),
    actions: [...shown.actions, action(button, { first: false, hasInputs, equal: true })],
  }
}

const typedCommands = (language: Language, typed: readonly string[]) =>
  typed.length > 0 ? [`${TYPE[language]}: ${typed.join(' · ')}`] : []

/** A line of our own. Never for what a person wrote: Markdown is live here. */
export const text = (words: string): Element => ({ type: 'TextBlock', text: words, wrap: true })

export const small = (words: string): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  size: 'Small',
  isSubtle: true,
  spacing: 'Small',
})

const heading = (words: string): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  size: 'Large',
  weight: 'Bolder',
  style: 'heading',
})

export const section = (words: string): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  size: 'Medium',
  weight: 'Bolder',
  style: 'heading',
  spacing: 'Large',
})

export const bullets = (lines: string[]): Element => ({
  ...text(lines.map((line) => `- ${line}`).join('\n')),
  spacing: 'Small',
})

type Run = { size?: 'Small' | 'Large'; weight?: 'Bolder'; isSubtle?: boolean }

/** What a person wrote, or is called: shown letter by letter. */
export const run = (words: string, look: Run = {}): Element => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: words, ...look }],
  spacing: 'Small',
})

/** A sentence of ours with a person's name in it, and a bold beginning where that helps. */
export const sentence = (bold: string, rest: string): Element => ({
  type: 'RichTextBlock',
  inlines: [
    { type: 'TextRun', text: `${bold} `, weight: 'Bolder' },
    { type: 'TextRun', text: rest },
  ],
  spacing: 'Medium',
})

/** The tinted box: a human speaks. */
export function voice(
  words: string,
  { head, by, quoted = false }: { head?: string; by?: string; quoted?: boolean } = {},
): Element {
  return box([
    ...(head ? [{ ...text(head), weight: 'Bolder' }] : []),
    ...paragraphsOf(quoted ? `“${words}”` : words).map((paragraph) => run(paragraph)),
    ...(by ? [run(by, { size: 'Small', isSubtle: true })] : []),
  ])
}

/** A calendar leaf: the day in the accent, and the month under it. */
export interface Leaf {
  day: string
  month: string
}

export interface Row {
  leaf: Leaf | undefined
  /** Who has it, by name. */
  who: string | undefined
  what: string
  about: string
  /** All that the row says, for who hears it read. */
  name: string
  press: { verb: string; data: Record<string, string> }
}

/** One thing with its day at the left. The whole row leads to it, which the sign at the right says. */
export function row({ leaf, who, what, about, name, press }: Row): Element {
  const bold = { type: 'TextRun', weight: 'Bolder' }
  const inlines = who
    ? [
        { ...bold, text: `${who} ` },
        { type: 'TextRun', text: what },
      ]
    : [{ ...bold, text: what }]
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    selectAction: { type: 'Action.Execute', title: name, verb: press.verb, data: press.data },
    columns: [
      { type: 'Column', width: '40px', items: leaf ? leafOf(leaf) : [] },
      {
        type: 'Column',
        width: 'stretch',
        items: [
          { type: 'RichTextBlock', inlines, spacing: 'Small' },
          { ...run(about, { size: 'Small', isSubtle: true }), spacing: 'None' },
        ],
      },
      { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [CHEVRON] },
    ],
  }
}

const leafOf = ({ day, month }: Leaf): Element[] => [
  { ...text(day), size: 'Large', weight: 'Bolder', color: 'Accent', horizontalAlignment: 'Center' },
  { ...small(month), spacing: 'None', horizontalAlignment: 'Center' },
]

export const CHEVRON: Element = { ...text('›'), size: 'Large', weight: 'Bolder', color: 'Accent' }

/** Several people speak, in one box with thin lines between. */
export const voices = (all: readonly string[]): Element =>
  box(all.map((words, place) => ({ ...run(`“${words}”`), spacing: 'Medium', ...(place > 0 && { separator: true }) })))

/** The same, with what was looked for in bold. */
export const marked = (pieces: readonly { text: string; hit: boolean }[], by: string, about?: string): Element =>
  box([
    ...(about ? [run(about, { size: 'Small', isSubtle: true })] : []),
    {
      type: 'RichTextBlock',
      inlines: pieces.map(({ text: own, hit }) => ({ type: 'TextRun', text: own, ...(hit && { weight: 'Bolder' }) })),
      spacing: 'Small',
    },
    run(by, { size: 'Small', isSubtle: true }),
  ])

/** More than these would make a short text too large to send; what follows them runs on in the last one. */
const PARAGRAPHS = 10

function paragraphsOf(words: string): string[] {
  const paragraphs = words.split(/\n+/)
  const last = paragraphs.splice(PARAGRAPHS - 1).join(' ')
  return last ? [...paragraphs, last] : paragraphs
}

/** Cut at a word where it is longer than `limit` characters; the whole is one press away. */
export const shortened = (words: string, limit: number) =>
  words.length <= limit ? words : `${words.slice(0, limit).replace(/\s+\S*$/, '')} …`

/** At the beginning of a sentence of ours. */
export const atStart = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** For a list, where paragraphs would take the place of the next one. */
export const onOneLine = (words: string) => words.replace(/\s+/g, ' ')

/** Whether a text can be given back in a field: beside it on the card there is room for about this much JSON. */
export const fitsInField = (words: string) => words.length <= FIELD_LIMIT && JSON.stringify(words).length <= FIELD_JSON

/** In characters. */
export const FIELD_LIMIT = 6000
const FIELD_JSON = 7500

/** The tinted box for our one promise. */
export const promise = (bold: string, rest: string): Element => box([sentence(bold, rest)])

export const box = (items: Element[]): Element => ({ type: 'Container', style: 'emphasis', spacing: 'Medium', items })

export interface Field {
  id: string
  label: string
  value?: string | undefined
  placeholder?: string
  limit: number
  multiline?: boolean
  /** A field that must be filled says how when it is not. */
  error?: string
}

export const field = ({ id, label, value, placeholder, limit, multiline = true, error }: Field): Element => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: multiline,
  maxLength: limit,
  spacing: 'Medium',
  ...(placeholder && { placeholder }),
  ...(value && { value }),
  ...(error && { isRequired: true, errorMessage: error }),
})

export interface Choice {
  id: string
  label: string
  /** What is chosen already; without it nothing is, and `placeholder` says so. */
  value?: string | undefined
  placeholder?: string
  /** One must be chosen: it says how when none is. */
  error?: string
  options: readonly (readonly [value: string, title: string])[]
}

/** Two to four options are shown whole; more are folded, for eight radio buttons are a wall. */
export const choice = ({ id, label, value, placeholder, error, options }: Choice): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  ...(value !== undefined && { value }),
  ...(placeholder && { placeholder }),
  ...(error && { isRequired: true, errorMessage: error }),
  style: options.length > 4 ? 'compact' : 'expanded',
  wrap: true,
  spacing: 'Medium',
  choices: options.map(([own, title]) => ({ title: still(title), value: own })),
})

/** Any number of them, none too. What is ticked comes with commas between. */
export const ticks = ({ value, ...given }: Omit<Choice, 'value'> & { value?: readonly string[] }): Element => ({
  ...openChoice({ ...given, ...(value && value.length > 0 && { value: value.join(',') }) }),
  isMultiSelect: true,
})

/** Names stand in options, where Markdown and tags are live as they are in a line of ours. */
const still = (words: string) => words.replaceAll('](', '] (').replaceAll('<', '‹')

/** The same, always open: for people with their reasons, which nobody should have to unfold. */
export const openChoice = (given: Choice): Element => ({ ...choice(given), style: 'expanded' })

export const toggle = (id: string, label: string, title: string, on = false): Element => ({
  type: 'Input.Toggle',
  id,
  label,
  title: still(title),
  value: String(on),
  wrap: true,
  spacing: 'Medium',
})

export const dateField = (id: string, label: string, error: string): Element => ({
  type: 'Input.Date',
  id,
  label,
  isRequired: true,
  errorMessage: error,
  spacing: 'Medium',
})
