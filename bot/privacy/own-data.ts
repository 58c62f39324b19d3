import { fullDateIn } from '../../cards/kit/dates.ts'
import type { DataCardView, ExportLinks } from '../../cards/privacy/own-data.ts'
import { privacyWords } from '../../cards/privacy/words.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import type { People } from '../../services/core/people.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Erasures } from '../../services/privacy/erasures.ts'
import type { ExportedMoment, OwnData } from '../../services/privacy/formats.ts'
import { othersIn, shown } from '../../services/privacy/shown.ts'
import type { Tickets } from '../../services/privacy/tickets.ts'
import type { Shelf } from '../../services/prompts/documents.ts'
import type { Version } from '../../services/prompts/schema.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import { type Exported, type Feature, ROSTER_ROW } from '../turn.ts'

export interface OwnDataPorts {
  features: readonly Feature[]
  people: People
  tickets: Tickets
  languageOf(tenant: string, person: PersonId): Promise<Language>
  wordingOf: Shelf['wordingOf']
  /** What was removed is not to be found any more in the store's files. */
  scrub(): Promise<void>
  erasures: Pick<Erasures, 'note'>
  /** Absent while nobody set the address of this service. */
  exportLink?: ((ticket: string, kind: keyof ExportLinks) => string) | undefined
}

/** An object id that Entra gives to nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Everything that is held about one person: what every feature says it keeps, and how all of it is forgotten. */
export function ownData({
  features,
  people,
  tickets,
  languageOf,
  wordingOf,
  scrub,
  erasures,
  exportLink,
}: OwnDataPorts) {
  async function everything(tenant: string, person: PersonId): Promise<Exported> {
    const parts = [[ROSTER_ROW, people.of] as const, ...features.flatMap((feature) => Object.entries(feature.export))]
    const held: Exported = Object.fromEntries(
      await Promise.all(parts.map(async ([name, read]) => [name, await read(tenant, person)] as const)),
    )
    const others = await Promise.all(othersIn(held).map((id) => people.of(tenant, id)))
    const names = new Map(others.flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
    return shown(held, names) as Exported
  }

  async function taken(tenant: string, person: PersonId): Promise<OwnData> {
    const held = await everything(tenant, person)
    const language = await languageOf(tenant, person)
    const moments = await readable(held, language, (prompt) => wordingOf(tenant, prompt))
    return { everything: held, moments, title: privacyWords(language).mdTitle }
  }

  return {
    /** Whether anything is kept of this person, be it that they were erased: nobody keeps what somebody unheard-of keeps. */
    async knows(tenant: string, person: PersonId): Promise<boolean> {
      const [held, nothing] = await Promise.all([everything(tenant, person), everything(tenant, NOBODY)])
      return JSON.stringify(held).replaceAll(person, NOBODY) !== JSON.stringify(nothing)
    },

    /** What somebody takes along. */
    taken,

    /** For a caller with a ticket that this person was given. */
    async exported(ticket: string): Promise<OwnData | undefined> {
      const of = await tickets.holder(ticket)
      return of && taken(of.tenant, of.person)
    },

    async links(tenant: string, person: PersonId): Promise<ExportLinks | undefined> {
      if (!exportLink) return undefined
      const ticket = await tickets.issue(tenant, person)
      return { json: exportLink(ticket, 'json'), md: exportLink(ticket, 'md'), csv: exportLink(ticket, 'csv') }
    },

    summary: async (tenant: string, person: PersonId) => counted(await everything(tenant, person)),

    async forget(tenant: string, person: PersonId): Promise<void> {
      await erasures.note(tenant, person)
      for (const feature of features) await feature.forget(tenant, person)
      await tickets.revoke(tenant, person)
      await scrub()
    },
  }
}

/** The journal for reading: words instead of codes. */
async function readable(
  { moments = [] }: Exported,
  language: Language,
  wordingOf: (prompt: { id: string; version: number }) => Promise<Version>,
): Promise<ExportedMoment[]> {
  const words = reflectionWords(language)
  return Promise.all(
    (moments as Moment[]).map(async ({ written, prompt, text, how, sharing }) => ({
      written: fullDateIn(language, written),
      question: prompt ? (await wordingOf(prompt))[language].question : words.own,
      text,
      how: how ? words.hows[how] : '',
      sharing: words.sharings[sharing],
    })),
  )
}

function counted(held: Exported): Omit<DataCardView, 'language'> {
  const { name = '', unit = [] } = (held.roster ?? {}) as { name?: string; unit?: string[] }
  const count = (part: string) => (held[part] as unknown[] | undefined)?.length ?? 0
  const counts = {
    moments: count('moments'),
    asks: count('asks'),
    offers: count('offers'),
    knowledge: count('shared'),
    deliveries: ((held.deliveries ?? []) as Delivery[]).filter(({ state }) => state === 'accepted').length,
  }
  return { name, unit: unit.at(-1) ?? '', counts }
}
