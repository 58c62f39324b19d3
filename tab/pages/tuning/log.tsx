import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { StepsShown } from '../../../services/prompts/schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { calendarWords } from '../../words/calendar.ts'
import { shellWords } from '../../words/shell.ts'
import { tuningWords } from '../../words/tuning.ts'

const SHOWN = 20

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  more: { marginTop: tokens.spacingVerticalM },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** Who decided what about which question, and why, as it is told at this address. */
export function Log({ title, from }: { title: string; from: string }) {
  const words = useWords(tuningWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<StepsShown>(from), [api, from]))
  return (
    <Panel title={title}>
      <Fetched from={loaded}>
        {({ steps }) => (steps.length === 0 ? <Text>{words.logEmpty}</Text> : <Steps steps={steps} />)}
      </Fetched>
    </Panel>
  )
}

function Steps({ steps }: StepsShown) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { more } = useWords(shellWords)
  const calendar = useWords(calendarWords)
  const { language } = useSession()
  const [shown, show] = useState(SHOWN)
  return (
    <>
      <ul className={styles.list}>
        {steps.slice(0, shown).map(({ id, title, at, by, step, about, week, why }) => (
          <li key={`${id} ${at} ${step}`}>
            <Text>
              {by || words.somebody} {words.steps[step]}:{' '}
              {step === 'cadence' ? calendar.everies[about === '2' ? 2 : 1] : title[language]}
              {week && ` (${calendar.week(Number(week.slice(-2))).toLowerCase()})`}
            </Text>
            <Text size={200} className={styles.small}>
              {dayOf(language, at)}
              {why && ` · ${why}`}
            </Text>
          </li>
        ))}
      </ul>
      {steps.length > shown && (
        <Button className={styles.more} onClick={() => show(steps.length)}>
          {more(steps.length - shown)}
        </Button>
      )}
    </>
  )
}
