import type { Browser, Frame, Page } from 'playwright-core'
import type { Town } from './town.ts'

/** Teams shows the tab in a frame of its own page. */
const TEAMS = 'https://teams.microsoft.com'
const TAB = 'https://tab.example'
const GUEST = '0f000000-0000-4000-8000-00000000000f'

export type Theme = 'default' | 'dark' | 'contrast'

export interface Look {
  /** As whom, by name; none is an address that Teams never opened. */
  as: string
  /** As somebody of the same tenant who is not on the roster. */
  guest?: true
  language?: 'nl' | 'en'
  theme?: Theme
  width?: number
  height?: number
  /** The page that a deep link asks for. */
  page?: string
  /** In a channel, where the tab is called by the page that was chosen; or while somebody chooses it. */
  channel?: { page: string } | 'choosing'
  /** The same beside a meeting. */
  meeting?: { page: string } | 'choosing'
  /** Where the frame is, when it is not Teams. */
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
  /** Somebody presses the button of Teams that saves a tab in a channel. Gives what the tab said of itself. */
  save(): Promise<Record<string, string>>
  close(): Promise<void>
}

/** Teams as far as a tab can see it: it answers the messages of teams-js, and signs in without asking. */
export async function openInTeams(browser: Browser, town: Town, look: Look): Promise<Shown> {
  const {
    as,
    guest,
    language = 'nl',
    theme = 'default',
    width = 1200,
    height = 900,
    page: asked = '',
    channel,
    meeting,
    host = TEAMS,
  } = look
  const contrast = theme === 'contrast'
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    deviceScaleFactor: 2,
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
  await page.exposeFunction('tokenOf', () =>
    (guest ? town.entra.token({ tid: town.tenant, oid: GUEST }) : town.tokenOf(as)).replace('Bearer ', ''),
  )
  const about = { locale: language, theme, subEntityId: asked, hostClientType: 'web', ...standing(channel, meeting) }
  await page.route(`${host}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostPage(about) }))
  await page.goto(`${host}/`)
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('the tab has no frame')
  return {
    page,
    frame,
    errors,
    asked: addresses,
    async theme(name) {
      await page.emulateMedia({ forcedColors: name === 'contrast' ? 'active' : 'none' })
      await page.evaluate((to) => Object(window).themed(to), name)
      await frame.locator(`html[data-theme=${NAMES[name]}]`).waitFor()
    },
    save: () => page.evaluate('saved()'),
    async close() {
      // What is fetched ahead may be on its way still.
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await context.close()
    },
  }
}

/** How the tab calls the looks of Teams. */
const NAMES: Record<Theme, string> = { default: 'light', dark: 'dark', contrast: 'contrast' }

/** Where Teams says that the tab is. */
const standing = (channel: Look['channel'], meeting: Look['meeting']) => {
  const chosen = channel ?? meeting
  return {
    frameContext: chosen === 'choosing' ? 'settings' : meeting ? 'sidePanel' : 'content',
    ...(channel && { channelId: '19:kanaal@thread.tacv2', channelName: 'Algemeen' }),
    ...(meeting && { meetingId: 'MCMxOTptZWV0aW5n', chatId: '19:meeting_x@thread.v2' }),
    entityId: chosen && chosen !== 'choosing' ? chosen.page : 'leermoment',
  }
}

const RUNTIME = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: {},
  supports: { pages: { config: {} } },
})

const hostPage = (about: object) => `<!doctype html><html lang="en"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<script>
const about = ${JSON.stringify(about)}
const answers = {
  initialize: () => [about.frameContext, 'web', ${JSON.stringify(RUNTIME)}, '2.58.0'],
  getContext: () => [about],
  'settings.setValidityState': ([isValid]) => { mayBeSaved = isValid },
  'settings.setSettings': ([settings]) => { kept = settings; return [true] },
  'settings.save.success': () => tell('saved'),
  'settings.save.failure': () => tell('not saved'),
  'authentication.getAuthToken': async () => [true, await tokenOf()],
}
addEventListener('message', async ({ data, source, origin }) => {
  if (origin !== ${JSON.stringify(TAB)}) return
  const answer = answers[data.func]
  const args = answer && (await answer(data.args))
  if (args) source.postMessage({ id: data.id, uuid: data.uuid, args }, origin)
})
let mayBeSaved = false
let kept
let tell
const told = (func, args) =>
  document.querySelector('iframe').contentWindow.postMessage({ func, args }, ${JSON.stringify(TAB)})
window.themed = (theme) => told('themeChange', [theme])
window.saved = async () => {
  if (!mayBeSaved) throw new Error('Teams shows no button to save yet')
  const how = await new Promise((resolve) => { tell = resolve; told('settings.save', [{}]) })
  return { how, ...kept }
}
</script>
<iframe title="Leermoment" src="${TAB}/tab/"></iframe></html>`
