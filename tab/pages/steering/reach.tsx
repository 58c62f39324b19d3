import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { ReachShown } from '../../../services/delivery/schema.ts'
import { Refusal } from '../../api.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Failed, Waiting } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'
import { Causes } from './causes.tsx'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
})

/** How many can be reached, and why not the others. */
export function Reach() {
  const words = useWords(steeringWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<ReachShown>('/api/admin/reach'), [api]))
  if (loaded.kind === 'loading') return <Waiting />
  return (
    <Panel title={words.reach}>
      {loaded.kind === 'done' ? (
        <Shown reach={loaded.value} />
      ) : loaded.error instanceof Refusal && loaded.error.status === 404 ? (
        <Text>{words.noReach}</Text>
      ) : (
        <Failed again={loaded.again} />
      )}
    </Panel>
  )
}

function Shown({ reach: { people, reached, without } }: { reach: ReachShown }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  return (
    <div className={styles.all}>
      <Text>{words.reached(reached, people)}</Text>
      <Causes title={words.notReached} reasons={without} told={words.about} />
      <Text size={200} className={styles.small}>
        {words.reachNote}
      </Text>
    </div>
  )
}
