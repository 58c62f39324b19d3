import { FluentProvider } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { type Api, createApi } from './api.ts'
import { chooseGuest, tokenOfGuest } from './guests.ts'
import type { Host } from './host.ts'
import { keyInAddress } from './pages.ts'
import { LanguageContext } from './session.ts'
import { fetchPage, Shell } from './shell.tsx'
import { THEMES } from './themes.ts'

const SignIn = lazy(() => import('./sign-in.tsx'))
const ForChannel = lazy(() => import('./for-channel.tsx'))

interface Begun {
  host: Host
  /** Asks as the person who is known already. Undefined when somebody has to be chosen first. */
  api: Api | undefined
}

export function draw(begun: Begun): void {
  fetchPage(keyInAddress() || begun.host.page || '')
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no root')
  createRoot(root).render(<App {...begun} />)
}

/** The whole tab: as Teams looks, in the language of Teams. */
function App({ host, api: known }: Begun) {
  const [theme, setTheme] = useState(host.theme)
  const [api, setApi] = useState(known)
  useEffect(() => host.themed(setTheme), [host])
  useEffect(() => {
    document.documentElement.lang = host.language
    document.documentElement.dataset.theme = theme
  }, [host, theme])
  const other = () => {
    chooseGuest('')
    setApi(undefined)
  }

  return (
    <FluentProvider theme={THEMES[theme]} style={{ colorScheme: theme === 'light' ? 'light' : 'dark' }}>
      <LanguageContext value={host.language}>
        {api ? (
          <Shell api={api} place={host.place} page={host.page} {...(!host.token && { other })} />
        ) : (
          <Suspense>
            {host.choose ? (
              <ForChannel place={host.place} choose={host.choose} />
            ) : (
              <SignIn chosen={(person) => setApi(createApi(tokenOfGuest(person), host.language))} />
            )}
          </Suspense>
        )}
      </LanguageContext>
    </FluentProvider>
  )
}
