import type { Ask, Reason } from '../../services/ask/ask.ts'
import type { KnownItem } from '../../services/ask/ports.ts'
import type { FilledIn } from '../../services/ask/schema.ts'
import type { Language } from '../../services/core/ports.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import {
  atStart,
  type Button,
  type Card,
  card,
  type Element,
  run,
  section,
  shortened,
  text,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn, facts, monthIn } from '../kit/dates.ts'
import { answerBox, unfolding, type Way, ways } from '../kit/rows.ts'
import { knowledgeWords } from '../knowledge/words.ts'
import { askWords } from './asking-words.ts'
import { listed } from './left-out.ts'

/** How much of an item is shown, in characters: less where three people are shown beside three of them. */
const ITEM_SHOWN = 600
const ITEM_OF_THREE = 420
/** How much of a name, a team or a job is shown in a row, in characters. */
const NAME_SHOWN = 60
/** How much of an item is seen before it is unfolded, in characters: less of each where there are more. */
const OPENINGS = [110, 110, 70]
const SHORTEST = 60
/** So many answers and people are on one card, where there are few answers. */
const MOST = 5
/** How much of what is behind the question is shown, in characters: whole it is where it is sent. */
const PURPOSE_SHOWN = 80

/** A colleague as the card names one. */
export interface Named {
  /** Stands for the colleague on this card alone: no object id, for the reader of a card may not know it. */
  id: string
  name: string
  reason: Reason
  maybe: boolean
  /** Beyond the team in which the question stays so far. */
  outside?: boolean
}

export interface LookingView {
  language: Language
  ask: Pick<Ask, 'id' | 'question' | 'purpose' | 'leftOut' | 'reach'>
  known: (KnownItem & { by: string })[]
  knowers: Named[]
  problem?: 'not-available' | 'choose'
  /** What was filled in on the card of a colleague: it comes along to the next one. */
  filled?: FilledIn
}

/** Card 03: first what is known, then who may know, with the reason in words. */
export function askCard(view: LookingView): Card {
  const { language, ask, known, knowers, problem } = view
  const words = askWords(language)
  const people = knowers.slice(0, peopleShown(view))
  return card({
    language,
    ...(known.length < 3 && { eyebrow: words.eyebrow }),
    title: { said: ask.question },
    content: [
      ...(ask.purpose ? [run(shortened(ask.purpose, PURPOSE_SHOWN), { isSubtle: true })] : []),
      ...(ask.leftOut ? [text(leftOutOf(language, ask.leftOut))] : []),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      ...(known.length > 0
        ? [section(known.every(({ maybe }) => maybe) ? words.mayBeKnown : words.known), ...knownBoxes(view)]
        : []),
      ...(people.length > 0
        ? [section(known.length > 0 ? words.who : words.whoFirst), ...ways(people.map(personRow(view)))]
        : [text(words.nobodyYet)]),
    ],
    note: noteOf(view),
    buttons: buttonsOf(view),
    rows: [
      ...known.map((_, place) => words.knownHelps(place + 1).toLowerCase()),
      ...people.map((_, place) => typed(commands.chooseColleague, language, place + 1)),
    ],
    equal: true,
  })
}

/** What was taken for a sign of a person, as a list: "een BSN, een telefoonnummer en een e-mailadres". */
export const leftOutOf = (language: Language, kinds: readonly LeftOut[]): string =>
  askWords(language).leftOut(listed(language, kinds))

/** What a choice of somebody takes along. */
const choosing = ({ ask, filled: { purpose, role, whole } = {} }: LookingView, who: string) => ({
  ask: ask.id,
  who,
  ...(purpose && { purpose }),
  ...(role && { role }),
  ...(whole && { whole }),
})

function buttonsOf(view: LookingView): Button[] {
  const { language, ask, knowers } = view
  const words = askWords(language)
  const anyone = {
    title: words.choose,
    verb: 'ask.choose',
    data: choosing(view, 'anyone'),
    typed: typed(commands.sendAnyone, language),
  }
  const close = {
    title: words.none,
    verb: 'ask.close',
    data: { ask: ask.id },
    typed: typed(commands.closeAsk, language),
  }
  return knowers.length > 0 ? [anyone, close] : []
}

/** One step further: more colleagues may read the question. */
export const widen = (language: Language, ask: string): Button => ({
  title: askWords(language).widen,
  verb: 'ask.widen',
  data: { ask },
  typed: typed(commands.widen, language),
})

