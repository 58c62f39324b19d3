import type { Clock, Instant, Secrets } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { clean } from '../core/text/clean.ts'
import { listOf } from '../core/ticks.ts'
import { instant, type Week } from '../core/time.ts'
import type { Author, Saved } from './author.ts'
import type { AskingConsent, AsksConsent } from './consenting.ts'
import type { Moment, Moments } from './moment.ts'
import { ANSWER_LIMIT, type AnswerInput } from './schema.ts'
import type { Settling } from './settling.ts'
import type { LeftTexts } from './unsaved/left-text.ts'
import { isSecond, type Second, type SecondTexts } from './unsaved/second-text.ts'

/** What an answer is about, as the question says, or the moment once that question is no longer remembered. */
export interface About extends Partial<Pick<Moment, 'prompt' | 'journalOnly'>> {
  week: Week
}

export type Answered =
  | Saved
  | AsksConsent
  | Second
  | { kind: 'too-long'; text: string; limit: number }
  | { kind: 'empty' }
  | { kind: 'removed' }
  | { kind: 'not-yours' }

/** What an answer says of its moment. */
type Said = 'tenant' | 'person' | 'id' | 'week' | 'language' | 'text' | 'sharing' | 'counts'
type MaySay = 'prompt' | 'journalOnly' | 'how' | 'said' | 'list'
type Words = Pick<Moment, Said | MaySay>

interface Parts {
  all: Moments
  seconds: SecondTexts
  left: LeftTexts
  settled: Settling
  asking: AskingConsent
}

const REMEMBERED = 12

/** The moment with these words; undefined when it has them already. */
function written(current: Moment | undefined, words: Words, mark: string, seen: number, now: Instant) {
  if (current?.applied.includes(mark)) return undefined
  // Somebody else's press came in between, with other words: that answer holds.
  if (current && !current.removed && current.revision !== seen) return undefined
  const {
    how: _how,
    readers: _readers,
    removed: _removed,
    ...kept
  } = current ?? { written: now, revision: 0, applied: [] as string[], wasShared: false }
  return {
    ...kept,
    ...words,
    wasShared: kept.wasShared || words.sharing === 'colleagues',
    changed: now,
    revision: kept.revision + 1,
    applied: [...kept.applied, mark].slice(-REMEMBERED),
  }
}

/** An answer is written, and shared as its author says. */
export function writing({ clock, secrets }: { clock: Clock; secrets: Secrets }, parts: Parts) {
  const { all, seconds, left, settled, asking } = parts

  /** The same press again has the same mark. */
  const markOf = ({ moment, revision, text, how, sharing }: AnswerInput) =>
    secrets.hmac('answer', moment, revision, clean(text), how, sharing)

  /** Until the author has seen the readers' names, for the pulse; or what there is to see before all colleagues read it. */
  const waits = async (author: Author, { sharing, moment }: AnswerInput, text: string, isNew: boolean) =>
    sharing === 'pulse' || (sharing === 'colleagues' && isNew && (await asking.hasToSee(author, moment, text)))

  async function write(author: Author, input: AnswerInput, about: About, known?: Moment): Promise<Answered> {
    const text = clean(input.text)
    if (!text) return { kind: 'empty' }
    if (text.length > ANSWER_LIMIT) return { kind: 'too-long', text, limit: ANSWER_LIMIT }
    const mark = markOf(input)
    const isNew = !known?.applied.includes(mark)
    if (isNew && isSecond(known, input)) return seconds.hold(author, known, input)
    const { tenant, person, language, said } = author
    const { week, prompt } = about
    const { moment: id, how } = input
    const journalOnly = about.journalOnly || known?.journalOnly || false
    const sharing = (await waits(author, input, text, isNew)) || journalOnly ? 'self' : input.sharing
    await settled.takeBack(known, sharing)
    const stands = await settled.standsOf(author)
    const counts = settled.verdictOn(stands, week, sharing) === 'counted' && !journalOnly
    const list = known?.list ?? (counts ? listOf(week) : undefined)
    const words: Words = { tenant, person, id, week, language, text, sharing, counts }
    const more = {
      ...(prompt && { prompt }),
      ...(journalOnly && { journalOnly }),
      ...(how && { how }),
      ...(said && { said }),
      ...(list && { list }),
    }
    const decide = (current: Moment | undefined): Moment | undefined =>
      written(current, { ...words, ...more }, mark, known?.revision ?? 0, instant(clock.now()))
    const { doc } = await change(all, words, decide, { current: known })
    if (!doc || doc.removed) return { kind: 'removed' }
    if (!doc.applied.includes(mark)) {
      await settled.settle(doc, stands)
      return seconds.hold(author, doc, input)
    }
    await left.settleLeft(author, input)
    const saved = await settled.settle(doc, stands)
    const asksConsent = input.sharing !== 'self' && doc.sharing === 'self' && !journalOnly
    return asksConsent ? asking.askConsent(author, doc, input.sharing === 'pulse' ? 'pulse' : 'colleagues') : saved
  }

  return { markOf, write }
}

export type Writing = ReturnType<typeof writing>
