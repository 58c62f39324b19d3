import { type ComponentType, lazy } from 'react'
import type { WhoShown } from '../bot/http/me.ts'
import type { InLanguages } from './words/languages.ts'

/** One page of the tab. Its file is loaded when it is opened. */
export interface Page {
  /** How it stands in an address and in a deep link. */
  key: string
  title: InLanguages<string>
  isFor(who: WhoShown): boolean
  Shown: ComponentType
}

/** Every page, in the order of the menu: a new page is one more entry, and a folder of its own. */
export const PAGES: readonly Page[] = [
  {
    key: 'mijn-leren',
    title: { nl: 'Mijn leren', en: 'My learning' },
    isFor: () => true,
    Shown: lazy(() => import('./pages/my-learning/page.tsx')),
  },
  {
    key: 'kennisbank',
    title: { nl: 'Kennisbank', en: 'Knowledge bank' },
    isFor: () => true,
    Shown: lazy(() => import('./pages/knowledge/page.tsx')),
  },
  {
    key: 'leerpuls',
    title: { nl: 'Leerpuls', en: 'Learning pulse' },
    isFor: ({ hasPulses }) => hasPulses,
    Shown: lazy(() => import('./pages/pulse/page.tsx')),
  },
  {
    key: 'vragen-afstemmen',
    title: { nl: 'Vragen afstemmen', en: 'Tune the questions' },
    isFor: ({ roles }) => roles.includes('hr'),
    Shown: lazy(() => import('./pages/tuning/page.tsx')),
  },
  {
    key: 'beheer',
    title: { nl: 'Beheer', en: 'Administration' },
    isFor: ({ roles }) => roles.includes('admin') || roles.includes('works-council'),
    Shown: lazy(() => import('./pages/steering/page.tsx')),
  },
]

/** The pages that are for this person. */
export const pagesOf = (who: WhoShown) => PAGES.filter(({ isFor }) => isFor(who))
