import type { ComponentType } from 'react'
import type { WhoShown } from '../bot/http/who.ts'
import type { Place } from './place.ts'
import type { InLanguages } from './words/languages.ts'

/** Where a page stands in the menu: what is one's own, what is of all, and what comes with a role. */
export const GROUPS = ['mine', 'together', 'role'] as const
export type Group = (typeof GROUPS)[number]

/** One page of the tab. Its file is loaded when it is opened. */
export interface Page {
  /** Its name in an address and in a deep link. */
  key: string
  title: InLanguages<string>
  group: Group
  isFor(who: WhoShown): boolean
  /** It may stand in a channel: nothing on it is of one person. */
  isForChannels?: true
  /** It may stand beside a meeting: there is nothing on it but what a decision told its block. */
  isForMeetings?: true
  /** What it reads first of all: asked for while its file is still on its way. */
  reads: readonly string[]
  load(): Promise<{ default: ComponentType }>
}

/** Every page, in the order of the menu: a new page is one more entry, and a folder of its own. */
export const PAGES: readonly Page[] = [
  {
    key: 'wat-loopt-er',
    title: { nl: 'Wat loopt er', en: 'What is running' },
    group: 'mine',
    isFor: () => true,
    reads: ['/api/me/running'],
    load: () => import('./pages/running/page.tsx'),
  },
  {
    key: 'mijn-leren',
    title: { nl: 'Mijn leren', en: 'My learning' },
    group: 'mine',
    isFor: () => true,
    reads: ['/api/me/moments', '/api/me/intentions', '/api/me/asks', '/api/me/kept'],
    load: () => import('./pages/my-learning/page.tsx'),
  },
  {
    key: 'besluiten',
    title: { nl: 'Dit doen we', en: 'What we do' },
    group: 'together',
    isFor: () => true,
    isForMeetings: true,
    reads: ['/api/me/decisions'],
    load: () => import('./pages/decisions/page.tsx'),
  },
  {
    key: 'potloodlijst',
    title: { nl: 'Potloodlijst', en: 'Barrier list' },
    group: 'together',
    isFor: () => true,
    reads: ['/api/me/barriers'],
    load: () => import('./pages/barriers/page.tsx'),
  },
  {
    key: 'kennisbank',
    title: { nl: 'Kennisbank', en: 'Knowledge bank' },
    group: 'together',
    isFor: () => true,
    isForChannels: true,
    reads: ['/api/me/knowledge'],
    load: () => import('./pages/knowledge/page.tsx'),
  },
  {
    key: 'kenniskapitaal',
    title: { nl: 'Kenniskapitaal', en: 'Knowledge capital' },
    group: 'together',
    isFor: () => true,
    isForChannels: true,
    reads: ['/api/me/capital'],
    load: () => import('./pages/capital/page.tsx'),
  },
  {
    key: 'leerpuls',
    title: { nl: 'Leerpuls', en: 'Learning pulse' },
    group: 'role',
    isFor: ({ hasPulses }) => hasPulses,
    reads: ['/api/manager/pulses'],
    load: () => import('./pages/pulse/page.tsx'),
  },
  {
    key: 'vragen-afstemmen',
    title: { nl: 'Vragen afstemmen', en: 'Tune the questions' },
    group: 'role',
    isFor: ({ roles }) => roles.includes('hr'),
    reads: ['/api/hr/prompts', '/api/hr/proposals', '/api/hr/steps'],
    load: () => import('./pages/tuning/page.tsx'),
  },
  {
    key: 'beheer',
    title: { nl: 'Beheer', en: 'Administration' },
    group: 'role',
    isFor: ({ roles }) => roles.includes('admin') || roles.includes('works-council'),
    // Not the same for an administrator and the works council.
    reads: [],
    load: () => import('./pages/steering/page.tsx'),
  },
]

/** A person who is not known yet. */
const ANYBODY: WhoShown = { name: '', team: '', manages: false, hasPulses: false, roles: [] }

const IN_PLACE: Record<Place, readonly Page[]> = {
  own: PAGES,
  channel: PAGES.filter(({ isForChannels }) => isForChannels),
  meeting: PAGES.filter(({ isForMeetings }) => isForMeetings),
}

/** The pages that may stand in this place, for any reader. */
export const pagesIn = (place: Place) => IN_PLACE[place]

/** The pages that are for this person, here; for whom is not known yet, those that are for everybody. */
export const pagesOf = (who: WhoShown = ANYBODY, place: Place = 'own') =>
  pagesIn(place).filter(({ isFor }) => isFor(who))

/** The page as the address names it, which may be nothing. What stands behind it is one thing on that page. */
export const keyInAddress = () => window.location.hash.replace(/^#\/?/, '')

/** What stands behind the page in an address: one thing on it. */
export const thingIn = (key: string): string | undefined => key.split('/')[1] || undefined

/** The page with this name among these; else the first of them. */
export function pageOf(pages: readonly Page[], key: string): Page {
  const [name] = key.split('/')
  const open = pages.find((page) => page.key === name) ?? pages[0]
  if (!open) throw new Error('there is no page for this person')
  return open
}
