import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../session.ts'
import { shellWords } from '../words/shell.ts'
import type { Loaded } from './loaded.ts'

/** Nobody sees a skeleton for what comes at once. */
const PATIENCE_MS = 300

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalM },
  failed: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
})

/** The shape of what is to come. */
export function Waiting({ lines = 3 }: { lines?: number }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div aria-busy="true">
      {isLong && (
        <Skeleton aria-label={words.loading} className={styles.lines}>
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
            <SkeletonItem key={line} size={20} />
          ))}
        </Skeleton>
      )}
    </div>
  )
}

/** What went wrong, whose fault it is, and what can be done. */
export function Failed({ again }: { again(): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  return (
    <div role="alert" className={styles.failed}>
      <Text weight="semibold">{words.failed}</Text>
      <Text>{words.failedText}</Text>
      <Button onClick={again}>{words.again}</Button>
    </div>
  )
}

/** Whatever has to be fetched: its skeleton, its error, or itself. */
export function Fetched<T>({ from, children }: { from: Loaded<T>; children(value: T): ReactNode }) {
  if (from.kind === 'loading') return <Waiting />
  if (from.kind === 'failed') return <Failed again={from.again} />
  return children(from.value)
}
