import type { App, AppPorts } from '../bot/app.ts'
import { type House as Composed, createHouse, type Technologies } from '../bot/composition/composition.ts'
import { linksTo } from '../bot/service/links.ts'
import type { Reply, Turn } from '../bot/turn.ts'
import type { Action, Card, Element } from '../cards/kit/card.ts'
import { pressesOf } from '../cards/kit/presses.ts'
import { memoryStore } from '../services/adapters/memory/store.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { hmacSecrets } from '../services/adapters/system/secrets.ts'
import { type Person, placed } from '../services/core/people.ts'
import type { Log, Messenger, PersonId, Secrets, Sent, Store, Telemetry } from '../services/core/ports.ts'
import { later, nextWorkingMoment } from '../services/core/time.ts'

/** A Wednesday morning in the middle of an ordinary week: 2026-W47. */
export const WEDNESDAY = new Date('2026-11-18T09:00:00.000Z')
export const TENANT = 'tenant-a'

export interface Message {
  to: PersonId
  content: Card | string
}

type Roster = Partial<Person> & Pick<Person, 'id' | 'name'>

const TEAM = ['Gemeente', 'Dienstverlening', 'Team Klantcontact']
const OTHER = ['Gemeente', 'Ruimte', 'Team Vergunningen']

/** Sanne asks, Karin and Bram know; Marieke manages Sanne, Mehmet manages Karin, Hans is at the top, Hilde is HR. */
export const ROSTER: Roster[] = [
  { id: 'hans', name: 'Hans de Boer', unit: ['Gemeente'] },
  { id: 'marieke', name: 'Marieke Jansen', unit: TEAM, managers: ['hans'] },
  { id: 'mehmet', name: 'Mehmet Kaya', unit: OTHER, managers: ['hans'] },
  { id: 'sanne', name: 'Sanne Bakker', unit: TEAM, managers: ['marieke'] },
  { id: 'fatima', name: 'Fatima Aydin', unit: TEAM, managers: ['marieke'] },
  { id: 'karin', name: 'Karin de Wit', unit: OTHER, managers: ['mehmet'], jobTitle: 'Vergunningverlener' },
  { id: 'bram', name: 'Bram Visser', unit: OTHER, managers: ['mehmet'] },
  { id: 'priya', name: 'Priya Nair', unit: OTHER, managers: ['mehmet'], language: 'en' },
  { id: 'hilde', name: 'Hilde Mol', unit: ['Gemeente'], managers: ['hans'], roles: ['hr'] },
]

/** What a test says about a turn besides what was done: its id, where it was said, what it answers. */
export type More = Partial<Pick<Turn, 'id' | 'place' | 'replyTo'>>

export interface Options {
  /** What keeps it, or the store of another house on the same keeper. */
  store?: Store
  at?: Date
  roster?: Roster[]
  /** What the wire answers; accepted unless a test says otherwise. */
  wire?: (message: Message) => Promise<Sent>
  /** Where figures go; nowhere unless a test listens. */
  telemetry?: Telemetry
  /** The real way out, with the real addresses, for a test that comes in by the real way too. */
  channel?: Extract<Technologies['way'], { wire: unknown }>
  /** The key of a store that was filled before; a key for tests unless it is given. */
  secrets?: Secrets
  /** What is drawn for a pulse. */
  draws?: AppPorts['draws']
  /** Whether somebody has to be there who decides about reports: given, as in the Playground, unless a test says no. */
  reportsCountAsDecided?: boolean
  /** What putting back a backup may not undo. */
  ledger?: AppPorts['ledger']
}

/** Everybody can be reached, and nobody knows where. */
const NOWHERE = { export: async () => ({}), forget: async () => {} }

/** Counted over all houses: a house that is built again on the same store begins no turn anew. */
let turns = 0

/** A test may write what it finds in a house, and then build another house on it: that one needs the keeper itself. */
const keepers = new WeakMap<Store, Store>()

/** The whole app on a memory store, with a clock that tests move, put together as the service is. Entered by the front door: say, press, read. */
export class House {
  readonly sent: Message[] = []
  /** What was put in the place of a card that was sent. */
  readonly updated: { to: PersonId; message: string; content: Card }[] = []
  readonly logged: string[] = []
  /** As the app has it: what a test writes in it is written as the app would. */
  readonly store: Store
  /** What lies under it. */
  readonly keeper: Store
  readonly app: App
  readonly contacts: Composed['contacts']
  readonly pace: Composed['pace']
  now: Date

  constructor(options: Options = {}) {
    this.now = options.at ?? WEDNESDAY
    const clock = { now: () => this.now }
    const given = options.store ?? memoryStore({ clock, random: systemRandom })
    this.keeper = keepers.get(given) ?? given
    const messenger: Messenger<Card> = {
      send: async ({ person }, content) => {
        const message = { to: person, content }
        const sent = (await options.wire?.(message)) ?? { kind: 'accepted', message: `message-${this.sent.length}` }
        if (sent.kind === 'accepted') this.sent.push(message)
        return sent
      },
      update: async ({ person, message }, content) => {
        this.updated.push({ to: person, message, content })
        return { kind: 'accepted', message }
      },
    }
    const line = (event: string, fields?: object) => void this.logged.push(JSON.stringify({ event, ...fields }))
    const log: Log = { info: line, error: line }
    const { draws, ledger } = options
    const house = createHouse(
      {
        keeper: this.keeper,
        clock,
        random: systemRandom,
        log,
        telemetry: options.telemetry,
        way: options.channel ?? { messenger },
        ...(ledger && { ledger: () => ledger }),
        ...(!options.channel && { addresses: () => NOWHERE }),
        handed: {
          ...(draws && { draws }),
          workingMoment: nextWorkingMoment,
          reportsCountAsDecided: options.reportsCountAsDecided ?? true,
          links: linksTo({ address: 'https://leermoment.zuid.nl/tab/', appId: 'app' }),
          exportLink: (ticket, kind) => `http://127.0.0.1/api/me/export/${ticket}/leermoment.${kind}`,
        },
      },
      options.secrets ?? hmacSecrets('a key for tests'),
    )
    this.app = house.app
    this.store = house.store
    this.contacts = house.contacts
    this.pace = house.pace
    keepers.set(this.store, this.keeper)
  }

