import { Button, type ButtonProps, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useWords } from '../session.ts'
import { shellWords } from '../words/shell.ts'
import { Failed } from './states.tsx'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalS },
  what: { outlineStyle: 'none', maxWidth: '60ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Given extends Pick<ButtonProps, 'size' | 'appearance'> {
  /** The words on the button. */
  children: string
  /** What happens when it is done, and how it is taken back. */
  what: string
  yes: string
  act(): Promise<unknown>
}

/** A step that is asked once more: first what it does, then a yes. */
export function Sure({ children, what, yes, act, ...look }: Given) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const [state, setState] = useState<'shown' | 'asked' | 'failed'>('shown')
  const wasAsked = useRef(false)
  const done = () =>
    void act().then(
      () => setState('shown'),
      () => setState('failed'),
    )
  if (state === 'shown')
    return (
      <Button
        {...look}
        // A person who went back is where they were.
        ref={(button) => void (wasAsked.current && button?.focus())}
        onClick={() => {
          wasAsked.current = true
          setState('asked')
        }}
      >
        {children}
      </Button>
    )
  return (
    <div className={styles.all}>
      {state === 'failed' && <Failed again={done} />}
      <Text className={styles.what} tabIndex={-1} ref={(text) => text?.focus()}>
        {what}
      </Text>
      <div className={styles.buttons}>
        <Button {...look} onClick={done}>
          {yes}
        </Button>
        <Button {...(look.size && { size: look.size })} onClick={() => setState('shown')}>
          {words.back}
        </Button>
      </div>
    </div>
  )
}
