import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components'
import { useCallback, useRef, useState } from 'react'
import { dayIn } from '../../../cards/kit/dates.ts'
import { withheldIn } from '../../../cards/pulse/pulse.ts'
import { nextLine } from '../../../cards/pulse/rotation.ts'
import { pulseWords as pulseCardWords } from '../../../cards/pulse/words.ts'
import type { PulseShown, PulsesShown } from '../../../services/pulse/reading/shown-schema.ts'
import { arriveIn } from '../../kit/focus-kept.ts'
import { Columns, Head, ONE_COLUMN, Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'
import { Organisation } from './organisation.tsx'
import { isDuty, Response, useResponse } from './response.tsx'
import { type Pulse, Said } from './said.tsx'

const useStyles = makeStyles({
  /** The name of a block may be longer than a phone is wide. */
  select: { width: '100%', minWidth: 0 },
  said: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '24px', minWidth: 0 },
  // In two columns their words stand beside it.
  first: { display: 'none', justifySelf: 'start', [ONE_COLUMN]: { display: 'inline-flex' } },
})

/** What a block said, and what its reader decides. Which block and period is all there is to choose. */
export default function LearningPulse() {
  const { api } = useSession()
  const words = useWords(pulseWords)
  const loaded = useLoaded(useCallback(() => api.get<PulsesShown>('/api/manager/pulses'), [api]))
  const [chosen, choose] = useState<string>()
  return (
    <Fetched from={loaded}>
      {({ pulses, organisation }) => {
        const open = chosen ?? pulses[0]?.id
        return (
          <>
            <Head title={words.title} under={words.secret}>
              {open && <Period pulses={pulses} open={open} choose={choose} />}
            </Head>
            {open ? <Opened key={open} id={open} /> : <None organisation={organisation} />}
          </>
        )
      }}
    </Fetched>
  )
}

/** What is to be done comes first, also on a phone; from there one press leads to what people said. */
function Open({ pulse }: { pulse: Pulse }) {
  const styles = useStyles()
  const words = useWords(pulseWords)
  const loaded = useResponse(pulse.id)
  const said = useRef<HTMLDivElement>(null)
  const response = <Response pulse={pulse} loaded={loaded} />
  const theirs = (
    <div ref={said} className={styles.said}>
      <Said pulse={pulse} />
    </div>
  )
  if (!isDuty(loaded)) return <Columns aside={response}>{theirs}</Columns>
  return (
    <Columns aside={theirs}>
      <Button appearance="transparent" className={styles.first} onClick={() => said.current && arriveIn(said.current)}>
        {words.first}
      </Button>
      {response}
    </Columns>
  )
}

function None({ organisation }: Pick<PulsesShown, 'organisation'>) {
  const { language } = useSession()
  const pulse = pulseCardWords(language)
  return (
    <>
      <Panel title={pulse.none}>
        <Text>{pulse.noneText}</Text>
      </Panel>
      {organisation && <Organisation of={organisation} />}
    </>
  )
}

interface PeriodGiven extends PulsesShown {
  open: string
  choose(id: string): void
}

function Period({ pulses, open, choose }: PeriodGiven) {
  const words = useWords(pulseWords)
  const { language } = useSession()
  const styles = useStyles()
  return (
    <Field label={words.period}>
      <Select className={styles.select} value={open} onChange={(_, { value }) => choose(value)}>
        {pulses.map(({ id, block, from, to }) => (
          <option key={id} value={id}>
            {words.between(block, dayIn(language, from), dayIn(language, to))}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Opened({ id }: { id: string }) {
  const { api, language } = useSession()
  const words = pulseCardWords(language)
  const loaded = useLoaded(useCallback(() => api.get<PulseShown>(`/api/manager/pulses/${id}`), [api, id]))
  return (
    <Fetched from={loaded}>
      {(shown) =>
        shown.kind === 'withheld' ? (
          <>
            <Panel title={withheldIn(language, shown.rotation).title}>
              <Text block weight="semibold">
                {shown.block}
              </Text>
              <Text block>{withheldIn(language, shown.rotation).text}</Text>
              {shown.rotation && <Text block>{nextLine(language, shown.rotation, 'theirs')}</Text>}
              <Text block>
                <strong>{words.instead}</strong> {words.insteadText}
              </Text>
            </Panel>
            <Organisation of={shown.organisation} />
          </>
        ) : (
          <Open pulse={shown} />
        )
      }
    </Fetched>
  )
}
