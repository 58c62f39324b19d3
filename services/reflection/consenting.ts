import type { Language, PersonId, Secrets } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import type { Sign } from '../core/text/signs.ts'
import type { Author, Reader, Readership, Saved } from './author.ts'
import { type Moment, type Moments, present } from './moment.ts'
import type { Settling } from './settling.ts'

/**
 * What a person has to see before a text may go near a pulse, or before all colleagues read one that tells of somebody: the
 * text, who reads it, and by what somebody may be recognised.
 */
export interface AsksConsent {
  kind: 'asks-consent'
  audience: Audience
  moment: Moment
  readers: Reader[]
  /** The teams that read an answer to the pulse, where these are known. */
  teams?: string
  signs: Sign[]
  /** R37: these words stand as a quote already, or under a name: the other of the two would say whose the quote is. */
  elsewhere?: boolean
  /** Stands for exactly these readers, teams and signs: a yes is only to what was shown. */
  seen: string
}

export type Audience = 'pulse' | 'colleagues'
/** Begins what stands for a yes to all colleagues. */
const ALL = 'all-'

type Consented = Saved | AsksConsent | { kind: 'changed-meanwhile' } | { kind: 'not-yours' }

export interface ConsentingPorts {
  secrets: Secrets
  /** Who would read a pulse that this person's words are in. */
  readershipOf(tenant: string, person: PersonId): Promise<Readership>
  /** By what somebody may be recognised in a text, as far as it can be seen from here. */
  recognisable(tenant: string, text: string): Promise<Sign[]>
  /** Whether a sentence of this text waits or stands as a quote of this person, in another moment than this one. */
  standsAsQuote(of: { tenant: string; person: PersonId; moment: string }, text: string): Promise<boolean>
  /** Whether a sentence of this text can be read under somebody's name, as far as is at hand; before a yes is kept, for sure. */
  standsUnderName(tenant: string, text: string, language: Language, isSure: boolean): Promise<boolean>
  /** This person will have a quote from now on, for some time. */
  hasQuote(of: { tenant: string; person: PersonId }): Promise<void>
}

/** What a person has to see before others read a text. */
export function askingConsent(ports: ConsentingPorts) {
  /** The name of its author is with it: that few people use a word tells nothing more. */
  const tellsColleagues = async (tenant: string, text: string): Promise<Sign[]> =>
    (await ports.recognisable(tenant, text)).filter(({ kind }) => kind !== 'rare')

  async function askConsent(
    { tenant, person, language }: Author,
    moment: Moment,
    audience: Audience = 'pulse',
    isSure = false,
  ): Promise<AsksConsent> {
    const isPulse = audience === 'pulse'
    const { readers, teams }: Readership = isPulse ? await ports.readershipOf(tenant, person) : { readers: [] }
    const signs = isPulse ? await ports.recognisable(tenant, moment.text) : await tellsColleagues(tenant, moment.text)
    const { text, id } = moment
    const elsewhere = isPulse
      ? await ports.standsUnderName(tenant, text, language, isSure)
      : await ports.standsAsQuote({ tenant, person, moment: id }, text)
    const told = [
      ...readers.map(({ id }) => id),
      teams ?? '',
      ...signs.flatMap(({ kind, from, to }) => [kind, `${from}-${to}`]),
    ]
    const seen = ports.secrets.hmac('readers', ...told).slice(0, 12)
    const asks: AsksConsent = {
      kind: 'asks-consent',
      audience,
      moment,
      readers,
      signs,
      ...(elsewhere && { elsewhere }),
      seen: isPulse ? seen : ALL + seen,
    }
    return teams ? { ...asks, teams } : asks
  }

  /** Before all colleagues read it: that it tells of somebody, or that it stands as a quote. */
  const hasToSee = async ({ tenant, person }: Author, moment: string, text: string) =>
    (await tellsColleagues(tenant, text)).length > 0 || (await ports.standsAsQuote({ tenant, person, moment }, text))

  return { askConsent, hasToSee, hasQuote: ports.hasQuote }
}

export type AskingConsent = ReturnType<typeof askingConsent>

/** R9: consent for the pulse, per text, after it was seen as it will be shown; and to all colleagues, where it tells of somebody. */
export function consenting(
  all: Moments,
  { askConsent, hasQuote }: AskingConsent,
  { standsOf, standing, settle }: Settling,
) {
  /** Whether the ticks of a moment count that colleagues read. */
  const countsByName = async (author: Author, { week }: Moment) =>
    (await standing(author, week, 'colleagues')) === 'counted'

  /** The person saw this revision with these readers and signs, and agreed; where others hold now they are asked anew. */
  async function consent(author: Author, id: string, revision: number, seen: string): Promise<Consented> {
    const shown = await present(all, author, id)
    if (!shown || shown.journalOnly) return { kind: 'not-yours' }
    const asked = await askConsent(author, shown, seen.startsWith(ALL) ? 'colleagues' : 'pulse', true)
    if (asked.elsewhere || seen !== asked.seen) return asked
    const agreed: Pick<Moment, 'sharing'> & Partial<Moment> =
      asked.audience === 'pulse'
        ? { sharing: 'pulse', readers: asked.readers.map((reader) => reader.id) }
        : { sharing: 'colleagues', wasShared: true, counts: await countsByName(author, shown) }
    // Noted first: a crash in between leaves a note too many, never one too few.
    if (asked.audience === 'pulse') await hasQuote(author)
    const { doc } = await change(all, shown, (known): Moment | undefined => {
      if (!known || known.removed || known.journalOnly || known.revision !== revision) return undefined
      const isOpen = asked.audience === 'pulse' ? known.sharing !== 'pulse' : known.sharing === 'self'
      return isOpen ? { ...known, ...agreed, revision: revision + 1 } : undefined
    })
    if (!doc || doc.journalOnly) return { kind: 'not-yours' }
    if (doc.sharing !== agreed.sharing) return { kind: 'changed-meanwhile' }
    return settle(doc, await standsOf(author))
  }

  return { consent }
}
