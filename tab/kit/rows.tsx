import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { leafIn } from '../../cards/kit/dates.ts'
import { useSession } from '../session.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '-12px 0', padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '16px',
    minHeight: '64px',
    padding: '8px 0',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  dated: { gridTemplateColumns: 'auto minmax(0, 1fr) auto' },
  // What is done in place takes the room of the link beside it.
  tall: { gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start', padding: '12px 0' },
  leaf: {
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'center',
    width: '44px',
    height: '44px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  day: { fontSize: '16px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  month: { fontSize: '11px', lineHeight: '14px', color: tokens.colorNeutralForeground2 },
  words: { overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  under: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
  act: {
    display: 'inline-grid',
    alignItems: 'center',
    minHeight: '32px',
    padding: '0 12px',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    borderRadius: '4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    // The theme of Teams for contrast is dark; that of the machine may be light.
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
})

/** Things one under another, each with its day, what it is, and what can be done. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={useStyles().list}>{children}</ul>
}

interface Given {
  /** An instant. */
  day?: string | undefined
  title: string
  under: string
  /** Where it can be done; the link says `act`, and `actNamed` to somebody who hears it without the row. */
  to?: string
  act?: string
  actNamed?: string
  /** What can be done about it right here. */
  children?: ReactNode
}

export function Row({ day, title, under, to, act, actNamed, children }: Given) {
  const styles = useStyles()
  const { language } = useSession()
  const leaf = day && leafIn(language, day)
  return (
    <li className={mergeClasses(styles.row, leaf && styles.dated, children !== undefined && styles.tall)}>
      {leaf && (
        <time dateTime={day} className={styles.leaf}>
          <span className={styles.day}>{leaf.day}</span> <span className={styles.month}>{leaf.month}</span>
        </time>
      )}
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.under}>{under}</span>
        {children}
      </div>
      {to && (
        <a href={to} className={styles.act} aria-label={actNamed}>
          {act}
        </a>
      )}
    </li>
  )
}
