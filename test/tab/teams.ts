import type { Browser, Frame, Page } from 'playwright-core'
import type { Town } from './town.ts'

/** Teams shows the tab in a frame of its own page. */
const TEAMS = 'https://teams.microsoft.com'
const TAB = 'https://tab.example'

export type Theme = 'default' | 'dark' | 'contrast'

export interface Look {
  /** As whom, by name; none is an address that Teams never opened. */
  as: string
  language?: 'nl' | 'en'
  theme?: Theme
  width?: number
  height?: number
  /** The page that a deep link asks for. */
  page?: string
  /** Where the frame stands, when it is not Teams. */
  host?: string
}

export interface Shown {
  page: Page
  frame: Frame
  /** What the page could not do, and what it complained of. */
  errors: string[]
  /** Every address that was asked. */
  asked: string[]
  /** Somebody changes the look of Teams while the tab is open. */
  theme(name: Theme): Promise<void>
  close(): Promise<void>
}

/** Teams as far as a tab can see it: it answers the messages of teams-js, and signs in without asking. */
export async function openInTeams(browser: Browser, town: Town, look: Look): Promise<Shown> {
  const { as, language = 'nl', theme = 'default', width = 1200, height = 900, page: asked = '', host = TEAMS } = look
  const contrast = theme === 'contrast'
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale: language, deviceScaleFactor: 2 },
    ...(contrast && { forcedColors: 'active' as const, colorScheme: 'dark' as const }),
  })
  const page = await context.newPage()
  const [errors, addresses]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => void errors.push(error.message))
  page.on('console', (line) => void (line.type() === 'error' && errors.push(line.text())))
  page.on('request', (request) => void addresses.push(request.url()))
  await page.route('**/*', (route) => route.abort())
  await page.route(`${TAB}/**`, async (route) => {
    const url = route.request().url().replace(TAB, town.url)
    await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) })
  })
  await page.exposeFunction('tokenOf', () => town.tokenOf(as).replace('Bearer ', ''))
  const about = { locale: language, theme, subEntityId: asked, hostClientType: 'web', frameContext: 'content' }
  await page.route(`${host}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostPage(about) }))
  await page.goto(`${host}/`)
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('the tab has no frame')
  return {
    ...{ page, frame, errors, asked: addresses },
    async theme(name) {
      await page.emulateMedia({ forcedColors: name === 'contrast' ? 'active' : 'none' })
      await page.evaluate((to) => Object(window).themed(to), name)
      await frame.locator(`html[data-theme=${NAMES[name]}]`).waitFor()
    },
    async close() {
      // What is still on its way when a page closes is nobody's any more.
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await context.close()
    },
  }
}

/** How the tab calls the looks of Teams. */
const NAMES: Record<Theme, string> = { default: 'light', dark: 'dark', contrast: 'contrast' }

const RUNTIME = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: {} })

const hostPage = (about: object) => `<!doctype html><html lang="en"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<script>
const about = ${JSON.stringify(about)}
const answers = {
  initialize: () => ['content', 'web', ${JSON.stringify(RUNTIME)}, '2.58.0'],
  getContext: () => [about],
  'authentication.getAuthToken': async () => [true, await tokenOf()],
}
addEventListener('message', async ({ data, source, origin }) => {
  if (origin !== ${JSON.stringify(TAB)}) return
  const answer = answers[data.func]
  if (answer) source.postMessage({ id: data.id, uuid: data.uuid, args: await answer() }, origin)
})
window.themed = (theme) =>
  document.querySelector('iframe').contentWindow.postMessage({ func: 'themeChange', args: [theme] }, ${JSON.stringify(TAB)})
</script>
<iframe title="Leermoment" src="${TAB}/tab/"></iframe></html>`
