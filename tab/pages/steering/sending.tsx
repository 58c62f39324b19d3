import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { SendingShown } from '../../../services/delivery/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { Sure } from '../../kit/sure.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

const useStyles = makeStyles({ all: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' } })

/** Whether anything goes out by itself, and the one switch for all of it. */
export function Sending({ shown, set }: { shown: SendingShown; set(now: SendingShown): void }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { api, say } = useSession()
  const { halted, units, every } = shown
  const turn = async (to: 'stop' | 'resume', said: string) => {
    set(await api.post<SendingShown>(`/api/admin/sending/${to}`, {}))
    say(said)
  }
  return (
    <Panel title={words.sending}>
      <div className={styles.all}>
        <Text>{halted ? words.halted : words.goesOut}</Text>
        {units && <Text>{words.pilot(units.join(', '))}</Text>}
        {every > 1 && <Text>{words.every(every)}</Text>}
        {halted ? (
          <Sure
            key="go-on"
            appearance="primary"
            what={words.goOnWhat}
            yes={words.goOnYes}
            act={() => turn('resume', words.goesOut)}
          >
            {words.goOn}
          </Sure>
        ) : (
          <Sure key="stop" what={words.stopWhat} yes={words.stopYes} act={() => turn('stop', words.halted)}>
            {words.stop}
          </Sure>
        )}
      </div>
    </Panel>
  )
}
