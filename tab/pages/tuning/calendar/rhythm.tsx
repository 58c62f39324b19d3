import { Button, Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { CalendarShown } from '../../../../services/prompts/schema/calendar.ts'
import { dayOf, noonOf } from '../../../kit/dates.ts'
import { Panel } from '../../../kit/layout.tsx'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import type { Deciding } from './deciding.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  wide: { width: '100%' },
})

/** How often a question comes, and when it comes to people who chose nothing. */
export function Rhythm({ shown, deciding }: { shown: CalendarShown; deciding: Deciding }) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const [cadence, setCadence] = useState(shown.cadence)
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isSame = JSON.stringify(cadence) === JSON.stringify(shown.cadence)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(!why.trim())
    if (why.trim() && !isSame && (await deciding.decide('cadence', { ...cadence, why }))) setWhy('')
  }
  return (
    <Panel title={words.rhythm}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <Field label={words.every} hint={words.everyText}>
          <RadioGroup
            value={String(cadence.every)}
            onChange={(_, { value }) => setCadence({ ...cadence, every: value === '2' ? 2 : 1 })}
          >
            <Radio value="1" label={words.everies[1]} />
            <Radio value="2" label={words.everies[2]} />
          </RadioGroup>
        </Field>
        <Field className={styles.wide} label={words.day}>
          <Select
            value={String(cadence.day)}
            onChange={(_, { value }) => setCadence({ ...cadence, day: Number(value) as typeof cadence.day })}
          >
            {words.days.map((day, place) => (
              <option key={day} value={place + 1}>
                {day}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={styles.wide} label={words.time} hint={words.timeText}>
          <Input
            type="time"
            required
            value={cadence.time}
            onChange={(_, { value }) => setCadence({ ...cadence, time: value })}
          />
        </Field>
        <Field
          className={styles.wide}
          label={words.why}
          hint={words.changesFrom(dayOf(language, noonOf(shown.changesFrom)))}
          {...(isMissing && !why.trim() && { validationMessage: words.whyMissing })}
        >
          <Input value={why} maxLength={300} onChange={(_, { value }) => setWhy(value)} />
        </Field>
        <Button type="submit" disabledFocusable={deciding.isBusy || isSame}>
          {words.save}
        </Button>
      </form>
    </Panel>
  )
}
