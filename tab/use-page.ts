import { useEffect, useState } from 'react'
import { keyInAddress, type Page, pageOf } from './pages.ts'

/**
 * The page that is open: what the link in Teams asked for, or what is in the address. Only one of these pages can be
 * opened; anything else that is asked for is the first. `isAsked` says that the open one is what was asked for, or that
 * nothing was.
 */
export function usePage(pages: readonly Page[], asked: string | undefined): { open: Page; isAsked: boolean } {
  const [key, setKey] = useState(() => keyInAddress() || asked || '')
  useEffect(() => {
    const moved = () => setKey(keyInAddress())
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])
  const open = pageOf(pages, key)
  return { open, isAsked: !key || open.key === key.split('/')[0] }
}
