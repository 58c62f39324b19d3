import type { Language } from '../../services/core/ports.ts'
import { askWords } from '../ask/asking-words.ts'
import {
  type Card,
  card,
  choice,
  type Element,
  field,
  onOneLine,
  run,
  section,
  sentence,
  shortened,
  text,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { monthIn } from '../kit/dates.ts'
import { evidenceWords } from './evidence-words.ts'

/** In characters; the rule behind it says the same. */
const TOPIC_LIMIT = 60
/** How many topics and shared items are shown, and how many items can be set right; the newest come first. */
const TOPICS = 3
const ITEMS = 2
const ENTRIES = 25
/** How much of each, in characters: enough to know which one it is. */
const ENTRY_SHOWN = 50

export interface EvidenceView {
  language: Language
  items: { id: string; text: string; at: string; out: boolean }[]
  topics: { id: string; words: string }[]
  team: string
  jobTitle?: string
  /** Whether colleagues' questions reach this person at all. */
  asked: boolean
  problem?: 'already-there' | 'empty' | 'too-many' | 'too-long' | 'personal'
}

/** Everything that may be a reason to ask the reader, as an asker would read it. */
export function evidenceCard(view: EvidenceView): Card {
  const { language, topics, team, jobTitle, asked, problem } = view
  const words = evidenceWords(language)
  const ask = askWords(language)
  const items = view.items.slice(0, ITEMS)
  const others = view.items.length - items.length + Math.max(0, topics.length - TOPICS)
  const off = { title: words.askNot, verb: 'evidence.ask-not', typed: typed(commands.askMeNot, language) }
  const on = { title: words.askAgain, verb: 'evidence.ask-again', typed: typed(commands.askMeAgain, language) }
  const wrong = { title: words.wrong, verb: 'evidence.wrong', typed: typed(commands.evidenceWrong, language) }
  return card({
    language,
    title: words.title,
    content: [
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      text(asked ? words.lead : words.notAsked),
      section(words.own),
      ...(topics.length > 0 ? topics.slice(0, TOPICS).map(topicLine) : [text(words.noTopics)]),
      ...(items.length > 0 ? [section(words.sharedByYou)] : []),
      ...items.map((item, place) => itemLine(language, item, topics.length + place)),
      ...(others > 0 ? [text(words.others(others))] : []),
      sentence(words.work, ask.reason.works(team, jobTitle)),
      field({
        id: 'topic',
        label: words.topic,
        placeholder: words.topicExample,
        limit: TOPIC_LIMIT,
        multiline: false,
        error: words.problems.empty,
      }),
    ],
    note: words.note,
    buttons: [
      { title: words.add, verb: 'evidence.add', typed: typed(commands.addTopic, language, '…') },
      ...(items.length + topics.length > 0 ? [wrong] : []),
      asked ? off : on,
    ],
  })
}

function itemLine(language: Language, { text: own, at, out }: EvidenceView['items'][number], place: number): Element {
  const words = evidenceWords(language)
  const facts = [`${place + 1}`, ...(out ? [words.out] : [monthIn(language, at)])]
  return run(`${facts.join(' · ')} · ${shortened(onOneLine(own), ENTRY_SHOWN)}`)
}

const topicLine = ({ words }: EvidenceView['topics'][number], place: number) => run(`${place + 1} · ${words}`)

/** One entry of the evidence card: an item that counts or not, or a topic that can go. */
export interface Entry {
  id: string
  words: string
  out: boolean
}

/** The entries in the order of their numbers on {@link evidenceCard}. */
export const entriesOf = ({ items, topics }: Pick<EvidenceView, 'items' | 'topics'>): Entry[] => [
  ...topics.map(({ id, words }) => ({ id: `topic ${id}`, words, out: false })),
  ...items.slice(0, ENTRIES).map(({ id, text: words, out }) => ({ id: `item ${id}`, words, out })),
]

/** "Dit klopt niet": which of the reasons is none. */
export function evidenceWrongCard(language: Language, entries: Entry[]): Card {
  const words = evidenceWords(language)
  const label = ({ words: own, out }: Entry, place: number) =>
    `${place + 1} · ${out ? words.showAgain : words.leaveOut}: ${shortened(onOneLine(own), ENTRY_SHOWN)}`
  return card({
    language,
    title: words.wrongTitle,
    content: [
      text(words.wrongText),
      choice({
        id: 'entry',
        label: words.which,
        value: entries[0]?.id,
        options: entries.map((entry, place) => [entry.id, label(entry, place)] as const),
      }),
    ],
    buttons: [
      { title: words.change, verb: 'evidence.leave-out', typed: typed(commands.leaveOut, language, '…') },
      { title: words.back, verb: 'evidence.show', typed: typed(commands.evidence, language) },
    ],
  })
}
