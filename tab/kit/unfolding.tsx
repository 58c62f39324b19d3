import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'

const useStyles = makeStyles({
  press: { justifySelf: 'start', color: tokens.colorBrandForegroundLink, paddingLeft: 0, paddingRight: 0 },
  more: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    maxWidth: '70ch',
  },
})

/** More about it, right after the words that are pressed for it. These stay, so that nobody loses their place. */
export function Unfolding({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        appearance="transparent"
        className={styles.press}
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {title}
      </Button>
      {isOpen && <div className={styles.more}>{children}</div>}
    </>
  )
}
