import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { dateIn, dayIn } from '../../../cards/kit/dates.ts'
import type { DaysShown } from '../../../services/pulse/reading/shown-schema.ts'
import { noonOf } from '../../kit/dates.ts'
import { useLoaded } from '../../kit/loaded.ts'
import { useSession } from '../../session.ts'

const useStyles = makeStyles({
  closed: { textDecorationLine: 'line-through', color: tokens.colorNeutralForegroundDisabled },
  list: { maxHeight: '280px' },
  // On a phone there is less room than Fluent would take.
  field: { minWidth: 0, width: '100%', maxWidth: '320px' },
  input: { minWidth: 0, width: '100%' },
})

interface Given {
  label: string
  hint: string
  placeholder: string
  value: string
  type(value: string): void
  pick(value: string): void
}

/** A day to come: weekends and holidays are struck out. Any day can be typed as well. */
export function DayPicker({ label, hint, placeholder, value, type, pick }: Given) {
  const styles = useStyles()
  const { api, language } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<DaysShown>('/api/manager/days'), [api]))
  const wanted = value.trim().toLowerCase()
  const days = (loaded.kind === 'done' ? loaded.value.days : []).map(({ day, isWorkday }) => ({
    isWorkday,
    name: dateIn(language, noonOf(day)),
    value: dayIn(language, noonOf(day)),
  }))
  const fitting = days.filter(({ name }) => name.includes(wanted))
  return (
    <Field label={label} hint={hint}>
      <Combobox
        freeform
        className={styles.field}
        input={{ className: styles.input }}
        placeholder={placeholder}
        value={value}
        selectedOptions={[]}
        listbox={{ className: styles.list }}
        onChange={({ target }) => type(target.value)}
        onOptionSelect={(_, { optionValue }) => optionValue && pick(optionValue)}
      >
        {(fitting.length > 0 ? fitting : days).map((one) => (
          <Option key={one.name} value={one.value} text={one.name} disabled={!one.isWorkday}>
            <span className={one.isWorkday ? undefined : styles.closed}>{one.name}</span>
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}
