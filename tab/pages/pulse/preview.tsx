import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { dateIn } from '../../../cards/kit/dates.ts'
import { pointIn } from '../../../cards/pulse/decision.ts'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import type { ResponseShown } from '../../../services/pulse/reading/shown-schema.ts'
import { Panel, Quote } from '../../kit/layout.tsx'
import { Failed } from '../../kit/states.tsx'
import { useSession } from '../../session.ts'
import type { Pulse } from './said.tsx'

type PreviewShown = Extract<ResponseShown, { kind: 'preview' }>

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
  decision: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
})

interface Given {
  pulse: Pulse
  preview: PreviewShown
  send(): Promise<void>
  change(): Promise<void>
}

/** Card 08 before it is sent: exactly the words that the block will read. */
export function Preview({ pulse, preview, send, change }: Given) {
  const styles = useStyles()
  const { language } = useSession()
  const words = responseCardWords(language)
  const [failed, setFailed] = useState<() => void>()
  // R37: the quotes are shown with what is said to them all, and apart from the points.
  const replied = preview.points.filter(({ point }) => point.kind === 'words')
  const decided = preview.points.filter(({ point }) => point.kind !== 'words')
  const tried = (step: () => Promise<void>) => () => {
    setFailed(undefined)
    step().catch(() => setFailed(() => tried(step)))
  }
  return (
    <Panel title={words.preview}>
      <div className={styles.all}>
        {replied.length > 0 && pulse.quotes.map((quote) => <Quote key={quote}>{quote}</Quote>)}
        <Text weight="semibold">{words.by(preview.by)}</Text>
        {replied.map((one) => (
          <Point key={JSON.stringify(one.point)} {...one} />
        ))}
        {replied.length > 0 && decided.length > 0 && <Text weight="semibold">{words.ticked}</Text>}
        {decided.map((one) => (
          <Point key={JSON.stringify(one.point)} {...one} />
        ))}
        {failed && <Failed again={failed} />}
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={tried(send)}>
            {words.send}
          </Button>
          <Button onClick={tried(change)}>{words.change}</Button>
        </div>
      </div>
    </Panel>
  )
}

function Point({ point, noted: { decision, reason, hears }, owner }: PreviewShown['points'][number]) {
  const styles = useStyles()
  const { language } = useSession()
  const words = responseCardWords(language)
  const asks = decision === 'doorgeven' ? words.asksOver : words.asksOwner
  const after = [
    ...(owner ? [(owner.sure ? words.takes : asks)(owner.name)] : []),
    ...(hears ? [words.more(dateIn(language, `${hears}T12:00:00.000Z`))] : []),
  ]
  return (
    <div>
      <Text block className={styles.small}>
        {pointIn(language, point, 'yours')}
      </Text>
      <Text block>
        {words.says[decision] && <span className={styles.decision}>{words.says[decision]} </span>}
        {reason}
      </Text>
      {after.map((line) => (
        <Text block key={line} size={200} className={styles.small}>
          {line}
        </Text>
      ))}
    </div>
  )
}
