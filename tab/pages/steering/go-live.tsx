import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Regular, Circle20Regular } from '@fluentui/react-icons'
import { useCallback } from 'react'
import type { GoLiveShown } from '../../../services/go-live/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  one: { display: 'grid', gridTemplateColumns: '20px 1fr', gap: tokens.spacingHorizontalS },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  ready: { marginBottom: tokens.spacingVerticalM },
})

/** What must be true before the municipality begins. Looked at again when what it is `about` is otherwise. */
export function GoLive({ about }: { about: string }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { api } = useSession()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another answer then
  const loaded = useLoaded(useCallback(() => api.get<GoLiveShown>('/api/admin/go-live'), [api, about]))
  return (
    <Panel title={words.goLive}>
      <Fetched from={loaded}>
        {({ conditions }) => (
          <>
            {conditions.every(({ met }) => met) && (
              <Text block weight="semibold" className={styles.ready}>
                {words.ready}
              </Text>
            )}
            <ul className={styles.list}>
              {conditions.map(({ name, met }) => (
                <li key={name} className={styles.one}>
                  {met ? <CheckmarkCircle20Regular aria-hidden /> : <Circle20Regular aria-hidden />}
                  <span>
                    <span className={styles.heard}>{met ? words.met : words.unmet}</span>
                    {words.conditions[name][met ? 0 : 1]}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Fetched>
    </Panel>
  )
}