function noteOf({ language, ask, knowers, problem }: LookingView): string | undefined {
  const words = askWords(language)
  if (knowers.length === 0) return words.nobodyGap
  return ask.reach === 'unit' && !problem ? words.noteNear : undefined
}

/** What takes a place for itself besides answers and people. */
const besides = ({ ask, problem }: LookingView) =>
  [ask.purpose, problem, ask.reach === 'unit' && !problem].filter(Boolean).length

/** Above people to ask there is room for two, or for one beside something else; the others unfold below them. */
function knownBoxes(view: LookingView): Element[] {
  const words = askWords(view.language)
  const limit = OPENINGS[view.known.length] ?? SHORTEST
  const all = view.known.map((item, place) => knownBox(view, item, place, limit))
  const shown = view.knowers.length > 0 ? Math.max(1, 2 - besides(view)) : all.length
  const rest = all.slice(shown)
  const title = words.moreAnswers(rest.length)
  return rest.length > 0 ? [...all.slice(0, shown), ...unfolding(view.language, 'more', title, ...rest)] : all
}

const peopleShown = (view: LookingView) => Math.max(besides(view) > 1 ? 2 : 3, MOST - view.known.length - besides(view))

/** The answer of a list says little without its question: "Ja, binnen twee dagen." */
const whatItSays = ({ source, question, text: said }: KnownItem) => (source && question ? `${question} ${said}` : said)

function knownBox(
  { language, ask, known }: LookingView,
  item: KnownItem & { by: string },
  place: number,
  limit: number,
): Element {
  const words = askWords(language)
  return answerBox({
    language,
    id: `answer-${place + 1}`,
    words: shortened(whatItSays(item), known.length < 3 ? ITEM_SHOWN : ITEM_OF_THREE),
    // One line beside a button: how often it helped says more than when it was shared.
    by: facts(
      item.source ? knowledgeWords(language).from(item.source) : item.by,
      words.helpedOthers(item.helped) || (item.source ? '' : words.shared(monthIn(language, item.at))),
    ),
    limit,
    button: { title: words.thisHelps, verb: 'ask.known', data: { ask: ask.id, item: item.id }, typed: '' },
    tooltip: words.knownHelps(place + 1),
  })
}

/** The whole row leads to what this colleague will read. */
const personRow =
  (view: LookingView) =>
  ({ id, name: whole, reason, maybe, outside }: Named, place: number): Way => {
    const { language } = view
    const words = askWords(language)
    const name = shortened(whole, NAME_SHOWN)
    const why = because(language, words.reason, reason)
    const about = outside ? words.outside(why) : why
    return {
      title: name,
      ...(maybe && { before: words.perhaps }),
      about: atStart(about),
      named: `${maybe ? words.maybe(name) : name}: ${about}`,
      verb: 'ask.choose',
      data: choosing(view, id),
      typed: typed(commands.chooseColleague, language, place + 1),
    }
  }

function because(language: Language, words: ReturnType<typeof askWords>['reason'], reason: Reason): string {
  if (reason.kind === 'shared') return words.shared(reason.count, reason.word, monthIn(language, reason.last))
  if (reason.kind === 'declared') return words.declared(reason.topic)
  if (reason.kind === 'named') return words.named()
  const job = reason.jobTitle && shortened(reason.jobTitle, NAME_SHOWN)
  return words.works(shortened(reason.team, NAME_SHOWN), job)
}

/** The asker asked about the same thing before: perhaps the answer is there already. */
export function similarCard(
  language: Language,
  ask: string,
  earlier: Pick<Ask, 'id' | 'question' | 'state' | 'at'>,
  answer?: { text: string; by: string },
): Card {
  const words = askWords(language)
  return card({
    language,
    eyebrow: words.eyebrow,
    title: words.similar,
    content: [
      run(earlier.question, { weight: 'Bolder' }),
      run(`${dateIn(language, earlier.at)} · ${words.states[earlier.state]}`, { size: 'Small', isSubtle: true }),
      ...(answer ? [voice(shortened(answer.text, ITEM_SHOWN), { by: answer.by, quoted: true })] : []),
    ],
    buttons: [
      {
        title: words.openEarlier,
        verb: 'ask.show',
        data: { ask: earlier.id },
        typed: typed(commands.openEarlier, language),
      },
      { title: words.anew, verb: 'ask.anew', data: { ask }, typed: typed(commands.anew, language) },
    ],
    equal: true,
  })
}
