import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type OrganisationView, questionsIn } from '../../../cards/pulse/organisation.ts'
import { organisationWords as organisationCardWords } from '../../../cards/pulse/organisation-words.ts'
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
  )
}
