import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { type CalendarShown, PERIOD_LIMIT } from '../../../../services/prompts/schema/calendar.ts'
import { dayOf, noonOf } from '../../../kit/dates.ts'
import { Panel } from '../../../kit/layout.tsx'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import type { Deciding } from './deciding.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalXL}`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  one: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalM },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', marginTop: tokens.spacingVerticalM },
  wide: { width: '100%' },
  error: { color: tokens.colorPaletteRedForeground1 },
})

const EMPTY = { name: '', from: '', to: '' }

/** When no question goes out, beside the holidays. */
export function Periods({ shown, deciding }: { shown: CalendarShown; deciding: Deciding }) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const dated = (date: string) => dayOf(language, noonOf(date))
  return (
    <Panel title={words.periods}>
      {shown.periods.length === 0 ? (
        <Text>{words.noPeriods}</Text>
      ) : (
        <ul className={styles.list}>
          {shown.periods.map(({ from, to, name }) => (
            <li key={from} className={styles.one}>
              <div>
                <Text>{name}</Text>
                <Text size={200} className={styles.small}>
                  {from === to ? dated(from) : words.from(dated(from), dated(to))}
                </Text>
              </div>
              <Button
                size="small"
                aria-label={words.openOf(name)}
                disabledFocusable={deciding.isBusy}
                onClick={() => void deciding.decide('open', { from })}
              >
                {words.open}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Close shown={shown} deciding={deciding} />
    </Panel>
  )
}

function Close({ shown, deciding }: { shown: CalendarShown; deciding: Deciding }) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isIncomplete, setIncomplete] = useState(false)
  const earliest = shown.changesFrom
  const name = typed.name.trim()
  const isRight = name !== '' && typed.from >= earliest && typed.to >= typed.from
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIncomplete(!isRight)
    if (isRight && (await deciding.decide('close', { ...typed, name }))) setTyped(EMPTY)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Field className={styles.wide} label={words.name}>
        <Input
          value={typed.name}
          maxLength={PERIOD_LIMIT}
          onChange={(_, { value }) => setTyped({ ...typed, name: value })}
        />
      </Field>
      {(['from', 'to'] as const).map((day) => (
        <Field key={day} className={styles.wide} label={day === 'from' ? words.firstDay : words.lastDay}>
          <Input
            type="date"
            min={day === 'from' ? earliest : typed.from || earliest}
            value={typed[day]}
            onChange={(_, { value }) => setTyped({ ...typed, [day]: value })}
          />
        </Field>
      ))}
      {isIncomplete && !isRight && (
        <Text role="alert" className={styles.error}>
          {words.incomplete(dayOf(language, noonOf(shown.changesFrom)))}
        </Text>
      )}
      <Button type="submit" disabledFocusable={deciding.isBusy}>
        {words.close}
      </Button>
    </form>
  )
}
