import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { commands, typed } from '../../../cards/kit/commands.ts'
import type { AskShown, AsksShown } from '../../../services/ask/schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel, Quote, Tag } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXL, listStyleType: 'none', margin: 0, padding: 0 },
  ask: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  small: { color: tokens.colorNeutralForeground2 },
  more: { marginTop: tokens.spacingVerticalL, color: tokens.colorNeutralForeground2 },
})

/** Questions to colleagues that are not over yet. */
export function Asks() {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { api, language } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<AsksShown>('/api/me/asks'), [api]))
  return (
    <Panel title={words.asks}>
      <Fetched from={loaded}>
        {({ asks }) =>
          asks.length === 0 ? (
            <Text>{words.asksEmpty}</Text>
          ) : (
            <>
              <ul className={styles.list}>
                {asks.map((ask) => (
                  <li key={ask.id}>
                    <Ask ask={ask} />
                  </li>
                ))}
              </ul>
              <Text block className={styles.more}>
                {words.asksMore(typed(commands.asks, language))}
              </Text>
            </>
          )
        }
      </Fetched>
    </Panel>
  )
}

function Ask({ ask: { question, at, state, answers } }: { ask: AskShown }) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { language } = useSession()
  return (
    <div className={styles.ask}>
      <Text>{question}</Text>
      <Text size={200} className={styles.small}>
        {dayOf(language, at)}
      </Text>
      <Tag strong={state === 'answered'}>{words.states[state]}</Tag>
      {answers.map(({ by, text }) => (
        <div key={`${by} ${text}`} className={styles.ask}>
          <Quote>{text}</Quote>
          <Text size={200} className={styles.small}>
            {by}
          </Text>
        </div>
      ))}
    </div>
  )
}
