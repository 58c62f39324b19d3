import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useContext } from 'react'
import type { Page } from './pages.ts'
import { LanguageContext, useWords } from './session.ts'
import { shellWords } from './words/shell.ts'

const useStyles = makeStyles({
  bar: {
    ...{ display: 'flex', flexWrap: 'wrap' },
    padding: '0 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': { padding: '0 4px' },
  },
  link: {
    padding: '14px 12px 12px',
    borderBottom: '2px solid transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    fontSize: '14px',
    lineHeight: '20px',
    ':hover': { color: tokens.colorNeutralForeground1Hover, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  other: { alignSelf: 'center', marginLeft: 'auto', flexShrink: 0 },
  open: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
})

interface Given {
  pages: readonly Page[]
  open: Page
  /** In the Playground: who looks now, and the way to look as somebody else. */
  other?: { who: string; choose(): void }
}

/** The other pages. With one page there is nowhere else to go. */
export function Menu({ pages, open, other }: Given) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  if (pages.length < 2) return null
  return (
    <nav aria-label={words.pages} className={styles.bar}>
      {pages.map(({ key, title }) => (
        <a
          key={key}
          href={`#/${key}`}
          className={mergeClasses(styles.link, key === open.key && styles.open)}
          {...(key === open.key && { 'aria-current': 'page' as const })}
        >
          {title[language]}
        </a>
      ))}
      {other && (
        <Button appearance="subtle" size="small" className={styles.other} onClick={other.choose}>
          {words.other(other.who)}
        </Button>
      )}
    </nav>
  )
}
