import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  list: {
    listStyleType: 'disc',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: '20px',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
})

/** One thing a line, of which no two say the same. Nothing where there are none. */
export function Lines({ lines }: { lines: readonly string[] }) {
  const styles = useStyles()
  if (lines.length === 0) return null
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
