import { Text } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { SendingShown } from '../../../services/delivery/schema.ts'
import type { PolicyShown } from '../../../services/pulse/policy/shown.ts'
import { Columns, Head, Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'
import { Log } from '../tuning/log.tsx'
import { GoLive } from './go-live.tsx'
import { Changes, Rules } from './policy.tsx'
import { Round } from './round.tsx'
import { Sending } from './sending.tsx'

/** What an administrator steers, and what the works council reads. A person who is both has both. */
export default function Steering() {
  const words = useWords(steeringWords)
  const { who } = useSession()
  const roles = who?.roles ?? []
  return (
    <>
      <Head title={words.title} under={words.under} />
      {roles.includes('admin') ? <Administered hasCouncil={roles.includes('works-council')} /> : <ReadByCouncil />}
    </>
  )
}

function Administered({ hasCouncil }: { hasCouncil: boolean }) {
  const words = useWords(steeringWords)
  const { api } = useSession()
  const sending = useLoaded(useCallback(() => api.get<SendingShown>('/api/admin/sending'), [api]))
  const policy = usePolicy(hasCouncil ? 'council' : 'admin')
  return (
    <Fetched from={sending}>
      {(shown) => (
        <Columns
          aside={
            <>
              <GoLive about={`${shown.halted} ${agreementIn(policy)}`} />
              <Rules from={policy} mayAgree={hasCouncil} />
            </>
          }
        >
          <Sending shown={shown} set={(now) => sending.kind === 'done' && sending.set(now)} />
          <Round halted={shown.halted} />
          <Panel title={words.reach}>
            <Text>{words.reachNote}</Text>
          </Panel>
          <Changes from={policy} />
          {hasCouncil && <Log title={words.questionChanges} from="/api/council/steps" />}
        </Columns>
      )}
    </Fetched>
  )
}

function ReadByCouncil() {
  const words = useWords(steeringWords)
  const policy = usePolicy('council')
  return (
    <Columns aside={<Rules from={policy} mayAgree />}>
      <Changes from={policy} />
      <Log title={words.questionChanges} from="/api/council/steps" />
    </Columns>
  )
}

const usePolicy = (audience: 'admin' | 'council') => {
  const { api } = useSession()
  return useLoaded(useCallback(() => api.get<PolicyShown>(`/api/${audience}/policy`), [api, audience]))
}

const agreementIn = (policy: ReturnType<typeof usePolicy>) => (policy.kind === 'done' ? policy.value.agreed.kind : '')
