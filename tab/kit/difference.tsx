import { makeStyles, tokens } from '@fluentui/react-components'
import { useWords } from '../session.ts'
import { shellWords } from '../words/shell.ts'
import { differences } from './differences.ts'
import { HEARD } from './hidden.ts'

const useStyles = makeStyles({
  gone: { color: tokens.colorNeutralForeground2 },
  come: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold },
  heard: HEARD,
})

/** A text with what is other than in the one before: struck through and bold, and said aloud. */
export function Difference({ from, to }: { from: string; to: string }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  return (
    <span>
      {differences(from, to).map(({ kind, text }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have nothing but their place
        if (kind === 'same') return <span key={place}>{text} </span>
        const Piece = kind === 'gone' ? 'del' : 'ins'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <Piece key={place} className={kind === 'gone' ? styles.gone : styles.come}>
            <span className={styles.heard}>{kind === 'gone' ? words.gone : words.come}</span>
            {text}{' '}
          </Piece>
        )
      })}
    </span>
  )
}
