import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { askWords as askCardWords } from '../../../cards/ask/asking-words.ts'
import { facts, monthIn } from '../../../cards/kit/dates.ts'
import { knowledgeWords as knowledgeCardWords } from '../../../cards/knowledge/words.ts'
import type { ItemShown } from '../../../services/knowledge/schema.ts'
import { useSession } from '../../session.ts'

const useStyles = makeStyles({
  question: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  text: { whiteSpace: 'pre-line', margin: 0, maxWidth: '70ch' },
  short: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflow: 'hidden',
  },
  hit: { backgroundColor: 'transparent', color: 'inherit', fontWeight: tokens.fontWeightSemibold },
  facts: {
    marginTop: tokens.spacingVerticalXS,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
})

/** What a colleague shared: the words, and why one may trust them. `short` leaves out what is one press away. */
export function Item({ item, short = false }: { item: ItemShown; short?: boolean }) {
  const styles = useStyles()
  const { language } = useSession()
  const knowledge = knowledgeCardWords(language)
  const ask = askCardWords(language)
  const { by, source, question, pieces, helped, appliedBy, at, checked } = item
  const worth = appliedBy ? knowledge.appliedBy[appliedBy] : ask.helpedOthers(helped)
  const put = (source ? knowledge.put : ask.shared)(monthIn(language, at))
  const since = checked ? knowledge.checked(monthIn(language, checked)) : put
  const keeper = by ? knowledge.keptBy(by) : knowledge.keptByNobody
  const whose = source ? facts(knowledge.from(source), keeper) : by
  return (
    <>
      {question && <div className={styles.question}>{question}</div>}
      <p className={mergeClasses(styles.text, short && styles.short)}>
        <Pieces pieces={pieces} />
      </p>
      <div className={styles.facts}>{facts(whose, worth, since)}</div>
    </>
  )
}

/** A text with what was looked for marked in it. */
function Pieces({ pieces }: Pick<ItemShown, 'pieces'>) {
  const styles = useStyles()
  let end = 0
  return pieces.map(({ text, hit }) => {
    end += text.length
    return hit ? (
      <mark key={end} className={styles.hit}>
        {text}
      </mark>
    ) : (
      <span key={end}>{text}</span>
    )
  })
}
