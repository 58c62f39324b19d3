import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { PromptShown, StepsShown } from '../../../services/prompts/schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { calendarWords } from '../../words/calendar.ts'
import { tuningWords } from '../../words/tuning.ts'
import { titleOf } from './words-of.ts'

const SHOWN = 20

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** Who decided what about which question, and why. */
export function Log({ prompts }: { prompts: readonly PromptShown[] }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const calendar = useWords(calendarWords)
  const { api, language } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<StepsShown>('/api/hr/steps'), [api]))
  const titles = new Map(prompts.map((prompt) => [prompt.id, titleOf(prompt, language)]))
  return (
    <Panel title={words.log}>
      <Fetched from={loaded}>
        {({ steps }) =>
          steps.length === 0 ? (
            <Text>{words.logEmpty}</Text>
          ) : (
            <ul className={styles.list}>
              {steps.slice(0, SHOWN).map(({ id, at, by, step, about = id, week, why }) => (
                <li key={`${id} ${at} ${step}`}>
                  <Text>
                    {by || words.somebody} {words.steps[step]}:{' '}
                    {step === 'cadence' ? calendar.everies[about === '2' ? 2 : 1] : (titles.get(about) ?? about)}
                    {week && ` (${calendar.week(Number(week.slice(-2))).toLowerCase()})`}
                  </Text>
                  <Text size={200} className={styles.small}>
                    {dayOf(language, at)}
                    {why && ` · ${why}`}
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
    </Panel>
  )
}
