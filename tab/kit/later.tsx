import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { Waiting } from './states.tsx'

/** This long after a page came, it is at rest. */
const REST_MS = 1_000

/** A part with a file of its own, that comes when it is needed. */
export function later<Given extends object>(load: () => Promise<{ default: ComponentType<Given> }>) {
  let come: ComponentType<Given> | undefined
  const fetched = async () => {
    const part = await load()
    come = part.default
    return part
  }
  const Awaited = lazy<ComponentType<Given>>(fetched)

  /** What is there already is drawn in the same breath: React would let it wait for a moment. */
  function Later(given: Given) {
    const [Come] = useState(() => come)
    if (Come) return <Come {...given} />
    return (
      <Suspense fallback={<Waiting />}>
        <Awaited {...given} />
      </Suspense>
    )
  }

  /** Fetches it when the page is at rest: who needs it then does not wait. */
  function useSoon() {
    useEffect(() => {
      const timer = setTimeout(() => void fetched().catch(() => {}), REST_MS)
      return () => clearTimeout(timer)
    }, [])
  }

  return { Later, useSoon, fetch: () => void fetched().catch(() => {}) }
}
