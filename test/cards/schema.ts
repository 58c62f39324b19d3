import { z } from 'zod'

/** The elements that our cards are made of, and no property more: what is not named here may not travel. */

const words = z.string().min(1)
/** Hidden until it is unfolded. */
const unfolds = { id: words.optional(), isVisible: z.literal(false).optional() }
const spacing = z.enum(['None', 'Small', 'Medium', 'Large']).optional()

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: words,
  wrap: z.literal(true),
  size: z.enum(['Small', 'Medium', 'Large']).optional(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.literal(true).optional(),
  color: z.enum(['Attention', 'Accent']).optional(),
  horizontalAlignment: z.literal('Center').optional(),
  style: z.literal('heading').optional(),
  spacing,
  ...unfolds,
})

/** Shows what is hidden on the card, and sends nothing. */
const Toggling = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: words,
  targetElements: z.array(words).min(1),
})

const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  color: z.literal('Accent').optional(),
  selectAction: Toggling.optional(),
  size: z.enum(['Small', 'Large']).optional(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.literal(true).optional(),
})

const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextRun).min(1),
  separator: z.literal(true).optional(),
  spacing,
  ...unfolds,
})

const input = { id: words, label: words, spacing }
const mayBeRequired = { isRequired: z.literal(true).optional(), errorMessage: words.optional() }

const TextInput = z.strictObject({
  ...input,
  ...mayBeRequired,
  type: z.literal('Input.Text'),
  isMultiline: z.boolean(),
  maxLength: z.int().positive(),
  placeholder: words.optional(),
  value: words.optional(),
})

const ChoiceSet = z.strictObject({
  ...input,
  type: z.literal('Input.ChoiceSet'),
  style: z.enum(['compact', 'expanded']),
  isMultiSelect: z.literal(true).optional(),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: words, value: z.string() })).min(1),
  value: z.string().optional(),
  placeholder: words.optional(),
  isRequired: z.literal(true).optional(),
  errorMessage: words.optional(),
})

const Toggle = z.strictObject({
  ...input,
  type: z.literal('Input.Toggle'),
  title: words,
  value: z.enum(['true', 'false']),
  wrap: z.literal(true),
})

const DateInput = z.strictObject({
  ...input,
  ...mayBeRequired,
  type: z.literal('Input.Date'),
  value: z.iso.date().optional(),
})

const Submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: words,
  data: z.record(z.string(), z.string()),
  associatedInputs: z.literal('none').optional(),
  tooltip: words.optional(),
})

const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: words,
  verb: z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/),
  data: z.record(z.string(), z.string()),
  style: z.literal('positive').optional(),
  associatedInputs: z.literal('none').optional(),
  tooltip: words.optional(),
  fallback: Submit,
})

/** Buttons in the body of a card. */
const ActionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(Execute).min(1) })

/** Things beside each other; where it leads somewhere it can be pressed as a whole. */
const ColumnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  spacing,
  separator: z.literal(true).optional(),
  selectAction: Execute.optional(),
  columns: z
    .array(
      z.strictObject({
        type: z.literal('Column'),
        width: z.enum(['40px', 'stretch', 'auto']),
        verticalContentAlignment: z.literal('Center').optional(),
        items: z.array(z.discriminatedUnion('type', [TextBlock, RichTextBlock, ActionSet])),
      }),
    )
    .min(1),
})

const Container = z.strictObject({
  type: z.literal('Container'),
  style: z.literal('emphasis').optional(),
  spacing,
  minHeight: z.literal('32px').optional(),
  verticalContentAlignment: z.literal('Center').optional(),
  selectAction: Toggling.optional(),
  items: z.array(z.discriminatedUnion('type', [TextBlock, RichTextBlock, ColumnSet])).min(1),
  ...unfolds,
})

const elements = [TextBlock, RichTextBlock, Container, ColumnSet, TextInput, ChoiceSet, Toggle, DateInput] as const

/** A card as it goes over the wire. */
export const WireCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.enum(['nl', 'en']),
  fallbackText: words,
  body: z.array(z.discriminatedUnion('type', elements)).min(1),
  actions: z.array(Execute),
})
