import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PromptShown } from '../../../services/prompts/schema.ts'
import { Panel, Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import { draftOf, titleOf } from './words-of.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
})

/** Every question, with what is to be known of it before it is opened. */
export function Questions({ prompts, open }: { prompts: readonly PromptShown[]; open(id: string): void }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { language } = useSession()
  return (
    <Panel title={words.questions}>
      <ul className={styles.list}>
        {prompts.map((prompt) => {
          const title = titleOf(prompt, language)
          return (
            <li key={prompt.id} className={styles.one}>
              <div>
                <Text>{title}</Text>
                <Tags prompt={prompt} />
              </div>
              <Button aria-label={words.openOf(title)} onClick={() => open(prompt.id)}>
                {words.open}
              </Button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Tags({ prompt }: { prompt: PromptShown }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const draft = draftOf(prompt)
  const tags = [
    prompt.off && words.off,
    prompt.target && words.forSome,
    draft && (draft.status === 'test' ? words.tried : words.draft),
    prompt.isOwn && words.own,
    prompt.audience === 'managers' && words.managers,
    prompt.journalOnly && words.journalOnly,
  ].filter((tag) => typeof tag === 'string')
  if (tags.length === 0) return null
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </div>
  )
}
