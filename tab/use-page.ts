import { useEffect, useState } from 'react'
import type { Page } from './pages.ts'

const keyInAddress = () => window.location.hash.replace(/^#\/?/, '')

/**
 * The page that is open: what the link in Teams asked for, or what stands in the address. Only a page that is for this person
 * can be opened; anything else that stands there is the first one.
 */
export function usePage(pages: readonly Page[], asked: string | undefined): Page {
  const [key, setKey] = useState(() => keyInAddress() || asked || '')
  useEffect(() => {
    const moved = () => setKey(keyInAddress())
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])
  const [first] = pages
  const open = pages.find((page) => page.key === key) ?? first
  if (!open) throw new Error('there is no page for this person')
  return open
}
