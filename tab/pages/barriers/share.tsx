import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../../session.ts'
import { barrierPageWords } from '../../words/barriers.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '16px' },
  part: { minWidth: '8px', borderRadius: '3px', boxSizing: 'border-box' },
  gone: { backgroundColor: '#0B7A75', '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
  stays: { backgroundColor: '#B86E00', '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  open: { border: `1px solid ${tokens.colorNeutralForeground2}` },
  names: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  name: { display: 'flex', alignItems: 'center', gap: '6px', fontSize: '12px', lineHeight: '18px' },
  mark: { width: '10px', height: '10px', borderRadius: '2px', boxSizing: 'border-box' },
})

/** How much of the list ended and how: full is done, hollow is yet to come. Each part is named beside it. */
export function Share({ gone, stays, open }: { gone: number; stays: number; open: number }) {
  const styles = useStyles()
  const words = useWords(barrierPageWords)
  const parts = [
    { key: 'gone', count: gone, look: styles.gone, name: words.gone(gone) },
    { key: 'stays', count: stays, look: styles.stays, name: words.stays(stays) },
    { key: 'open', count: open, look: styles.open, name: words.open(open) },
  ].filter(({ count }) => count > 0)
  return (
    <div>
      <div role="img" aria-label={words.story(gone, stays, open)} className={styles.bar}>
        {parts.map(({ key, count, look }) => (
          <span key={key} className={mergeClasses(styles.part, look)} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.names}>
        {parts.map(({ key, look, name }) => (
          <li key={key} className={styles.name}>
            <span aria-hidden="true" className={mergeClasses(styles.mark, look)} />
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}
