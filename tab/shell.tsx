import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { WhoShown } from '../bot/http/me.ts'
import { createApi, Refusal } from './api.ts'
import { Panel } from './kit/layout.tsx'
import { useLoaded } from './kit/loaded.ts'
import { useOnline } from './kit/online.ts'
import { Failed, Waiting } from './kit/states.tsx'
import { Menu } from './menu.tsx'
import { pagesOf } from './pages.ts'
import { LanguageContext, SessionContext, useSession, useWords } from './session.ts'
import { usePage } from './use-page.ts'
import { shellWords } from './words/shell.ts'

const useStyles = makeStyles({
  whole: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  main: {
    boxSizing: 'border-box',
    maxWidth: '1200px',
    margin: '0 auto',
    padding: '32px',
    outlineStyle: 'none',
    '@media (max-width: 760px)': { padding: '16px' },
  },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** Around every page: who it is for, where else one can go, and what holds everywhere. */
export function Shell({ token, page }: { token(): Promise<string>; page: string | undefined }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  const [heard, say] = useState('')
  const drafts = useRef(new Map<string, unknown>()).current
  const api = useMemo(() => createApi(token), [token])
  const loaded = useLoaded(useCallback(() => api.get<WhoShown>('/api/me'), [api]))
  const who = loaded.kind === 'done' ? loaded.value : undefined
  const session = useMemo(() => who && { api, who, language, say, drafts }, [api, who, language, drafts])
  const isOnline = useOnline()

  return (
    <div className={styles.whole}>
      {!isOnline && (
        <MessageBar intent="warning">
          <MessageBarBody>{words.offline}</MessageBarBody>
        </MessageBar>
      )}
      {session ? (
        <SessionContext value={session}>
          <Opened asked={page} />
        </SessionContext>
      ) : (
        <main className={styles.main}>
          {loaded.kind === 'failed' ? <Turned error={loaded.error} again={loaded.again} /> : <Waiting />}
        </main>
      )}
      <div role="status" className={styles.heard}>
        {heard}
      </div>
    </div>
  )
}

function Opened({ asked }: { asked: string | undefined }) {
  const styles = useStyles()
  const pages = pagesOf(useSession().who)
  const open = usePage(pages, asked)
  return (
    <>
      <Menu pages={pages} open={open} />
      <main className={styles.main}>
        <Suspense fallback={<Waiting />}>
          <open.Shown key={open.key} />
        </Suspense>
      </main>
    </>
  )
}

/** Nobody on the roster, or something of ours that does not work. */
function Turned({ error, again }: { error: unknown; again(): void }) {
  const words = useWords(shellWords)
  if (error instanceof Refusal && (error.status === 404 || error.status === 403))
    return <Panel title={words.unknown}>{words.unknownText}</Panel>
  return <Failed again={again} />
}
