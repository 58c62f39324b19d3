import { HOW } from '../core/how.ts'
import type { Clock, PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { clean } from '../core/text/clean.ts'
import { listOf } from '../core/ticks.ts'
import { instant, type Week, weekOf } from '../core/time.ts'
import type { Author, Saved, Standing } from './author.ts'
import { type AsksConsent, type ConsentingPorts, consenting } from './consenting.ts'
import { type Counted, counted, type Moment, type Moments } from './moment.ts'
import { ANSWER_LIMIT, type AnswerInput, type Sharing } from './schema.ts'
import { narrower, type Second, type SecondTexts, sharingOf, type UnsavedTexts } from './second-text.ts'

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

export type Answered =
  | Saved
  | AsksConsent
  | Second
  | { kind: 'too-long'; text: string; limit: number }
  | { kind: 'empty' }
  | { kind: 'removed' }
  | { kind: 'not-yours' }

export interface WritingPorts extends ConsentingPorts {
  clock: Clock
  unsaved: UnsavedTexts
  /** The question with this id, if it was put to this person. */
  questionOf(tenant: string, person: PersonId, id: string, seenIn?: string): Promise<Question | undefined>
  /** Whether this person lets their ticks be counted, and whether they manage anybody. */
  standing(tenant: string, person: PersonId): Promise<Standing>
  /** Whether this person reads a pulse, as a manager or in another role. */
  isReader(tenant: string, person: PersonId): Promise<boolean>
  share(moment: Moment): Promise<void>
  unshare(moment: Moment): Promise<void>
  /** Its quote no longer waits for a pulse. */
  withdraw(moment: Moment): Promise<void>
}

const REMEMBERED = 12
/** Begins the id of a moment without a question. */
export const OWN = 'own-'

/** The new text below the first. A person who was cut off after that, and chose again, does not get it twice. */
function joined(first: string, second: string): string {
  const below = `\n\n${second}`
  return first.endsWith(below) ? first : first + below
}

/** An answer is written, changed, and shared as its author says. */
export function writing(ports: WritingPorts, all: Moments, seconds: SecondTexts) {
  const { clock, secrets } = ports

  async function standsOf({ tenant, person, stands }: Author): Promise<Standing> {
    const known = stands ?? (await ports.standing(tenant, person))
    return known.reads ? known : { ...known, reads: await ports.isReader(tenant, person) }
  }

  const standing = async (author: Author, week: Week, sharing: Sharing): Promise<Counted> =>
    verdictOn(await standsOf(author), week, sharing)

  const verdictOn = (stands: Standing, week: Week, sharing: Sharing): Counted =>
    counted({ ...stands, sharing, late: week !== weekOf(clock.now()) })

  /** The knowledge bank follows the moment, never the other way round, also when it changed while being shared. */
  async function settle(moment: Moment, stands: Standing): Promise<Saved> {
    if (moment.sharing !== 'colleagues') {
      if (moment.wasShared) await ports.unshare(moment)
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

  /** Before all colleagues read it: that it tells of somebody, or that it stands as a quote. */
  const hasToSee = async ({ tenant, person }: Author, moment: string, text: string) =>
    (await tellsColleagues(tenant, text)).length > 0 || (await ports.standsAsQuote({ tenant, person, moment }, text))

  /** The same press again has the same mark. */
  const markOf = ({ moment, revision, text, how, sharing }: AnswerInput) =>
    secrets.hmac('answer', moment, revision, clean(text), how, sharing)

  async function write(author: Author, input: AnswerInput, about: About, known?: Moment): Promise<Answered> {
    const text = clean(input.text)
    if (!text) return { kind: 'empty' }
    if (text.length > ANSWER_LIMIT) return { kind: 'too-long', text, limit: ANSWER_LIMIT }
    const mark = markOf(input)
    const isNew = !known?.applied.includes(mark)
    if (isNew && seconds.isSecond(known, input)) return seconds.hold(author, known, input)
    const { tenant, person, language, said } = author
    const { week, prompt } = about
    const journalOnly = about.journalOnly || known?.journalOnly || false
    // Words for the pulse wait at the author's own desk until the author has seen the readers' names, and words that tell of
    // somebody until the author has seen that they do.
    const waits =
      input.sharing === 'pulse' ||
      (input.sharing === 'colleagues' && isNew && (await hasToSee(author, input.moment, text)))
    const sharing = waits || journalOnly ? 'self' : input.sharing
    // First taken back, then written: a crash in between never leaves public what was made private.
    if (known?.sharing === 'colleagues' && sharing !== 'colleagues') await ports.unshare(known)
    if (known?.sharing === 'pulse') await ports.withdraw(known)
    const stands = await standsOf(author)
    const verdict = verdictOn(stands, week, sharing)
    const { how } = input
    const counts = verdict === 'counted' && !journalOnly
    const list = known?.list ?? (counts ? listOf(week) : undefined)
    const key = { tenant, person, id: input.moment }
    const decide = (current: Moment | undefined): Moment | undefined => {
      if (current?.applied.includes(mark)) return undefined
      // Somebody else's press came in between, with other words: that answer holds.
      if (current && !current.removed && current.revision !== (known?.revision ?? 0)) return undefined
      const {
        how: _how,
        readers: _readers,
        removed: _removed,
        ...kept
      } = current ?? { written: instant(clock.now()), revision: 0, applied: [] as string[], wasShared: false }
      return {
        ...kept,
        tenant,
        person,
        id: input.moment,
        week,
        language,
        text,
        sharing,
        ...(prompt && { prompt }),
        ...(journalOnly && { journalOnly }),
        ...(how && { how }),
        ...(said && { said }),
        ...(list && { list }),
        wasShared: kept.wasShared || sharing === 'colleagues',
        counts,
        changed: instant(clock.now()),
        revision: kept.revision + 1,
        applied: [...kept.applied, mark].slice(-REMEMBERED),
      }
    }
    const { doc } = await change(all, key, decide, { current: known })
    if (!doc || doc.removed) return { kind: 'removed' }
    if (!doc.applied.includes(mark)) {
      await settle(doc, stands)
      return seconds.hold(author, doc, input)
    }
    await seconds.settleLeft(author, input)
    const saved = await settle(doc, stands)
    const asksConsent = input.sharing !== 'self' && doc.sharing === 'self' && !journalOnly
    return asksConsent ? askConsent(author, doc, input.sharing === 'pulse' ? 'pulse' : 'colleagues') : saved
  }

  const { askConsent, consent, tellsColleagues } = consenting(ports, {
    all,
    present,
    settled: async (author, moment) => settle(moment, await standsOf(author)),
    countsByName: async (author, { week }) => (await standing(author, week, 'colleagues')) === 'counted',
  })

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

  return {
    present,
    standing,
    askConsent,
    consent,
    ownId,
    answer,

    /** Changes what was seen. What changed meanwhile, on another screen, stays as it is there. */
    async amend(author: Author, input: AnswerInput): Promise<Answered | { kind: 'changed-meanwhile' }> {
      const known = await present(author, input.moment)
      if (!known) return { kind: 'not-yours' }
      const isSeen = String(known.revision) === input.revision || known.applied.includes(markOf(input))
      return isSeen ? answer(author, input) : { kind: 'changed-meanwhile' }
    },

    /** The waiting text becomes the answer, instead of the one that is there or below it. */
    async takeSecond(author: Author, id: string, draft: string, both: boolean): Promise<Answered> {
      const known = await present(author, id)
      const text = await seconds.chosen(author, id, draft)
      if (!known) return { kind: 'not-yours' }
      if (!text) return { kind: 'saved', moment: known, counted: await standing(author, known.week, known.sharing) }
      const how = HOW.find((one) => one === text.how) ?? (both ? known.how : undefined) ?? ''
      const input: AnswerInput = {
        moment: id,
        revision: String(known.revision),
        text: both ? joined(known.text, text.text) : text.text,
        how,
        // Nothing becomes readable for more people than its author chose for it.
        sharing: both ? narrower(known.sharing, sharingOf(text)) : sharingOf(text),
      }
      const outcome = await answer(author, input)
      if (outcome.kind === 'saved' || outcome.kind === 'asks-consent') await seconds.remove(author, draft)
      return outcome
    },

    /** The answer stays as it was, and the waiting text goes. */
    async keepFirst(author: Author, id: string, draft: string): Promise<Answered> {
      const known = await present(author, id)
      if (!known) return { kind: 'not-yours' }
      await seconds.remove(author, draft)
      return { kind: 'saved', moment: known, counted: await standing(author, known.week, known.sharing) }
    },

    /** A moment without a question: kept for its author alone until they choose otherwise. */
    async note(author: Author, turn: string, text: string): Promise<Answered> {
      const id = ownId(author, turn)
      const input: AnswerInput = { moment: id, revision: '0', text, how: '', sharing: 'self' }
      const known = await all.get({ tenant: author.tenant, person: author.person, id })
      return write({ ...author, said: turn }, input, { week: weekOf(clock.now()) }, known)
    },
  }
}
