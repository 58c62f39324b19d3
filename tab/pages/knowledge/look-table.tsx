import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type LineShown, type LookShown, SHOWN } from '../../../services/knowledge/schema/importing.ts'
import { useWords } from '../../session.ts'
import { knowledgeImportWords } from '../../words/knowledge-import.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  table: { borderCollapse: 'collapse', width: '100%', overflowWrap: 'anywhere' },
  head: { textAlign: 'left', verticalAlign: 'bottom', padding: '4px 8px 4px 0', color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '8px 8px 8px 0',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  remark: { color: tokens.colorNeutralForeground2 },
})

/** Somebody may say that these are meant so. */
const ALLOWABLE: readonly string[] = ['names-somebody', 'left-out']

interface Given {
  look: LookShown
  allowed: readonly number[]
  allow(lines: number[]): void
}

/** What an import would do, line by line: what wants a look comes first. */
export function LookTable({ look, allowed, allow }: Given) {
  const styles = useStyles()
  const words = useWords(knowledgeImportWords)
  const { source, counts, added, changed, same, notTaken, lines } = look
  const place = counts === 'lines' ? words.line : words.paragraph
  return (
    <div className={styles.all}>
      <h3 className={styles.title}>{words.looked(source)}</h3>
      <Text role="status">{words.counts(added, changed, same, notTaken)}</Text>
      <table className={styles.table}>
        <thead>
          <tr>
            {[place, words.question, words.what].map((title) => (
              <th key={title} scope="col" className={styles.head}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className={styles.cell}>{line.line}</td>
              <th scope="row" className={styles.cell}>
                {line.question}
              </th>
              <td className={styles.cell}>
                <What line={line} place={place} isAllowed={allowed.includes(line.line)}>
                  {(is) => allow(is ? [...allowed, line.line] : allowed.filter((one) => one !== line.line))}
                </What>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {added + changed + same + notTaken > SHOWN && <Text>{words.more}</Text>}
    </div>
  )
}

interface LineGiven {
  line: LineShown
  place: string
  isAllowed: boolean
  children(is: boolean): void
}

function What({ line: { line, state, remarks }, place, isAllowed, children: set }: LineGiven) {
  const styles = useStyles()
  const words = useWords(knowledgeImportWords)
  return (
    <>
      <div>{words.states[state]}</div>
      {remarks.map(({ code, about }) => (
        <div key={code} className={styles.remark}>
          {words.remarks[code](about, place)}
        </div>
      ))}
      {remarks.some(({ code }) => ALLOWABLE.includes(code)) && (
        <Checkbox
          label={words.allow}
          aria-label={words.allowOf(line)}
          checked={isAllowed}
          onChange={(_, { checked }) => set(checked === true)}
        />
      )}
    </>
  )
}
