import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: '20px',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
})

interface Given {
  title: string
  reasons: Record<string, number>
  /** How a number is told; as it is unless it is rounded. */
  told?: (count: number) => string
}

/** Why something did not go out, and what can be done. Nothing when nothing is to be told. */
export function Causes({ title, reasons, told = String }: Given) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const all = Object.entries(reasons)
  if (all.length === 0) return null
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {all.map(([code, count]) => (
          <li key={code}>
            {told(count)} · {words.causes[code] ?? words.other(code)}
          </li>
        ))}
      </ul>
    </div>
  )
}
