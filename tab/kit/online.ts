import { useEffect, useState } from 'react'

/** Says whether this service answers: a device without any network reaches what runs on itself. */
const reaches = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )

/** Whether there is a connection to the service. What the device says of its network is asked first; a no is tried out. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    let looks = 0
    const look = async () => {
      looks += 1
      const mine = looks
      const answers = navigator.onLine || (await reaches())
      if (mine === looks) setOnline(answers)
    }
    void look()
    for (const event of ['online', 'offline']) window.addEventListener(event, look)
    return () => {
      for (const event of ['online', 'offline']) window.removeEventListener(event, look)
    }
  }, [])
  return isOnline
}
