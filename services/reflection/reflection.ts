import { everything } from '../core/everything.ts'
import type { Clock, Language, PersonId, Secrets, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { clean } from '../core/text.ts'
import { instant, type Week, weekOf } from '../core/time.ts'
import { forThePulse } from './for-the-pulse.ts'
import { type Counted, counted, type Entry, type Moment, moments, type Place, pageOf } from './moment.ts'
import { ANSWER_LIMIT, type AnswerInput, type Sharing } from './schema.ts'

/** The question of one person in one week: its id is also the id of the moment that answers it. */
export interface Question {
  id: string
  week: Week
  prompt: { id: string; version: number }
  /** An answer to this one is for its author alone: it can be shared with nobody and is not counted. */
  journalOnly: boolean
  /** The message it was sent in, as the channel names it. */
  message?: string
}

/** What an answer is about, as the question says, or the moment once that question is no longer remembered. */
type About = Pick<Question, 'week'> & Partial<Pick<Question, 'prompt' | 'journalOnly'>>

/** A pulse reader, as the person sees them when asked for consent. */
export interface Reader {
  id: PersonId
  name: string
}

export interface Saved {
  kind: 'saved'
  moment: Moment
  counted: Counted
}
/** The text and the readers that a person has to see before the text may go near a pulse. */
export interface AsksConsent {
  kind: 'asks-consent'
  moment: Moment
  readers: Reader[]
  /** Stands for exactly these readers: a yes is only to the ones that were shown. */
  seen: string
}
export type Answered =
  | Saved
  | AsksConsent
  | { kind: 'too-long'; text: string; limit: number }
  | { kind: 'empty' }
  | { kind: 'removed' }
  | { kind: 'not-yours' }

/** Who is answering, and what holds for them at this moment. */
export interface Author {
  tenant: string
  person: PersonId
  language: Language
  /** Read already, in this same turn. */
  stands?: Standing
  /** The message with the card that they filled in. */
  seenIn?: string
}

/** What holds for an author whatever they write. */
export interface Standing {
  counting: boolean
  reads: boolean
  /** Asked less often than every week. */
  seldom?: boolean
  /** Not asked in this week. */
  rests?: boolean
}

export interface ReflectionPorts {
  store: Store
  clock: Clock
  secrets: Secrets
  /** The question with this id, if it was put to this person. */
  questionOf(tenant: string, person: PersonId, id: string, seenIn?: string): Promise<Question | undefined>
  /** Whether this person lets their ticks be counted, and whether they read any pulse. */
  standing(tenant: string, person: PersonId): Promise<Standing>
  /** Who would read a pulse that this person's words are in. */
  readersOf(tenant: string, person: PersonId): Promise<Reader[]>
  share(moment: Moment): Promise<void>
  unshare(moment: Moment): Promise<void>
  /** Its quote no longer waits for a pulse. */
  withdraw(moment: Moment): Promise<void>
}

const REMEMBERED = 12
/** Begins the id of a moment without a question. */
export const OWN = 'own-'

/** Moments: written, read back, changed, shared and taken back by the one person they belong to. */
export function reflection(ports: ReflectionPorts) {
  const { clock, secrets } = ports
  const all = moments(ports.store)

  const standsOf = async ({ tenant, person, stands }: Author): Promise<Standing> =>
    stands ?? ports.standing(tenant, person)

  const standing = async (author: Author, week: Week, sharing: Sharing): Promise<Counted> =>
    verdictOn(await standsOf(author), week, sharing)

  const verdictOn = (stands: Standing, week: Week, sharing: Sharing): Counted =>
    counted({ ...stands, sharing, late: week !== weekOf(clock.now()) })

  /** The knowledge bank follows the moment, never the other way round, also when it changed while being shared. */
  async function settle(moment: Moment, stands: Standing): Promise<Saved> {
    if (moment.sharing !== 'colleagues') {
      // A first revision was never shared.
      if (moment.revision > 1) await ports.unshare(moment)
    } else {
      await ports.share(moment)
      const now = await all.get(moment)
      if (!now) await ports.unshare(moment)
      else if (now.revision !== moment.revision) return settle(now, stands)
    }
    return { kind: 'saved', moment, counted: verdictOn(stands, moment.week, moment.sharing) }
  }

  async function present(
    { tenant, person }: Pick<Author, 'tenant' | 'person'>,
    id: string,
  ): Promise<Moment | undefined> {
    const moment = await all.get({ tenant, person, id })
    return moment?.removed ? undefined : moment
  }

  /** The same press again has the same mark. */
  const markOf = ({ moment, revision, text, how, sharing }: AnswerInput) =>
    secrets.hmac('answer', moment, revision, clean(text), how, sharing)

  async function write(author: Author, input: AnswerInput, about: About, known?: Moment): Promise<Answered> {
    const text = clean(input.text)
    if (!text) return { kind: 'empty' }
    if (text.length > ANSWER_LIMIT) return { kind: 'too-long', text, limit: ANSWER_LIMIT }
    const { tenant, person, language } = author
    const { week, prompt, journalOnly = false } = about
    // Words for the pulse wait at the author's own desk until the author has seen the readers' names.
    const sharing = input.sharing === 'pulse' || journalOnly ? 'self' : input.sharing
    // First taken back, then written: a crash in between never leaves public what was made private.
    if (known?.sharing === 'colleagues' && sharing !== 'colleagues') await ports.unshare(known)
    if (known?.sharing === 'pulse') await ports.withdraw(known)
    const stands = await standsOf(author)
    const verdict = verdictOn(stands, week, sharing)
    const { how } = input
    const mark = markOf(input)
    const key = { tenant, person, id: input.moment }
    const decide = (current: Moment | undefined): Moment | undefined => {
      if (current?.applied.includes(mark)) return undefined
      const {
        how: _how,
        readers: _readers,
        removed: _removed,
        ...kept
      } = current ?? { written: instant(clock.now()), revision: 0, applied: [] as string[] }
      return {
        ...kept,
        ...{ tenant, person, id: input.moment, week, language, text, sharing },
        ...(prompt && { prompt }),
        ...(journalOnly && { journalOnly }),
        ...(how && { how }),
        counts: verdict === 'counted' && !journalOnly,
        changed: instant(clock.now()),
        revision: kept.revision + 1,
        applied: [...kept.applied, mark].slice(-REMEMBERED),
      }
    }
    const { doc } = await change(all, key, decide, { current: known })
    if (!doc || doc.removed) return { kind: 'removed' }
    const saved = await settle(doc, stands)
    const asksConsent = input.sharing === 'pulse' && doc.sharing === 'self' && !journalOnly
    return asksConsent ? askConsent(author, doc) : saved
  }

  const readersMark = (readers: Reader[]) => secrets.hmac('readers', ...readers.map(({ id }) => id)).slice(0, 12)

  async function askConsent({ tenant, person }: Author, moment: Moment): Promise<AsksConsent> {
    const readers = await ports.readersOf(tenant, person)
    return { kind: 'asks-consent', moment, readers, seen: readersMark(readers) }
  }

  /** Bound to its author, so that a colleague's card is refused. */
  const ownId = ({ tenant, person }: Author, turn: string) =>
    `${OWN}${turn}-${secrets.hmac('own', tenant, person, turn).slice(0, 12)}`

  /** A moment of one's own that could not be kept the first time: its id shows whose it is. */
  function ownAbout(author: Author, id: string): About | undefined {
    const isOwn = id.startsWith(OWN) && id === ownId(author, id.slice(OWN.length, id.lastIndexOf('-')))
    return isOwn ? { week: weekOf(clock.now()) } : undefined
  }

  /** Answers a question, or changes the answer. A press that arrives again changes nothing. */
  async function answer(author: Author, input: AnswerInput): Promise<Answered> {
    const known = await all.get({ tenant: author.tenant, person: author.person, id: input.moment })
    const about =
      (await ports.questionOf(author.tenant, author.person, input.moment, author.seenIn)) ??
      known ??
      ownAbout(author, input.moment)
    return about ? write(author, input, about, known) : { kind: 'not-yours' }
  }

  const journal = async (tenant: string, person: PersonId): Promise<Entry[]> => {
    const moments = await everything(all, { tenant, person }, 'written')
    const entries = moments.map((moment, place) => ({ number: place + 1, moment }))
    return entries.filter(({ moment }) => !moment.removed).reverse()
  }

  return {
    ownId,
    answer,

    /** Changes what was seen. What changed meanwhile, on another screen, stays as it is there. */
    async amend(author: Author, input: AnswerInput): Promise<Answered | { kind: 'changed-meanwhile' }> {
      const known = await present(author, input.moment)
      if (!known) return { kind: 'not-yours' }
      const isSeen = String(known.revision) === input.revision || known.applied.includes(markOf(input))
      return isSeen ? answer(author, input) : { kind: 'changed-meanwhile' }
    },

    /** A moment without a question: kept for its author alone until they choose otherwise. */
    note(author: Author, turn: string, text: string): Promise<Answered> {
      const input: AnswerInput = { moment: ownId(author, turn), revision: '0', text, how: '', sharing: 'self' }
      return write(author, input, { week: weekOf(clock.now()) })
    },

    /** The person saw the exact text and these readers' names, and agreed to this revision; other readers are asked anew. */
    async consent(
      author: Author,
      id: string,
      revision: number,
      seen: string,
    ): Promise<Saved | AsksConsent | { kind: 'changed-meanwhile' } | { kind: 'not-yours' }> {
      const { tenant, person } = author
      const readers = await ports.readersOf(tenant, person)
      const shown = await present(author, id)
      if (shown && !shown.journalOnly && seen !== readersMark(readers)) return askConsent(author, shown)
      const { doc } = await change(all, { tenant, person, id }, (known): Moment | undefined =>
        known && !known.removed && !known.journalOnly && known.revision === revision && known.sharing !== 'pulse'
          ? { ...known, sharing: 'pulse', readers: readers.map((reader) => reader.id), revision: revision + 1 }
          : undefined,
      )
      if (!doc || doc.journalOnly) return { kind: 'not-yours' }
      return doc.sharing === 'pulse' ? settle(doc, await standsOf(author)) : { kind: 'changed-meanwhile' }
    },

    of: present,

    /** Was anything written about it, also when that was removed since? */
    isTouched: async (tenant: string, person: PersonId, id: string): Promise<boolean> =>
      (await all.get({ tenant, person, id })) !== undefined,

    askConsent,

    /** For its author alone from now on: first taken back, then written. */
    async keepPrivate({ tenant, person }: Author, id: string): Promise<Moment | undefined> {
      const known = await present({ tenant, person }, id)
      if (known?.sharing === 'colleagues') await ports.unshare(known)
      if (known?.sharing === 'pulse') await ports.withdraw(known)
      const { doc } = await change(all, { tenant, person, id }, (current): Moment | undefined => {
        if (!current || current.removed || current.sharing === 'self') return undefined
        const { readers: _readers, ...kept } = current
        return { ...kept, sharing: 'self', revision: kept.revision + 1, changed: instant(clock.now()) }
      })
      return doc?.removed ? undefined : doc
    },

    /** The journal of one person, newest first. */
    journal,

    page: async ({ tenant, person }: Pick<Author, 'tenant' | 'person'>, place: Place) =>
      pageOf(await journal(tenant, person), place),

    /** The moment this person touched last: what "it" means right after it was saved. */
    async lastTouched(tenant: string, person: PersonId): Promise<Moment | undefined> {
      const moments = await everything(all, { tenant, person }, 'changed')
      return moments.filter(({ removed }) => !removed).at(-1)
    },

    async remove(author: Pick<Author, 'tenant' | 'person'>, id: string): Promise<'removed' | 'gone'> {
      const known = await present(author, id)
      if (!known) return 'gone'
      await ports.unshare(known)
      if (known.sharing === 'pulse') await ports.withdraw(known)
      await change(all, known, (current): Moment => {
        const { how: _how, readers: _readers, ...kept } = current ?? known
        return { ...kept, text: '', sharing: 'self', counts: false, removed: true, revision: kept.revision + 1 }
      })
      return 'removed'
    },

    standing,
    ...forThePulse(all),

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const moment of await everything(all, { tenant, person }, 'written')) {
        await ports.unshare(moment)
        await all.remove({ tenant, person, id: moment.id })
      }
    },
  }
}

export type Reflection = ReturnType<typeof reflection>
