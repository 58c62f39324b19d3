import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { higherTitle, tallyIn } from '../../../cards/pulse/figures.ts'
import { type OrganisationView, questionsIn } from '../../../cards/pulse/organisation.ts'
import { organisationWords as organisationCardWords } from '../../../cards/pulse/organisation-words.ts'
import { pulseWords } from '../../../cards/pulse/words.ts'
import type { Tally } from '../../../services/pulse/rules/tally.ts'
import { Panel } from '../../kit/layout.tsx'
import { useSession } from '../../session.ts'

const useStyles = makeStyles({
  topics: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** What is told of everybody together, under what one block said. */
export function Organisation({ of }: { of: OrganisationView }) {
  const styles = useStyles()
  const { language } = useSession()
  const words = organisationCardWords(language)
  return (
    <>
      {of.higher?.map((one) => (
        <Higher key={one.unit} tally={one} />
      ))}
      <Panel title={words.title}>
        {of.questions !== undefined && <Text block>{questionsIn(language, of)}</Text>}
        <Text block>{of.topics.length > 0 ? words.open : words.noneOpen}</Text>
        {of.topics.length > 0 && (
          <ul className={styles.topics}>
            {of.topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

/** In how many blocks of a unit the same was said. */
function Higher({ tally }: { tally: Tally }) {
  const styles = useStyles()
  const { language } = useSession()
  const lines = tallyIn(language, tally)
  return (
    <Panel title={higherTitle(language, tally)}>
      {lines.length === 0 ? (
        <Text>{pulseWords(language).nothing}</Text>
      ) : (
        <ul className={styles.topics}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
