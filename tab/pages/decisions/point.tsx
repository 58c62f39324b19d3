import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { pointIn } from '../../../cards/pulse/decision.ts'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import type { DecisionsShown } from '../../../services/pulse/reading/shown-schema.ts'
import { dayOf, noonOf } from '../../kit/dates.ts'
import { Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { decisionWords } from '../../words/decisions.ts'

const useStyles = makeStyles({
  point: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', breakInside: 'avoid' },
  small: { color: tokens.colorNeutralForeground2 },
  reason: { maxWidth: '60ch', whiteSpace: 'pre-line' },
  altered: { color: tokens.colorStatusDangerForeground1 },
})

interface Given {
  of: DecisionsShown['decisions'][number]['points'][number]
  altered: boolean
}

/** One point: what they said, what was decided and why, who has it, and how the promise stands. */
export function Point({ of: { point, noted, owner, promised }, altered }: Given) {
  const styles = useStyles()
  const words = useWords(decisionWords)
  const { language } = useSession()
  const response = responseCardWords(language)
  const { decision, reason, hears } = noted
  const asks = decision === 'doorgeven' ? response.asksOver : response.asksOwner
  const has = owner && (owner.sure ? response.takes : asks)(owner.name)
  return (
    <li className={styles.point}>
      <Text size={200} className={styles.small}>
        {pointIn(language, point, 'yours')}
      </Text>
      {response.says[decision] && <Text weight="semibold">{response.says[decision]}</Text>}
      <Text className={styles.reason}>{reason}</Text>
      {altered && <Text className={styles.altered}>{response.altered}</Text>}
      {(has || hears) && (
        <Text size={200} className={styles.small}>
          {[has, hears && response.more(dayOf(language, noonOf(hears)))].filter(Boolean).join(' ')}
        </Text>
      )}
      {promised && <Tag strong={promised !== 'taken-up'}>{words.promised[promised]}</Tag>}
    </li>
  )
}
