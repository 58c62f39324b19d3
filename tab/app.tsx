import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Host } from './host.ts'
import { LanguageContext } from './session.ts'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'
import { THEMES } from './themes.ts'

/** The whole tab: as Teams looks, in the language of Teams. */
export function App({ host }: { host: Host }) {
  const [theme, setTheme] = useState(host.theme)
  useEffect(() => host.themed(setTheme), [host])
  useEffect(() => {
    document.documentElement.lang = host.language
    document.documentElement.dataset.theme = theme
  }, [host, theme])

  return (
    <FluentProvider theme={THEMES[theme]} style={{ colorScheme: theme === 'light' ? 'light' : 'dark' }}>
      <LanguageContext value={host.language}>
        {host.token ? <Shell token={host.token} page={host.page} /> : <SignIn />}
      </LanguageContext>
    </FluentProvider>
  )
}
