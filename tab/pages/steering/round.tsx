import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useEffect } from 'react'
import { dateIn, timeIn } from '../../../cards/kit/dates.ts'
import type { Instant, Language } from '../../../services/core/ports.ts'
import type { Progressing } from '../../../services/delivery/schema.ts'
import { Refusal } from '../../api.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Failed, Waiting } from '../../kit/states.tsx'
import { Sure } from '../../kit/sure.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'
import { Causes } from './causes.tsx'

/** So often it is looked at while something is to go out. */
const LOOK_MS = 15_000
const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  small: { color: tokens.colorNeutralForeground2 },
})

/** How far the question of this week is. `halted` is what the switch beside it says: it is looked at again when that turns. */
export function Round({ halted }: { halted: boolean }) {
  const words = useWords(steeringWords)
  const { api } = useSession()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stop changes when it ends
  const loaded = useLoaded(useCallback(() => api.get<Progressing>('/api/admin/round'), [api, halted]))
  const isMoving = loaded.kind === 'done' && !halted && loaded.value.state === 'under-way'
  const again = loaded.kind === 'loading' ? undefined : loaded.again
  useEffect(() => {
    if (!isMoving || !again) return undefined
    const timer = setInterval(again, LOOK_MS)
    return () => clearInterval(timer)
  }, [isMoving, again])

  if (loaded.kind === 'loading') return <Waiting />
  if (loaded.kind === 'done') return <Shown round={loaded.value} again={loaded.again} />
  const isNone = loaded.error instanceof Refusal && loaded.error.status === 404
  return <Panel>{isNone ? <Text>{words.noRound}</Text> : <Failed again={loaded.again} />}</Panel>
}

function Shown({ round, again }: { round: Progressing; again(): void }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { language } = useSession()
  const { planned, failed, refusals, cancelled, state, ends } = round
  return (
    <Panel title={words.round(String(Number(round.week.slice(-2))))}>
      <div className={styles.all}>
        <Text weight="semibold">{words.planned(planned)}</Text>
        <Text>
          {cancelled
            ? words.cancelled
            : [words.states[state], ends && words.ends(...momentIn(language, ends))].filter(Boolean).join(' ')}
        </Text>
        {failed > 0 && <Text>{words.failedFor(failed)}</Text>}
        <Causes title={words.refused} reasons={refusals} />
        <Text size={200} className={styles.small}>
          {words.notCounted}
        </Text>
        <Steps round={round} again={again} />
      </div>
    </Panel>
  )
}

function Steps({ round: { week, state, cancelled }, again }: { round: Progressing; again(): void }) {
  const words = useWords(steeringWords)
  const { api, say } = useSession()
  const step = async (to: 'cancel' | 'resume', said: string) => {
    await api.post(`/api/admin/rounds/${week}/${to}`, {})
    say(said)
    again()
  }
  if (cancelled)
    return (
      <Sure key="resume" what={words.resumeWhat} yes={words.resumeYes} act={() => step('resume', words.goesOut)}>
        {words.resume}
      </Sure>
    )
  if (state === 'over') return null
  return (
    <Sure key="cancel" what={words.cancelWhat} yes={words.cancelYes} act={() => step('cancel', words.cancelled)}>
      {words.cancel}
    </Sure>
  )
}

/** The day and the time, as these are said. */
function momentIn(language: Language, at: Instant): [day: string, time: string] {
  const time = new Date(at).toLocaleTimeString('nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  })
  return [dateIn(language, at), timeIn(language, time)]
}
