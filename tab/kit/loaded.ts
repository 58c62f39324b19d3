import { useCallback, useEffect, useState } from 'react'

/** Something that has to be fetched first. */
export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown; again(): void }
  | { kind: 'done'; value: T; set(value: T): void; again(): void }

/** Fetches when the page comes, and again when `load` is another one. What was there stays until the new is. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, set] = useState<T>()
  const [error, setError] = useState<unknown>()
  const [round, setRound] = useState(0)
  const again = useCallback(() => {
    setError(undefined)
    setRound((number) => number + 1)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is another fetch
  useEffect(() => {
    let isHere = true
    load().then(
      (found) => isHere && set(found),
      (reason) => isHere && setError(reason ?? 'unknown'),
    )
    return () => {
      isHere = false
    }
  }, [load, round])

  if (error !== undefined) return { kind: 'failed', error, again }
  return value === undefined ? { kind: 'loading' } : { kind: 'done', value, set, again }
}
