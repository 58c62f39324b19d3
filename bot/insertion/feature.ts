import { linkTo } from '../../cards/insertion/inserted.ts'
import { takenCard, tenderTakenCard } from '../../cards/insertion/taken.ts'
import { insertionWords } from '../../cards/insertion/words.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import { clean } from '../../services/core/text/clean.ts'
import type { Insertion, Item, Result } from '../../services/insertion/insertion.ts'
import { COMMANDS, TAKEN_LIMIT, TakenInput, type Way } from '../../services/insertion/schema.ts'
import {
  type Extension,
  type Feature,
  type Insertable,
  keepsNothing,
  type Offered,
  type Pasted,
  type Pressed,
  press,
  type Reply,
  type Said,
  type Sought,
  type Taken,
  type Turn,
} from '../turn.ts'

/** The addresses that a message may hold: of a page, and of the chat with the bot. */
export interface Links {
  page(page: string): string
  chat(): string
  /** The page that an address of ours leads to; undefined for any other address. */
  pageIn(address: string): string | undefined
}

export interface InsertionNeeds {
  service: Insertion
  links: Links
  /** The item with this id, while it is shared. */
  get(tenant: string, id: string): Promise<Item | undefined>
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<{ name: string }>
  /** Somebody switched the bot off, or was erased. */
  isOff(tenant: string, person: PersonId): Promise<boolean>
  ask(turn: Said): Promise<Reply>
  keep(turn: Said): Promise<Reply>
  isTender(text: string): Promise<boolean>
  /** Name, number and address of the confidential adviser; undefined while nobody set who that is. */
  adviserOf(tenant: string): Promise<string | undefined>
}

const KNOWLEDGE = 'kennisbank'
/** How much of a text somebody sees to choose by, in characters. */
const SEEN = 120

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > SEEN ? `${line.slice(0, SEEN - 1).trimEnd()}…` : line
}

/** A list of results reads signs as markup: these are none. */
const inert = (text: string) => text.replace(/[<>]/g, (sign) => (sign === '<' ? '‹' : '›'))

/** The message extension: what is known and who to ask, from any chat; and what somebody takes along from there. */
export function insertionFeature(needs: InsertionNeeds): { feature: Feature; extension: Extension } {
  const { service, links } = needs

  const titled = (language: Language, topics: readonly string[]) => {
    const words = insertionWords(language)
    return topics.length > 0 ? words.titled(topics.join(', ')) : words.untitled
  }

  async function shown(turn: Sought, result: Result): Promise<Insertable> {
    const { language } = turn
    const words = insertionWords(language)
    if (result.kind === 'ask')
      return {
        seen: { title: words.askSeen, text: result.isAll ? words.nothingText : words.askText },
        inserted: linkTo(language, words.ask, links.chat()),
      }
    if (result.kind === 'topic')
      return {
        seen: { title: result.topic, text: words.topic },
        inserted: linkTo(language, titled(language, [result.topic]), links.page(KNOWLEDGE)),
      }
    const { item, topics } = result
    // Who keeps a document is not said to have shared it.
    const whose = item.source ? words.from(item.source) : words.by((await needs.colleague(turn, item.author)).name)
    return {
      seen: {
        title: inert(shortened(item.question ?? item.text)),
        text: inert(`${whose}. ${words.seenByAll}`),
      },
      inserted: linkTo(language, titled(language, topics), links.page(`${KNOWLEDGE}/${item.id}`)),
    }
  }

  async function find(turn: Sought): Promise<Offered> {
    const { tenant, person, query, skip, count, language } = turn
    if (await needs.isOff(tenant, person)) return { kind: 'told', line: insertionWords(language).off }
    const found = query.trim()
      ? await service.found(turn, query, skip, count)
      : skip > 0
        ? []
        : await service.first(turn)
    return { kind: 'results', results: await Promise.all(found.map((result) => shown(turn, result))) }
  }

  /** Of a page of ours its title; of an item the same title as where it is chosen. */
  async function unfurl(turn: Pasted): Promise<Offered> {
    const { tenant, language } = turn
    const words = insertionWords(language)
    const [page = '', id] = links.pageIn(turn.address)?.split('/') ?? []
    const name = Object.hasOwn(words.pages, page) ? words.pages[page] : undefined
    if (!name) return { kind: 'results', results: [] }
    const item = page === KNOWLEDGE && id ? await needs.get(tenant, id) : undefined
    const title = item ? titled(language, await service.titleOf(turn, item)) : `${words.app}: ${name}`
    const link = links.page(item ? `${page}/${item.id}` : page)
    return {
      kind: 'results',
      results: [{ seen: { title, text: words.app }, inserted: linkTo(language, title, link) }],
    }
  }

  const form = (turn: Pick<Turn, 'language'>, way: Way, id: string, text: string, isEmpty = false) =>
    takenCard({ language: turn.language, way, form: id, text, limit: TAKEN_LIMIT, isEmpty })

  /** The text of a message and nothing else of it, to be changed first. */
  async function take(turn: Taken) {
    const { tenant, person, language, command, id } = turn
    const words = insertionWords(language)
    const way = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    if (!way) return { kind: 'told' as const, line: words.failed }
    if (await needs.isOff(tenant, person)) return { kind: 'told' as const, line: words.off }
    const text = clean(turn.text).slice(0, TAKEN_LIMIT)
    return { kind: 'dialog' as const, title: words.app, card: form(turn, way, id, text) }
  }

  /** As if it was typed in one's own chat. The same dialog is the same turn. */
  const asSaid = (
    { verb: _verb, input: _input, replyTo: _card, ...by }: Pressed,
    { form: id, text, calm }: TakenInput,
  ): Said => ({
    ...by,
    kind: 'said',
    id,
    text,
    ...(calm && { isCalm: true as const }),
  })

  /** A dialog is the only place where these words are: it is given back with them, under who can help. */
  async function sent(turn: Pressed, input: TakenInput, way: Way): Promise<Reply> {
    const { form: id, text, calm } = input
    if (!text) return { card: form(turn, way, id, '', true) }
    if (calm || !(await needs.isTender(text))) return needs[way](asSaid(turn, input))
    const { language, tenant } = turn
    const adviser = await needs.adviserOf(tenant)
    return { card: tenderTakenCard({ language, way, form: id, text, limit: TAKEN_LIMIT, adviser }) }
  }

  return {
    extension: {
      find,
      unfurl,
      take,
      title: insertionWords('nl').app,
      refusal: (language, why) => {
        const words = insertionWords(language)
        return why === 'too-fast' ? words.tooFast : words[why]
      },
    },
    feature: {
      name: 'insertion',
      pressed: {
        'insertion.ask': press(TakenInput, (turn, input) => sent(turn, input, 'ask')),
        'insertion.keep': press(TakenInput, (turn, input) => sent(turn, input, 'keep')),
      },
      ...keepsNothing,
    },
  }
}
