import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js'
import type { Language } from '../services/core/ports.ts'
import type { Place } from './place.ts'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** Where the page is shown: in Teams, or in a browser by itself. */
export interface Host {
  language: Language
  theme: ThemeName
  /** The page that a link asked for, as the link writes it: the code that reads it checks that it exists. */
  page: string | undefined
  /** What shows who somebody is; undefined outside Teams, where nobody knows. */
  token: (() => Promise<string>) | undefined
  themed(changed: (theme: ThemeName) => void): void
  place: Place
  /** Only while somebody puts it in a channel or a meeting: takes what they chose so far, and lets Teams save it. */
  choose: ((page: ChosenPage) => void) | undefined
}

export interface ChosenPage {
  key: string
  title: string
}

const THEMES: Record<string, ThemeName> = { default: 'light', dark: 'dark', contrast: 'contrast' }

const themeOf = (name: string): ThemeName => THEMES[name] ?? 'light'
const languageOf = (locales: readonly string[]): Language =>
  locales.some((locale) => /^nl\b/i.test(locale)) ? 'nl' : 'en'

/** A page by itself has no parent; the older clients of Teams on a phone have an interface of their own. */
const isInTeams = () => window.parent !== window || 'nativeInterface' in window

export async function openHost(): Promise<Host> {
  if (!isInTeams()) return openBrowser()
  await app.initialize()
  const context = await app.getContext()
  const place = context.meeting ? 'meeting' : context.channel ? 'channel' : 'own'
  app.notifySuccess()
  return {
    language: languageOf([context.app.locale]),
    theme: themeOf(context.app.theme),
    // In a channel or a meeting the tab is named by the page that was chosen for it.
    page: context.page.subPageId || (place === 'own' ? undefined : context.page.id),
    token: () => authentication.getAuthToken(),
    themed: (changed) => app.registerOnThemeChangeHandler((name) => changed(themeOf(name))),
    place,
    choose: context.page.frameContext === FrameContexts.settings ? chooser() : undefined,
  }
}

/** Teams asks what to save when somebody presses its own button, which it shows once there is something to save. */
function chooser() {
  let chosen: ChosenPage | undefined
  pages.config.registerOnSaveHandler((saving) => {
    if (!chosen) return saving.notifyFailure()
    const { key, title } = chosen
    const contentUrl = new URL('./', window.location.href).href
    pages.config.setConfig({ entityId: key, contentUrl, suggestedDisplayName: title }).then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure(),
    )
  })
  return (page: ChosenPage) => {
    chosen = page
    pages.config.setValidityState(true)
  }
}

function openBrowser(): Host {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(forced-colors: active)')
  const theme = (): ThemeName => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light')
  return {
    language: languageOf(navigator.languages),
    theme: theme(),
    page: undefined,
    token: undefined,
    place: 'own',
    choose: undefined,
    themed(changed) {
      for (const query of [dark, contrast]) query.addEventListener('change', () => changed(theme()))
    },
  }
}
