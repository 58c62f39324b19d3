import { Combobox, Field, makeStyles, Option, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { PeopleShown } from '../../../services/pulse/reading/shown-schema.ts'
import { useSettled } from '../../kit/settled.ts'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'

const useStyles = makeStyles({
  // On a phone there is less room than Fluent would take.
  field: { minWidth: 0, width: '100%', maxWidth: '320px' },
  input: { minWidth: 0, width: '100%' },
})

/** Fewer letters fit too many names. */
const FEWEST = 2

interface Given {
  pulse: string
  label: string
  hint: string
  placeholder: string
  value: string
  type(value: string): void
  pick(value: string): void
}

/** A colleague by name: the service looks for the letters that are typed. A name can be typed whole as well. */
export function PeoplePicker({ pulse, label, hint, placeholder, value, type, pick }: Given) {
  const styles = useStyles()
  const { api } = useSession()
  const words = useWords(pulseWords)
  const [found, setFound] = useState<PeopleShown['people']>([])
  const wanted = useSettled(value.trim())
  useEffect(() => {
    let isHere = true
    const look =
      wanted.length < FEWEST
        ? undefined
        : api.post<PeopleShown>(`/api/manager/pulses/${pulse}/people`, { words: wanted })
    look?.then(
      ({ people }) => isHere && setFound(people),
      () => isHere && setFound([]),
    )
    if (!look) setFound([])
    return () => {
      isHere = false
    }
  }, [api, pulse, wanted])
  return (
    <Field label={label} hint={hint}>
      <Combobox
        freeform
        className={styles.field}
        input={{ className: styles.input }}
        placeholder={placeholder}
        value={value}
        selectedOptions={[]}
        onChange={({ target }) => type(target.value)}
        onOptionSelect={(_, { optionValue }) => optionValue && pick(optionValue)}
      >
        {found.map(({ name, team, called }) => (
          <Option key={called} value={called} text={name}>
            <span>
              <Text block>{name}</Text>
              <Text block size={200}>
                {team}
              </Text>
            </span>
          </Option>
        ))}
        {found.length === 0 && (
          <Option key="none" value="" text="" disabled>
            {value.trim().length < FEWEST ? words.typeName : words.nobody}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}
