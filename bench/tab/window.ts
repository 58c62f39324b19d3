import type { Browser, Page } from 'playwright-core'

/** What the tools of Chromium call fast 3G, and a machine four times as slow as this one. */
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const SLOW_CPU = 4

/** How the Playground remembers, in this window alone, as whom somebody looks. */
const CHOSEN = 'leermoment.guest'

export interface Looking {
  page: Page
  /** Ends what slows the network; the machine stays slow. */
  online(): Promise<void>
  close(): Promise<void>
}

/** A new window with nothing in its cache, on a slow machine behind a slow network. */
export async function openWindow(browser: Browser, person?: string): Promise<Looking> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'nl' })
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  if (person) await page.addInitScript(`sessionStorage.setItem('${CHOSEN}', '${person}')`)
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', FAST_3G)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
  return {
    page,
    async online() {
      await tools.send('Network.emulateNetworkConditions', {
        ...FAST_3G,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      })
    },
    close: () => context.close(),
  }
}

/** What the browser itself notes of paints and interactions, from the first moment on. */
const WATCH = `
window.paints = []
window.presses = []
new PerformanceObserver((list) => {
  for (const { startTime, size, element } of list.getEntries())
    window.paints.push({ at: startTime, size, text: (element?.textContent ?? '').slice(0, 60) })
}).observe({ type: 'largest-contentful-paint', buffered: true })
new PerformanceObserver((list) => {
  for (const { interactionId, duration, name } of list.getEntries())
    if (interactionId) window.presses.push({ id: interactionId, ms: duration, name })
}).observe({ type: 'event', durationThreshold: 16, buffered: true })
`
