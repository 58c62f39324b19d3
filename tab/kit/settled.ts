import { useEffect, useState } from 'react'

/** Somebody who types is not done yet. */
const TYPING_MS = 250

/** What was typed, once it stays as it is. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
