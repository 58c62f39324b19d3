import { type Windows, windows } from './windows.ts'

/** A message that the connector accepted. */
interface Accepted {
  id: string
  /** What the buttons of the card are about; absent for a text. */
  about?: string
  text?: string
  /** Whether the sender was told that it was accepted. */
  told: boolean
  /** Whether somebody can still fill it in. */
  live: boolean
}

interface Pause {
  from: number
  until: number
}

interface Book {
  accepted: Accepted[]
  requests: number
  /** The last answer that is for good. */
  refused?: string
  /** Whether it says that this person is to be left alone; `afterwards` counts the requests since. */
  closed: boolean
  afterwards: number
}

export interface Message {
  inputs: boolean
  about?: string
  text?: string
}

/** What a person in fact got, whatever the sender was told. */
export interface Received {
  cards: number
  /** Cards with inputs, of one and the same question, beyond the first. */
  duplicates: number
  texts: number
  /** The same text again, although the sender was told that it had been accepted. */
  repeated: number
  requests: number
  refused?: string
  afterwards: number
}

/** The ground truth: what was accepted, when requests came, and whether a pause that was asked for was kept. */
export interface Ledger {
  readonly perTenant: Windows
  readonly perConversation: Windows
  /** `left` is when it was sent, if that is known to be earlier. */
  request(tenant: string, person: string, at: number, left?: number): number
  accept(tenant: string, person: string, id: string, message: Message, told: boolean): void
  /** A message took the place of this one. */
  replace(tenant: string, person: string, id: string, message: Message): boolean
  /** An answer that is for good; with `closed` the person is to be left alone from now on. */
  refuse(tenant: string, person: string, code: string, closed: boolean): void
  /** The sender was told to keep quiet about this tenant until then. */
  pause(tenant: string, from: number, until: number): void
  of(tenant: string, person: string): Received
  /** When each person was tried for the first time, in the order of time. */
  firsts(tenant: string): readonly number[]
  pausesOf(tenant: string): readonly Pause[]
  pauses(): { asked: number; broken: number }
  totals(): { requests: number; accepted: number }
}

const NOTHING: Received = { cards: 0, duplicates: 0, texts: 0, repeated: 0, requests: 0, afterwards: 0 }

export function createLedger(): Ledger {
  const books = new Map<string, Book>()
  const firsts = new Map<string, number[]>()
  const pauses = new Map<string, (Pause & { broken: boolean })[]>()
  const [perTenant, perConversation] = [windows(), windows()]
  let [requests, accepted] = [0, 0]

  const bookOf = (tenant: string, person: string): Book => {
    const key = `${tenant} ${person}`
    const book = books.get(key) ?? { accepted: [], requests: 0, closed: false, afterwards: 0 }
    books.set(key, book)
    return book
  }

  return {
    perTenant,
    perConversation,
    request(tenant, person, at, left = at) {
      const book = bookOf(tenant, person)
      requests++
      if (book.requests++ === 0) {
        const known = firsts.get(tenant)
        if (known) known.push(at)
        else firsts.set(tenant, [at])
      }
      if (book.closed) book.afterwards++
      perTenant.note(tenant, at)
      perConversation.note(`${tenant} ${person}`, at)
      for (const pause of pauses.get(tenant) ?? []) if (left > pause.from && at < pause.until) pause.broken = true
      return book.requests
    },
    accept(tenant, person, id, { inputs, about, text }, told) {
      accepted++
      bookOf(tenant, person).accepted.push({ id, told, live: inputs, ...(about && { about }), ...(text && { text }) })
    },
    replace(tenant, person, id, { inputs, about }) {
      const known = bookOf(tenant, person).accepted.find((one) => one.id === id)
      if (known) Object.assign(known, { live: inputs, about })
      return known !== undefined
    },
    refuse(tenant, person, code, closed) {
      const book = bookOf(tenant, person)
      Object.assign(book, { refused: code, closed: book.closed || closed })
    },
    pause(tenant, from, until) {
      const known = pauses.get(tenant)
      if (known) known.push({ from, until, broken: false })
      else pauses.set(tenant, [{ from, until, broken: false }])
    },
    of: (tenant, person) => receivedOf(books.get(`${tenant} ${person}`)),
    firsts: (tenant) => firsts.get(tenant) ?? [],
    pausesOf: (tenant) => pauses.get(tenant) ?? [],
    pauses() {
      const all = [...pauses.values()].flat()
      return { asked: all.length, broken: all.filter(({ broken }) => broken).length }
    },
    totals: () => ({ requests, accepted }),
  }
}

function receivedOf(book: Book | undefined): Received {
  if (!book) return NOTHING
  const { requests, refused, afterwards } = book
  const cards = book.accepted.filter(({ about }) => about !== undefined)
  const live = cards.filter((card) => card.live).map(({ about }) => about)
  const duplicates = live.length - new Set(live).size
  const texts = book.accepted.filter(({ text }) => text !== undefined)
  const isRepeated = ({ text }: Accepted, place: number) =>
    texts.slice(0, place).some((earlier) => earlier.told && earlier.text === text)
  const repeated = texts.filter(isRepeated).length
  const counts = { cards: cards.length, duplicates, texts: texts.length, repeated }
  return { ...counts, requests, afterwards, ...(refused && { refused }) }
}
