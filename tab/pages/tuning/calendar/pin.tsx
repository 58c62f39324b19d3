import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { WeekShown } from '../../../../services/prompts/schema/calendar.ts'
import type { PromptShown } from '../../../../services/prompts/schema.ts'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import { inUse, titleOf } from '../words-of.ts'
import type { Deciding } from './deciding.ts'

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    width: '100%',
    marginTop: tokens.spacingVerticalS,
  },
  // A question may be longer than a phone is wide.
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { width: '100%', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

interface Given {
  week: WeekShown
  prompts: readonly PromptShown[]
  deciding: Deciding
  close(): void
}

/** Chooses the question of one week. */
export function Pin({ week, prompts, deciding, close }: Given) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const choices = prompts.filter((prompt) => !prompt.off && inUse(prompt))
  const [prompt, setPrompt] = useState(week.prompt ?? choices[0]?.id ?? '')
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(!why.trim())
    if (why.trim() && (await deciding.decide('pin', { week: week.week, prompt, why }))) close()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Field className={styles.narrow} label={words.question} hint={words.questionText}>
        <Select className={styles.select} value={prompt} onChange={(_, { value }) => setPrompt(value)}>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one, language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.why} {...(isMissing && !why.trim() && { validationMessage: words.whyMissing })}>
        <Input value={why} maxLength={300} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={deciding.isBusy}>
          {words.save}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  )
}
