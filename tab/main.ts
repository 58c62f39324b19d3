import { createApi } from './api.ts'
import { chosenGuest, tokenOfGuest } from './guests.ts'
import { openHost } from './host.ts'
import { keyInAddress, pageOf, pagesIn } from './pages.ts'

/** Asks who somebody is, and what they came for, while that which draws it is still on its way. */
async function begin(): Promise<void> {
  const drawing = import('./app.tsx')
  const host = await openHost()
  const guest = chosenGuest()
  const token = host.token ?? (guest ? tokenOfGuest(guest) : undefined)
  // A person who puts it in a channel reads nothing yet.
  const api = token && !host.choose ? createApi(token, host.language) : undefined
  if (api) {
    const { load, reads } = pageOf(pagesIn(host.place), keyInAddress() || host.page || '')
    load().catch(() => {})
    for (const path of ['/api/me', ...reads]) api.ahead(path)
  }
  const { draw } = await drawing
  draw({ host, api })
}

// Not waited for at the top: what draws needs files of this one, which would wait for each other for ever.
void begin()
