import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { HowMany, HowManyWord } from '../../../services/core/told.ts'
import type { Comparison, FiguresShown } from '../../../services/prompts/schema/figures.ts'
import type { PromptShown } from '../../../services/prompts/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { figureWords } from '../../words/figures.ts'
import type { Editing } from './editing.ts'
import { useNameOf } from './words-of.ts'

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** A key of the words. */
const plain = (told: HowMany): HowManyWord => told

interface Given {
  prompt: PromptShown
  editing: Editing
  because(act: (why: string) => void): void
}

/** How the question does, over the whole organisation; and two wordings of it side by side. */
export function Figures({ prompt, editing, because }: Given) {
  const styles = useStyles()
  const words = useWords(figureWords)
  const { api } = useSession()
  const nameOf = useNameOf()
  const { id } = prompt
  const loaded = useLoaded(useCallback(() => api.get<FiguresShown>(`/api/hr/prompts/${id}/figures`), [api, id]))
  return (
    <Panel title={words.title}>
      <Fetched from={loaded}>
        {({ versions, comparison }) => (
          <div className={styles.lines}>
            {comparison && <SideBySide comparison={comparison} editing={editing} because={because} />}
            {versions.length === 0 && !comparison && <Text>{words.none}</Text>}
            {(comparison?.found ? [] : versions).map(({ version, answered, shared }) => (
              <Text key={version}>
                {words.version(nameOf(version), words.howMany[plain(answered)])} {words.shared[plain(shared)]}
              </Text>
            ))}
            <Text size={200}>{words.whole}</Text>
          </div>
        )}
      </Fetched>
    </Panel>
  )
}

/** What can be said of two wordings, and how it ends. */
function SideBySide({ comparison, editing, because }: { comparison: Comparison } & Omit<Given, 'prompt'>) {
  const styles = useStyles()
  const words = useWords(figureWords)
  const nameOf = useNameOf()
  const { one, other, from, found } = comparison
  const [least, most] = found ? [found.difference.from, found.difference.to] : [0, 0]
  return (
    <>
      <Text weight="semibold">{words.beside(nameOf(one), nameOf(other), Number(from.slice(-2)))}</Text>
      {!found && <Text>{words.tooFew}</Text>}
      {found && (
        <Text weight="semibold">
          {!found.better && words.noDifference}
          {found.better === 'other' && words.better(nameOf(other), least, most)}
          {found.better === 'one' && words.better(nameOf(one), -most, -least)}
        </Text>
      )}
      <div className={styles.buttons}>
        {[one, other].map((version) => (
          <Button
            key={version}
            disabledFocusable={editing.isBusy}
            onClick={() => because((why) => void editing.choose(words.chosen, version, why))}
          >
            {words.choose(nameOf(version))}
          </Button>
        ))}
      </div>
    </>
  )
}
