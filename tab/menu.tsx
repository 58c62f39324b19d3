import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useContext } from 'react'
import { GROUPS, type Page } from './pages.ts'
import { LanguageContext, useWords } from './session.ts'
import { shellWords } from './words/shell.ts'

/** Under this width the rail is above the page, as one line that wraps. */
export const RAIL = '@media (max-width: 900px)'

const useStyles = makeStyles({
  rail: {
    display: 'grid',
    alignContent: 'start',
    gap: '24px',
    position: 'sticky',
    alignSelf: 'start',
    top: 0,
    boxSizing: 'border-box',
    width: '216px',
    minHeight: '100vh',
    padding: '32px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
    [RAIL]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 0,
      position: 'static',
      width: 'auto',
      minHeight: 0,
      padding: '0 4px',
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  group: { display: 'grid', gap: '2px', [RAIL]: { display: 'contents' } },
  name: {
    margin: 0,
    padding: '0 12px 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    [RAIL]: { display: 'none' },
  },
  link: {
    padding: '8px 12px',
    borderRadius: '4px',
    borderLeft: '3px solid transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    // A border that cannot be seen is seen there.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    fontSize: '14px',
    lineHeight: '20px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [RAIL]: {
      padding: '12px 10px 10px',
      borderRadius: 0,
      whiteSpace: 'nowrap',
      borderLeft: 'none',
      borderBottom: '2px solid transparent',
    },
  },
  open: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    borderLeftColor: tokens.colorCompoundBrandStroke,
    [RAIL]: { backgroundColor: 'transparent', borderBottomColor: tokens.colorCompoundBrandStroke },
  },
  other: { justifySelf: 'start', [RAIL]: { alignSelf: 'center', marginLeft: 'auto', flexShrink: 0 } },
})

interface Given {
  pages: readonly Page[]
  open: Page
  /** In the Playground: who looks now, and the way to look as somebody else. */
  other?: { who: string; choose(): void }
}

/** The other pages, by what they are for. With one page there is nowhere else to go. */
export function Menu({ pages, open, other }: Given) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  if (pages.length < 2) return null
  return (
    <nav aria-label={words.pages} className={styles.rail}>
      {GROUPS.map((group) => {
        const own = pages.filter((page) => page.group === group)
        if (own.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
          <div key={group} role="group" aria-labelledby={`menu-${group}`} className={styles.group}>
            <p id={`menu-${group}`} className={styles.name}>
              {words.menu[group]}
            </p>
            {own.map(({ key, title }) => (
              <a
                key={key}
                href={`#/${key}`}
                className={mergeClasses(styles.link, key === open.key && styles.open)}
                {...(key === open.key && { 'aria-current': 'page' as const })}
              >
                {title[language]}
              </a>
            ))}
          </div>
        )
      })}
      {other && (
        <Button appearance="subtle" size="small" className={styles.other} onClick={other.choose}>
          {words.other(other.who)}
        </Button>
      )}
    </nav>
  )
}
