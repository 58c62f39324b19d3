import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const NARROW = '@media (max-width: 760px)'
/** Beside the rail there is room for two columns from here on. */
export const ONE_COLUMN = '@media (max-width: 1080px)'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
    justifyContent: 'space-between',
    marginBottom: '24px',
  },
  title: { margin: 0, fontSize: '24px', lineHeight: '32px', fontWeight: tokens.fontWeightSemibold },
  under: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  back: {
    display: 'inline-block',
    minHeight: '24px',
    lineHeight: '24px',
    // The theme of Teams for contrast is dark; that of the machine may be light.
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 340px)',
    gap: '32px',
    alignItems: 'start',
    [ONE_COLUMN]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [NARROW]: { gap: '16px' },
  },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '24px',
    minWidth: 0,
    [NARROW]: { gap: '16px' },
  },
  panel: {
    padding: '24px',
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
    [NARROW]: { padding: '16px' },
    // Without shadows a panel has an edge.
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  edged: { border: `1px solid ${tokens.colorTransparentStroke}` },
  panelTitle: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    fontSize: '16px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
  },
  quote: {
    maxWidth: '60ch',
    margin: 0,
    paddingLeft: '16px',
    borderLeft: '3px solid var(--accent)',
    fontSize: '16px',
    lineHeight: '24px',
    whiteSpace: 'pre-line',
  },
  tag: {
    display: 'inline-block',
    padding: '2px 10px',
    borderRadius: '12px',
    fontSize: '12px',
    lineHeight: '18px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  strong: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
})

/** The title of a page, one line under it, and at most one thing to do. */
export function Head({ title, under, children }: { title: string; under?: ReactNode; children?: ReactNode }) {
  const styles = useStyles()
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {under && <div className={styles.under}>{under}</div>}
      </div>
      {children}
    </header>
  )
}

/** To the page that this one was opened from. */
export function Back({ children, to }: { children: string; to(): void }) {
  const styles = useStyles()
  return (
    <Link as="button" className={styles.back} onClick={to}>
      {children}
    </Link>
  )
}

/** The content, and beside it what goes with it; under it on a phone. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      <div className={styles.column}>{aside}</div>
    </div>
  )
}

export function Panel({ title, children }: { title?: string; children: ReactNode }) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={mergeClasses(styles.panel, styles.edged)} {...(title && { 'aria-labelledby': id })}>
      {title && (
        <h2 id={id} className={styles.panelTitle}>
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}

/** Words of a person, and of nobody in particular. */
export function Quote({ children }: { children: string }) {
  const styles = useStyles()
  return <blockquote className={styles.quote}>“{children}”</blockquote>
}

/** One word about something, set apart. `strong` where others can see it. */
export function Tag({ children, strong = false }: { children: string; strong?: boolean }) {
  const styles = useStyles()
  return <span className={mergeClasses(styles.tag, strong && styles.strong)}>{children}</span>
}
