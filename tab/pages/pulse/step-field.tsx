import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import type { Language } from '../../../services/core/ports.ts'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'
import { DayPicker } from './day-picker.tsx'
import type { Form } from './fields.ts'
import { PeoplePicker } from './people-picker.tsx'
import { type Asks, isReplyTo, type Step } from './steps.ts'

/** What each step asks: a decision, what came of one, or what is said to all quotes together. */
export function labelsOf(language: Language, asks: Asks): Record<Step, { label: string; placeholder: string }> {
  const words = responseCardWords(language)
  const isReply = isReplyTo(asks)
  const told = asks.promised ? words.outcome : words
  return {
    decision: { label: told.decision, placeholder: '' },
    reason: isReply
      ? { label: words.reply.field, placeholder: words.reply.placeholder }
      : { label: told.reason, placeholder: told.reasonPlaceholder },
    owner: { label: words.owner, placeholder: words.ownerPlaceholder },
    hears: { label: told.hears, placeholder: words.hearsPlaceholder },
  }
}

interface Given {
  step: Step
  form: Form
  asks: Asks
  pulse: string
}

/** The field of the step that is open. */
export function StepField({ step, form, asks, pulse }: Given) {
  const { language } = useSession()
  const words = useWords(pulseWords)
  const response = responseCardWords(language)
  const { label, placeholder } = labelsOf(language, asks)[step]
  const value = form.given[step]
  const typed = {
    label,
    placeholder,
    value,
    type: (text: string) => form.write(step, text),
    pick: (text: string) => form.pick(step, text),
  }
  if (step === 'decision')
    return (
      <Field label={label}>
        <RadioGroup value={value} onChange={(_, chosen) => form.write(step, chosen.value)}>
          {asks.offered.map((kind) => (
            <Radio key={kind} value={kind} label={response.decisions[kind]} />
          ))}
        </RadioGroup>
      </Field>
    )
  if (step === 'owner') return <PeoplePicker pulse={pulse} hint={words.ownerHint} {...typed} />
  if (step === 'hears') return <DayPicker hint={words.dayHint} {...typed} />
  return (
    <Field label={label}>
      <Textarea
        rows={4}
        placeholder={placeholder}
        value={value}
        onChange={(_, written) => form.write(step, written.value)}
      />
    </Field>
  )
}
