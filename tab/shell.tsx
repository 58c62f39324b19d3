import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { WhoShown } from '../bot/http/who.ts'
import { type Api, Refusal } from './api.ts'
import { arriveIn, useFocusKept } from './kit/focus-kept.ts'
import { HEARD } from './kit/hidden.ts'
import { later } from './kit/later.tsx'
import { Panel } from './kit/layout.tsx'
import { useLoaded } from './kit/loaded.ts'
import { useOnline } from './kit/online.ts'
import { Failed, Waiting } from './kit/states.tsx'
import { Menu, RAIL } from './menu.tsx'
import { keyInAddress, PAGES, pageOf, pagesOf, thingIn } from './pages.ts'
import type { Place } from './place.ts'
import { LanguageContext, SessionContext, useSession, useWords } from './session.ts'
import { usePage } from './use-page.ts'
import { shellWords } from './words/shell.ts'

const useStyles = makeStyles({
  whole: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  beside: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', [RAIL]: { display: 'block' } },
  main: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1200px',
    margin: '0 auto',
    padding: '32px',
    '@media (max-width: 760px)': { padding: '16px' },
  },
  heard: HEARD,
  // Above the window, until somebody comes there by keyboard.
  // Its ring is the browser's: who comes from Teams by keyboard pressed no key here yet, and Fluent would draw none.
  skip: {
    position: 'absolute',
    top: '8px',
    left: '8px',
    zIndex: 1,
    ':not(:focus-visible)': { top: '-48px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  offline: {
    padding: '8px 32px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    '@media (max-width: 760px)': { padding: '8px 16px' },
  },
})

const SHOWN = new Map(PAGES.map(({ key, load }) => [key, later(load)]))

/** Fetches the page that will most likely be opened. */
export const fetchPage = (key: string) => SHOWN.get(pageOf(PAGES, key).key)?.fetch()

interface Given {
  api: Api
  place: Place
  /** The page that a link asked for. */
  page: string | undefined
  /** Lets somebody else look; absent where only one person can. */
  other?(): void
}

/** Around every page: who it is for, where else one can go, and what holds everywhere. */
export function Shell({ api, place, page, other }: Given) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  const [heard, say] = useState('')
  const drafts = useRef(new Map<string, unknown>([['asked-for', thingIn(keyInAddress() || page || '')]])).current
  const loaded = useLoaded(useCallback(() => api.get<WhoShown>('/api/me'), [api]))
  const who = loaded.kind === 'done' ? loaded.value : undefined
  const session = useMemo(
    () => ({ api, who, language, place, isShared: place !== 'own', say, drafts }),
    [api, who, language, place, drafts],
  )
  const isOnline = useOnline()

  return (
    <div className={styles.whole}>
      {!isOnline && (
        <div role="alert" className={styles.offline}>
          {words.offline}
        </div>
      )}
      <SessionContext value={session}>
        {loaded.kind === 'failed' ? (
          <main className={styles.main}>
            <Turned error={loaded.error} again={loaded.again} />
          </main>
        ) : (
          <Opened asked={page} {...(other && { other })} />
        )}
      </SessionContext>
      <div role="status" className={styles.heard}>
        {heard}
      </div>
    </div>
  )
}

/** A page that is for everybody does not wait until it is known who reads it. */
function Opened({ asked, other }: { asked: string | undefined; other?(): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const { who, place } = useSession()
  const pages = pagesOf(who, place)
  const { open, isAsked } = usePage(pages, asked)
  const Shown = SHOWN.get(open.key)
  const main = useRef<HTMLElement>(null)
  useFocusKept(main)
  return (
    <>
      <Button className={styles.skip} onClick={() => main.current && arriveIn(main.current)}>
        {words.skip}
      </Button>
      <div className={pages.length > 1 ? styles.beside : undefined}>
        <Menu pages={pages} open={open} {...(other && who && { other: { who: who.name, choose: other } })} />
        <main ref={main} className={styles.main}>
          {Shown && (who || isAsked) ? <Shown.Later key={open.key} /> : <Waiting />}
        </main>
      </div>
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