  static async open(options: Options = {}): Promise<House> {
    const house = new House(options)
    for (const person of options.roster ?? ROSTER) await house.employ(person)
    return house
  }

  async employ(person: Roster, tenant = TENANT): Promise<void> {
    const {
      since = '2026-W47',
      unit = TEAM,
      managers = [],
      roles = [],
      email = `${person.id}@voorbeeldstad.example`,
    } = person
    const { items } = await this.app.roster.find({ tenant }, { index: 'name', limit: 1000 })
    const others = items.filter(({ id }) => id !== person.id)
    const known = items.find(({ id }) => id === person.id)?.etag
    const hired = { ...person, tenant, since, unit, managers, roles, email, ...(known && { etag: known }) }
    for (const one of placed([...others, hired])) await this.app.roster.put(one)
  }

  /** Types a text. The same `id` again is the same activity that arrives again. */
  async say(person: PersonId, text: string, more: More = {}): Promise<Card> {
    return cardOf(await this.turn({ ...(await this.by(person)), ...more, kind: 'said', text }))
  }

  /** Presses a button of a card by its title, with what was filled in. */
  press(person: PersonId, card: Card, title: string, inputs: Record<string, string> = {}): Promise<Card> {
    return this.pressed(person, card, title, inputs).then(cardOf)
  }

  pressed(
    person: PersonId,
    card: Card,
    title: string,
    inputs: Record<string, string> = {},
    more: More = {},
  ): Promise<Reply | undefined> {
    const { verb, data, associatedInputs } = button(card, title)
    const filled = associatedInputs === 'none' ? {} : { ...filledIn(card), ...inputs }
    return this.send(person, verb, { ...data, ...filled }, more)
  }

  /** Sends a press as it comes over the wire, whatever is in it. */
  async send(person: PersonId, verb: string, input: Record<string, unknown>, more: More = {}) {
    return this.turn({ ...(await this.by(person)), ...more, kind: 'pressed', verb, input })
  }

  async arrive(person: PersonId): Promise<Reply | undefined> {
    return this.turn({ ...(await this.by(person)), kind: 'arrived' })
  }

  turn(turn: Turn): Promise<Reply | undefined> {
    return this.app.dispatch(turn)
  }

  /** Runs everything that is due now, and what that makes due. */
  async settle(): Promise<void> {
    for (let ran = 1; ran > 0; ) ran = await this.app.agenda.runDue()
  }

  /** Moves time on, running everything on the way at its own moment. */
  async pass(milliseconds: number): Promise<void> {
    const until = later(this.now, milliseconds)
    await this.settle()
    for (let next = await this.app.agenda.next(); next && next <= until; next = await this.app.agenda.next()) {
      if (next > this.now) this.now = next
      await this.settle()
    }
    this.now = until
  }

  /** The same, up to an instant such as `2026-11-19T14:00Z`. */
  until(instant: string): Promise<void> {
    return this.pass(new Date(instant).getTime() - this.now.getTime())
  }

  /** The cards that the bot sent to this person by itself, oldest first. */
  sentTo(person: PersonId): Card[] {
    return this.contentTo(person).filter((content) => typeof content !== 'string')
  }

  /** The lines of plain text that the bot sent to this person by itself. */
  linesTo(person: PersonId): string[] {
    return this.contentTo(person).filter((content) => typeof content === 'string')
  }

  private contentTo(person: PersonId) {
    return this.sent.filter(({ to }) => to === person).map(({ content }) => content)
  }

  private async by(person: PersonId) {
    const id = `turn-${++turns}`
    const language = await this.app.standing.languageOf(TENANT, person)
    return { id, tenant: TENANT, person, at: this.now, language, place: 'personal' as const }
  }
}

export function cardOf(reply: Reply | undefined): Card {
  if (!reply) throw new Error('there was no reply')
  return reply.card
}

export function button(card: Card, title: string): Action {
  const all = pressesOf(card)
  const found = all.find((action) => action.title === title) ?? all.find((action) => action.tooltip === title)
  if (!found) throw new Error(`no button "${title}" but: ${all.map((action) => action.title).join(', ')}`)
  return found
}

/** Everything of a card that can be read, in order. */
export function read(card: Card): string {
  const words = (element: Element): string[] => {
    const { text, label, title, items, columns, inlines, choices, actions, value, placeholder } = element as Record<
      string,
      unknown
    >
    const own = [label, text, title, placeholder, value].filter((one) => typeof one === 'string')
    const inside = [items, columns, inlines, choices, actions].flatMap((list) => (Array.isArray(list) ? list : []))
    return [...own, ...inside.flatMap((one) => words(one as Element))]
  }
  return [...card.body.flatMap(words), ...card.actions.map(({ title }) => title)].join('\n')
}

/** What a card sends when nobody changes a field. */
export const filledIn = (card: Card): Record<string, string> =>
  Object.fromEntries(
    card.body
      .filter(({ type, value }) => type.startsWith('Input.') && typeof value === 'string')
      .map(({ id, value }) => [String(id), String(value)]),
  )
