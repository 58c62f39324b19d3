import type { Ask, Reason } from '../../services/ask/ask.ts'
import type { KnownItem } from '../../services/ask/ports.ts'
import type { ShownRole } from '../../services/ask/routing/shown-role.ts'
import type { Language } from '../../services/core/ports.ts'
import type { Checked, LeftOut } from '../../services/core/text/signs.ts'
import {
  type Button,
  type Card,
  card,
  type Element,
  field,
  onOneLine,
  openChoice,
  run,
  section,
  sentence,
  shortened,
  text,
  toggle,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { answerBox, unfolding } from '../kit/rows.ts'
import { dateIn, facts, monthIn, wordsIn } from '../kit/words.ts'
import type { Words } from '../nl.ts'
import { listed } from './left-out.ts'

/** How much of an item is shown, in characters. */
const ITEM_SHOWN = 600
/** How much of an item is seen before it is unfolded, in characters: less of each where there are more. */
const OPENINGS = [110, 110, 70]
const SHORTEST = 60
/** So many things to read and choose are on one card, where there are few answers and switches. */
const MOST = 5
/** In characters; the rule behind it says the same. */
const PURPOSE_LIMIT = 300

/** A colleague as the card names one. */
export interface Named {
  /** Stands for the colleague on this card alone: no object id, for who reads a card may not know it. */
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
  /** Whether the bot may choose when the asker does not. */
  chooses: boolean
  /** What the asker may show instead of a name. */
  role?: ShownRole
  /** By what in the question somebody may be recognised. */
  pointing?: Checked['pointing']
  problem?: 'not-available' | 'choose'
}

/** Card 03: first what is known, then who may know, with the reason in words. */
export function askCard(view: LookingView): Card {
  const { language, ask, known, knowers, role, problem } = view
  const { ask: words } = wordsIn(language)
  const choices = choicesOf(language, ask, role)
  return card({
    language,
    ...(known.length < 3 && { eyebrow: words.eyebrow }),
    title: { said: ask.question },
    content: [
      ...(ask.purpose ? [run(ask.purpose, { isSubtle: true })] : []),
      ...(ask.leftOut && knowers.length === 0 ? [text(leftOut(language, ask.leftOut))] : []),
      ...pointingOut(language, view.pointing ?? []),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      ...(known.length > 0
        ? [
            section(known.every(({ maybe }) => maybe) ? words.mayBeKnown : words.known),
            ...knownBoxes(view, choices.length),
          ]
        : []),
      ...(knowers.length > 0 ? [whoToAsk(view, peopleShown(view, choices.length))] : []),
      ...(knowers.length > 0 ? choices : [text(words.nobodyYet)]),
    ],
    note: knowers.length === 0 ? words.nobodyGap : noteOf(view, choices.length),
    buttons: buttonsOf(view),
    rows: known.map((_, place) => words.knownHelps(place + 1).toLowerCase()),
    equal: knowers.length === 0,
  })
}

/** Before anything is sent: who or what may be recognised by a colleague, in the words of the question. */
function pointingOut(language: Language, pointing: Checked['pointing']): Element[] {
  const { ask: words } = wordsIn(language)
  const seen = [...new Set(pointing.map(({ words: own }) => onOneLine(own)))]
  return seen.length > 0 ? [sentence(words.pointing, seen.join(', ')), text(words.pointingText)] : []
}

/** What the asker may choose about what colleagues see, where there is something to choose. */
const choicesOf = (language: Language, { leftOut: left }: LookingView['ask'], role?: ShownRole): Element[] => {
  const { ask: words } = wordsIn(language)
  return [
    ...(left ? [toggle('whole', leftOut(language, left), words.wholeTitle)] : []),
    ...(role ? [toggle('role', words.roleLabel, words.roleTitle(words.roles[role.kind](role.name)))] : []),
  ]
}

/** What was taken for a sign of a person, as a list: "een BSN, een telefoonnummer en een e-mailadres". */
function leftOut(language: Language, kinds: readonly LeftOut[]): string {
  return wordsIn(language).ask.leftOut(listed(language, kinds))
}

function buttonsOf({ language, ask, knowers }: LookingView): Button[] {
  const { ask: words } = wordsIn(language)
  const send = { title: words.send, verb: 'ask.send', data: { ask: ask.id }, typed: typed(commands.send, language) }
  return knowers.length > 0 ? [send] : []
}

/** One step further: more colleagues may read the question. */
export const widen = (language: Language, ask: string): Button => ({
  title: wordsIn(language).ask.widen,
  verb: 'ask.widen',
  data: { ask },
  typed: typed(commands.widen, language),
})

/** Where much is on the card there is no room for what is true on every card. */
function noteOf({ language, ask, known }: LookingView, choices: number): string | undefined {
  const { ask: words } = wordsIn(language)
  if (known.length + choices > 1) return undefined
  return ask.reach === 'unit' ? words.noteNear : words.note
}

/** Above people to ask there is room for two, or for one beside something to choose; the others unfold below them. */
function knownBoxes(view: LookingView, choices: number): Element[] {
  const { ask: words } = wordsIn(view.language)
  const limit = OPENINGS[view.known.length + choices] ?? SHORTEST
  const all = view.known.map((item, place) => knownBox(view, item, place, limit))
  const shown = view.knowers.length > 0 ? Math.max(1, 2 - choices) : all.length
  const rest = all.slice(shown)
  const title = words.moreAnswers(rest.length)
  return rest.length > 0
    ? [...all.slice(0, shown), ...unfolding('more', title, words.moreAnswersNamed(title), ...rest)]
    : all
}

/** What was left out is chosen about too; then fewer people have to do. */
const peopleShown = ({ known }: LookingView, choices: number) =>
  Math.max(choices > 1 ? 2 : 3, MOST - known.length - choices)

function knownBox(
  { language, ask }: LookingView,
  item: KnownItem & { by: string },
  place: number,
  limit: number,
): Element {
  const { ask: words } = wordsIn(language)
  return answerBox({
    id: `answer-${place + 1}`,
    words: shortened(item.text, ITEM_SHOWN),
    // One line beside a button: how often it helped says more than when it was shared.
    by: facts(item.by, words.helpedOthers(item.helped) || words.shared(monthIn(language, item.at))),
    limit,
    more: words.more,
    button: { title: words.thisHelps, verb: 'ask.known', data: { ask: ask.id, item: item.id }, typed: '' },
    tooltip: words.knownHelps(place + 1),
  })
}

function whoToAsk({ language, ask, known, knowers, chooses }: LookingView, limit: number): Element {
  const { ask: words } = wordsIn(language)
  return openChoice({
    id: 'who',
    label: known.length > 0 ? words.who : words.whoFirst,
    ...(chooses ? { value: 'anyone' } : { error: words.problems.choose }),
    options: [
      ['anyone', ask.reach === 'unit' ? words.chooseNear : words.choose],
      ...knowers.slice(0, limit).map((knower) => [knower.id, who(language, knower)] as const),
    ],
  })
}

function who(language: Language, { name, reason, maybe, outside }: Named): string {
  const { ask: words } = wordsIn(language)
  const line = `${maybe ? words.maybe(name) : name}: ${because(language, words.reason, reason)}`
  return outside ? words.outside(line) : line
}

function because(language: Language, words: Words['ask']['reason'], reason: Reason): string {
  if (reason.kind === 'shared') return words.shared(reason.count, reason.word, monthIn(language, reason.last))
  if (reason.kind === 'declared') return words.declared(reason.topic)
  return reason.kind === 'works' ? words.works(reason.team, reason.jobTitle) : words.named()
}

/** The question behind the question: once, before anybody is asked, and never in the way. */
export function clarifyCard(language: Language, ask: Pick<Ask, 'id' | 'question'>, who: string): Card {
  const { ask: words } = wordsIn(language)
  const data = { ask: ask.id, who }
  return card({
    language,
    eyebrow: words.eyebrow,
    title: words.behind,
    content: [
      run(ask.question, { isSubtle: true }),
      text(words.behindText),
      field({ id: 'purpose', label: words.purpose, placeholder: words.purposeExample, limit: PURPOSE_LIMIT }),
    ],
    note: words.purposeNote,
    buttons: [
      { title: words.send, verb: 'ask.clarify', data, typed: typed(commands.purpose, language, '…') },
      { title: words.sendWithout, verb: 'ask.send', data, typed: typed(commands.send, language) },
    ],
  })
}

/** The asker asked about the same thing before: perhaps the answer is there already. */
export function similarCard(
  language: Language,
  ask: string,
  earlier: Pick<Ask, 'id' | 'question' | 'state' | 'at'>,
  answer?: { text: string; by: string },
): Card {
  const { ask: words } = wordsIn(language)
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
