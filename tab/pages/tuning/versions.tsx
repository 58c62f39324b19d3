import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PromptShown, Words } from '../../../services/prompts/schema.ts'
import { Difference } from '../../kit/difference.tsx'
import { Panel, Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { figureWords } from '../../words/figures.ts'
import { tuningWords } from '../../words/tuning.ts'
import type { Editing } from './editing.ts'
import { inUse, isOwn, numberOf, wordsOf } from './words-of.ts'

type Version = PromptShown['versions'][number]

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  one: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  name: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

interface Given {
  prompt: PromptShown
  takeOver(words: Words): void
  editing: Editing
  because(act: (why: string) => void): void
}

const nameOf = (version: Version, words: (typeof tuningWords)['nl']) =>
  isOwn(version) ? words.version(numberOf(version)) : words.standard

/** Every version, the newest first: what differs from the one in use, and what can be done with it. */
export function Versions(given: Given) {
  const { prompt } = given
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { language } = useSession()
  const used = inUse(prompt)
  const stateOf = ({ status, version }: Version) => {
    if (status === 'published') return version === used?.version ? words.published : words.before
    return { draft: words.draft, test: words.tried, compared: words.compared, withdrawn: words.withdrawn }[status]
  }
  return (
    <Panel title={words.versions}>
      <ul className={styles.list}>
        {prompt.versions.toReversed().map((version) => (
          <li key={version.version} className={styles.one}>
            <div className={styles.name}>
              <Text weight="semibold">{nameOf(version, words)}</Text>
              <Tag strong={version === used}>{stateOf(version)}</Tag>
            </div>
            <Difference from={used?.[language].question ?? ''} to={version[language].question} />
            <Step version={version} {...given} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What can be done with one of them. */
function Step({ version, prompt, takeOver, editing, because }: Given & { version: Version }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const figures = useWords(figureWords)
  const name = nameOf(version, words)
  const used = inUse(prompt)
  const isCompared = prompt.versions.some(({ status }) => status === 'compared')
  /** Without it the question is not asked any more. */
  const isOnly = prompt.versions.filter(({ status }) => status === 'published').length === 1
  if (version.status === 'draft' || version.status === 'test')
    return (
      <div className={styles.name}>
        <Button disabledFocusable={editing.isBusy} onClick={() => void editing.discard(words.discarded)}>
          {words.discard}
        </Button>
        {used && !isCompared && !prompt.target && (
          <Button
            disabledFocusable={editing.isBusy}
            onClick={() => because((why) => void editing.compare(figures.compared, why))}
          >
            {figures.compare}
          </Button>
        )}
      </div>
    )
  if (version.status === 'compared') return null
  if (version === used && isOwn(version) && !isCompared)
    return (
      <Button
        aria-label={words.withdrawOf(name)}
        disabledFocusable={editing.isBusy}
        onClick={() =>
          because(
            (why) => void editing.withdraw(isOnly ? words.withdrawnOnly : words.withdrawnNow, version.version, why),
          )
        }
      >
        {words.withdraw}
      </Button>
    )
  if (version === used) return null
  return (
    <Button aria-label={words.takeOverOf(name)} onClick={() => takeOver(wordsOf(version))}>
      {words.takeOver}
    </Button>
  )
}
