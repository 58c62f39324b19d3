import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import { pointerWords as pointerCardWords } from '../../../cards/typed/words.ts'
import { useSession } from '../../session.ts'
import type { State } from './answering.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', marginTop: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  link: { minHeight: '24px', lineHeight: '24px', '@media (forced-colors: active)': { color: 'LinkText' } },
})

/** What became of the question: the words of the card that stands in the chat from now on. */
export function Receipt({ of }: { of: Extract<State, { kind: 'saved' | 'skipped' }> }) {
  const styles = useStyles()
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  const care = pointerCardWords(language)
  return (
    <div className={styles.all}>
      {/* A person who uses the keyboard goes on from here. */}
      <h3 tabIndex={-1} ref={(title) => title?.focus()} className={styles.title}>
        {of.kind === 'skipped' ? reflection.skipped : reflection.saved[of.sharing]}
      </h3>
      {of.kind === 'saved' && of.pointer && (
        <Text>
          <strong>{care.line}</strong> {care.lineText(of.pointer.named ?? care.someone)}
        </Text>
      )}
      {of.kind === 'saved' && (
        <Link href="#/mijn-leren" className={styles.link}>
          {reflection.view}
        </Link>
      )}
    </div>
  )
}
