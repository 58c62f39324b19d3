import type { Language } from '../../services/core/ports.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import type { Piece } from '../../services/knowledge/highlight.ts'
import { askWords } from '../ask/asking-words.ts'
import { leftOutLine } from '../ask/left-out.ts'
import { reportButton } from '../care/report.ts'
import { intentionWords } from '../intentions/words.ts'
import {
  type Button,
  type Card,
  card,
  choice,
  field,
  marked,
  onOneLine,
  run,
  section,
  shortened,
  text,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { dateIn, facts, monthIn } from '../kit/dates.ts'
import { knowledgeWords } from './words.ts'

/** How much of an item a list shows, in characters, so that three fit on a phone's screen and a half. */
const LISTED = 160
const FOUND_LISTED = 60
const QUESTION_SHOWN = 36
const MINE_LISTED = 90
/** And of what comes before and after an opened one. */
const AROUND_LISTED = 70
const BOTH_LISTED = 40
/** How many of one's own are shown at once. */
const MINE = 3
const QUERY_LIMIT = 120
const ADDITION_LIMIT = 1000
const ADDITIONS = 2

/** An item of the knowledge bank as a card shows it. */
export interface ItemView {
  id: string
  /** Who shared it; of a document who keeps it, which may be nobody. */
  by: string
  /** Of a document: where it comes from. */
  source?: string
  text: string
  /** The text in pieces, with what was looked for marked. */
  pieces?: Piece[]
  question?: string
  at: string
  helped: number
  appliedBy?: 'some' | 'many'
  checked?: string
  /** Its keeper has yet to say whether it still holds. */
  isDue: boolean
}

/** When it was shared or last looked at. */
function since(language: Language, { at, checked, source }: ItemView): string {
  const words = knowledgeWords(language)
  const ask = askWords(language)
  if (checked) return words.checked(monthIn(language, checked))
  return source ? words.put(monthIn(language, at)) : ask.shared(monthIn(language, at))
}

/** Whose it is, or where it comes from and who keeps it. */
function whose(language: Language, { by, source }: Pick<ItemView, 'by' | 'source'>): string {
  const words = knowledgeWords(language)
  return source ? facts(words.from(source), by ? words.keptBy(by) : words.keptByNobody) : by
}

const factsOf = (language: Language, item: ItemView) =>
  facts(whose(language, item), worthOf(language, item), since(language, item))

/** How many work by it says more than how often it helped. */
export const worthOf = (language: Language, { appliedBy, helped }: Pick<ItemView, 'appliedBy' | 'helped'>): string =>
  appliedBy ? knowledgeWords(language).appliedBy[appliedBy] : askWords(language).helpedOthers(helped)

const searchField = (language: Language, query?: string) => {
  const words = knowledgeWords(language)
  const given = {
    id: 'query',
    label: words.query,
    placeholder: words.queryExample,
    limit: QUERY_LIMIT,
    multiline: false,
  }
  return field({ ...given, value: query })
}

/** Where to begin: search, choose a topic, or read what is newest. */
export function bankCard(language: Language, topics: string[], newest: ItemView[]): Card {
  const words = knowledgeWords(language)
  const options = topics.map((topic) => [topic, topic] as const)
  return card({
    language,
    title: words.title,
    content: [
      text(words.lead),
      searchField(language),
      ...(topics.length > 0 ? [choice({ id: 'topic', label: words.topic, placeholder: words.anyTopic, options })] : []),
      ...(newest.length > 0 ? [section(words.newest)] : []),
      ...newest.map((item) => voice(shortened(item.text, LISTED), { by: factsOf(language, item) })),
    ],
    buttons: [
      { title: words.search, verb: 'knowledge.search', typed: typed(commands.findKnowledge, language, '…') },
      { title: words.mine, verb: 'knowledge.mine', typed: typed(commands.myKnowledge, language) },
    ],
  })
}

/** What was found, the words that match in bold. */
export function foundCard(language: Language, query: string, found: ItemView[]): Card {
  const words = knowledgeWords(language)
  const again = { title: words.again, verb: 'knowledge.show', typed: typed(commands.knowledgeBank, language) }
  const [first] = found
  if (!first) {
    const content = [run(query, { isSubtle: true }), text(words.nothing)]
    return card({ language, eyebrow: words.title, title: words.nothingTitle, content, buttons: [again], equal: true })
  }
  const label = (item: ItemView, place: number) => `${place + 1} · ${since(language, item)}`
  const byline = (item: ItemView, place: number) =>
    facts(`${place + 1}`, item.source ? words.from(item.source) : item.by, worthOf(language, item))
  return card({
    language,
    eyebrow: `${words.found} · ${words.title}`,
    title: { said: query },
    content: [
      ...found.map((item, place) =>
        marked(
          cut(item.pieces ?? [{ text: item.text, hit: false }], FOUND_LISTED),
          byline(item, place),
          item.question && shortened(item.question, QUESTION_SHOWN),
        ),
      ),
      choice({
        id: 'item',
        label: words.which,
        value: first.id,
        options: found.map((item, place) => [item.id, label(item, place)] as const),
      }),
    ],
    buttons: [
      { title: words.read, verb: 'knowledge.read', typed: typed(commands.readKnowledge, language, '…') },
      again,
    ],
  })
}

/** How much is left standing before the first word that matches, in characters. */
const LEAD = 20

/** On one line and no longer than this many characters, around the first word that matches; the whole is one press away. */
function cut(pieces: Piece[], limit: number): Piece[] {
  const kept: Piece[] = []
  let left = limit
  for (const { text: own, hit } of fromFirstHit(pieces, limit)) {
    if (left <= 0) break
    const line = onOneLine(own)
    kept.push({ text: line.length > left ? shortened(line, left) : line, hit })
    left -= line.length
  }
  return kept
}

/** Leaves out what comes before it where it would fall off the end. */
function fromFirstHit(pieces: Piece[], limit: number): Piece[] {
  const at = pieces.findIndex(({ hit }) => hit)
  const before = pieces
    .slice(0, at)
    .map(({ text: own }) => own)
    .join('')
  if (at < 0 || before.length + (pieces[at]?.text.length ?? 0) <= limit) return pieces
  const [, lead = ''] = /\s(.*)$/s.exec(before.slice(-LEAD)) ?? []
  return [{ text: `… ${lead}`, hit: false }, ...pieces.slice(at)]
}

export interface OpenView {
  language: Language
  item: ItemView
  /** Whether the reader keeps it. */
  isMine: boolean
  /** What it goes on from, and what goes on from it. */
  before?: ItemView
  after: ItemView[]
  /** What was left out of it a moment ago. */
  leftOut?: readonly LeftOut[]
  /** What the reader began to build on it, and did not share yet. */
  begun?: string | undefined
}

/** One item, whole, with what came before and after. */
export function itemCard({ language, item, isMine, before, after, leftOut, begun }: OpenView): Card {
  const words = knowledgeWords(language)
  const build = buildOn(language, item.id, begun)
  const shown = after.slice(0, before ? 1 : ADDITIONS)
  const limit = before && shown.length > 0 ? BOTH_LISTED : AROUND_LISTED
  const other = (one: ItemView) =>
    voice(shortened(onOneLine(one.text), limit), { by: facts(whose(language, one), since(language, one)) })
  return card({
    language,
    eyebrow: words.title,
    title: { said: item.source ? words.from(item.source) : isMine ? words.yours : words.of(item.by) },
    content: [
      ...(item.question ? [run(item.question, { isSubtle: true })] : []),
      voice(item.text, { by: factsOf(language, item), quoted: true }),
      ...leftOutLine(language, leftOut),
      ...(isMine && item.source && !item.isDue ? [text(words.keptText)] : []),
      ...(begun ? [text(words.begun)] : []),
      ...(before ? [section(words.before), other(before)] : []),
      ...(shown.length > 0 ? [section(words.after), ...shown.map(other)] : []),
      ...(isMine && item.isDue ? [section(words.due), text(words.dueText)] : []),
    ],
    buttons: isMine
      ? ownButtons(language, item, build)
      : [build, tooButton(language, item.id), reportButton(language, { item: item.id })],
    equal: !(isMine && item.isDue),
  })
}

/** What a colleague does, somebody wants to do too. */
const tooButton = (language: Language, item: string): Button => ({
  title: intentionWords(language).too,
  verb: 'intention.begin',
  data: { item },
  typed: typed(commands.intendToo, language, '…'),
})

const buildOn = (language: Language, item: string, begun?: string): Button => ({
  title: knowledgeWords(language).build,
  verb: 'knowledge.build',
  data: { item, ...(begun && { text: begun.slice(0, ADDITION_LIMIT) }) },
  typed: typed(commands.buildOn, language, '…'),
})

function ownButtons(language: Language, { id: item, isDue }: ItemView, build: Button): Button[] {
  const words = knowledgeWords(language)
  const data = { item }
  const holds = { title: words.holds, verb: 'knowledge.holds', data, typed: typed(commands.stillHolds, language, '…') }
  const back = {
    title: words.takeBack,
    verb: 'knowledge.take-back',
    data,
    typed: typed(commands.takeBack, language, '…'),
  }
  return [...(isDue ? [holds] : []), build, back]
}

/** A place to go on from what a colleague shared. */
export function buildCard(
  language: Language,
  base: ItemView,
  problem?: { text: string; limit?: number; isEmpty?: boolean },
): Card {
  const words = knowledgeWords(language)
  return card({
    language,
    title: words.buildTitle,
    content: [
      voice(shortened(onOneLine(base.text), LISTED), { by: factsOf(language, base) }),
      ...(problem?.limit ? [{ ...text(words.tooLong(problem.limit)), color: 'Attention' }] : []),
      ...(problem?.isEmpty ? [{ ...text(words.additionError), color: 'Attention' }] : []),
      // Not a field that must be filled: *Terug* takes along what is typed, also when that is nothing.
      field({
        id: 'text',
        label: words.addition,
        limit: ADDITION_LIMIT,
        value: problem?.text.slice(0, ADDITION_LIMIT),
      }),
    ],
    note: words.buildNote,
    buttons: [
      { title: words.share, verb: 'knowledge.add', data: { item: base.id }, typed: commonWords(language).free.text },
      {
        title: words.back,
        verb: 'knowledge.read',
        data: { item: base.id },
        carries: true,
        typed: typed(commands.readKnowledge, language, '…'),
      },
    ],
  })
}

/** What the reader shared: to look after, and to take back. */
export function myKnowledgeCard(language: Language, mine: ItemView[]): Card {
  const words = knowledgeWords(language)
  const again = { title: words.title, verb: 'knowledge.show', typed: typed(commands.knowledgeBank, language) }
  const [first] = mine
  if (!first)
    return card({ language, title: words.mine, content: [text(words.mineEmpty)], buttons: [again], equal: true })
  const line = (item: ItemView, place: number) =>
    facts(`${place + 1}`, dateIn(language, item.checked ?? item.at), item.isDue ? words.due : worthOf(language, item))
  const listed = mine.slice(0, MINE)
  return card({
    language,
    title: words.mine,
    content: [
      text(words.mineLead),
      ...listed.map((item, place) => voice(shortened(onOneLine(item.text), MINE_LISTED), { by: line(item, place) })),
      choice({
        id: 'item',
        label: words.which,
        value: first.id,
        options: listed.map(
          (item, place) => [item.id, `${place + 1} · ${dateIn(language, item.checked ?? item.at)}`] as const,
        ),
      }),
    ],
    buttons: [
      { title: words.read, verb: 'knowledge.read', typed: typed(commands.readKnowledge, language, '…') },
      again,
    ],
  })
}

export function takenBackCard(language: Language): Card {
  const words = knowledgeWords(language)
  return card({ language, title: words.takenBack, content: [text(words.takenBackText)] })
}
