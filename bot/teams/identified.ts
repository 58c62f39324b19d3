import type { Instant, Language } from '../../services/core/ports.ts'
import type { Turn } from '../turn.ts'
import type { Activity } from './activity.ts'

/** Who it is as far as a turn has to know, and when they were erased, if they were. */
export type Identified = Pick<Turn, 'person' | 'language' | 'actor' | 'stands'> & { forgotten?: Instant }

/** Who this is on the roster; undefined for a stranger. */
export type Identify = (tenant: string, objectId: string) => Promise<Identified | undefined>

/** The language of their Teams, for who is not known. */
export const languageOf = ({ locale }: Activity): Language => (locale?.toLowerCase().startsWith('en') ? 'en' : 'nl')
