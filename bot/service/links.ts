import type { Links } from '../insertion/feature.ts'

/** The tab of the app, as the manifest names it. */
const TAB = 'leermoment'

interface Where {
  /** The address of the tab, when somebody set one. */
  address: string | undefined
  /** The app registration: without it there is no Teams to lead to. */
  appId: string | undefined
}

/** Where the links in messages lead: into Teams, or to the page itself in the Playground, which has no Teams. */
export function linksTo({ address, appId }: Where): Links | undefined {
  const home = address && new URL('/tab/', address)
  const local = (page: string) => (home ? `${home.href}#/${page}` : '')
  const chat = appId ? `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}` : local('')
  if (!chat) return undefined
  return {
    chat: () => chat,
    page(page) {
      if (!appId) return local(page)
      if (!home) return chat
      const context = encodeURIComponent(JSON.stringify({ subEntityId: page }))
      return `https://teams.microsoft.com/l/entity/${appId}/${TAB}?webUrl=${encodeURIComponent(local(page))}&context=${context}`
    },
    pageIn(given) {
      const url = URL.parse(given)
      if (!home || !url || url.origin !== home.origin || !/^\/tab\/?$/.test(url.pathname)) return undefined
      const page = url.hash.replace(/^#\/?/, '')
      return /^[\w-]{1,64}(\/[\w-]{1,200})?$/.test(page) ? page : undefined
    },
  }
}
