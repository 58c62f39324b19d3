import { useSyncExternalStore } from 'react'

const watched = (changed: () => void) => {
  for (const event of ['online', 'offline']) window.addEventListener(event, changed)
  return () => {
    for (const event of ['online', 'offline']) window.removeEventListener(event, changed)
  }
}

/** Whether this device has a connection, as far as it knows. */
export const useOnline = () => useSyncExternalStore(watched, () => navigator.onLine)
