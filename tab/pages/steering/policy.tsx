import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { linesOf } from '../../../cards/pulse/policy.ts'
import { policyWords as policyCardWords } from '../../../cards/pulse/policy-words.ts'
import type { PolicyShown } from '../../../services/pulse/policy/shown.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { Lines } from '../../kit/lines.tsx'
import type { Loaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'
import { Agree } from './agree.tsx'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  log: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** The rules as they hold, and whether the works council agreed to them. */
export function Rules({ from, mayAgree }: { from: Loaded<PolicyShown>; mayAgree: boolean }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { language } = useSession()
  const policyWords = policyCardWords(language)
  return (
    <Panel title={policyWords.title}>
      <Fetched from={from}>
        {({ policy, agreed }) => (
          <div className={styles.all}>
            {policy ? <Lines lines={linesOf(language, policy)} /> : <Text>{policyWords.broken}</Text>}
            <Text size={200} className={styles.small}>
              {policyWords.note}
            </Text>
            <Text>
              {agreed.kind === 'none'
                ? words.agreed.none
                : words.agreed[agreed.kind](dayOf(language, agreed.on), agreed.reference)}
            </Text>
            {mayAgree && policy && agreed.kind !== 'stands' && from.kind === 'done' && (
              <Agree policy={policy} done={from.again} />
            )}
          </div>
        )}
      </Fetched>
    </Panel>
  )
}

/** Every change of the rules: when, by whom, and why. */
export function Changes({ from }: { from: Loaded<PolicyShown> }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { language } = useSession()
  const policyWords = policyCardWords(language)
  return (
    <Panel title={words.changes}>
      <Fetched from={from}>
        {({ log }) =>
          log.length === 0 ? (
            <Text>{policyWords.unchanged}</Text>
          ) : (
            <ol className={styles.log} reversed>
              {log.map(({ at, by, why, chosen }) => (
                <li key={at}>
                  <Text size={200} className={styles.small}>
                    {[dayOf(language, at), policyWords.by[by], why ?? words.noWhy].join(' · ')}
                  </Text>
                  <Lines lines={linesOf(language, chosen)} />
                </li>
              ))}
            </ol>
          )
        }
      </Fetched>
    </Panel>
  )
}
