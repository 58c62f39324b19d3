import { z } from 'zod'
import { commands, on } from '../../cards/commands.ts'
import {
  type DataCardView,
  dataCard,
  type ExportLinks,
  exportCard,
  forgetCard,
  forgottenCard,
} from '../../cards/privacy.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { type Feature, press, type Reply, type Turn } from '../turn.ts'

export interface PrivacyNeeds {
  /** What is held about this person, counted per kind. */
  summary(tenant: string, person: PersonId): Promise<Omit<DataCardView, 'language'>>
  /** Where this person can fetch their export, for a short time; undefined while this service has no address. */
  links(tenant: string, person: PersonId): Promise<ExportLinks | undefined>
  /** Every feature forgets this person. */
  forgetEverything(tenant: string, person: PersonId): Promise<void>
}

const nothing = z.object({})

/** One's own data: see it, take it along, erase it. */
export function privacyFeature({ summary, links, forgetEverything }: PrivacyNeeds): Feature {
  const show = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: dataCard({ language, ...(await summary(tenant, person)) }),
  })
  const exported = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: exportCard(language, await links(tenant, person)),
  })
  const ask = async ({ language }: Turn): Promise<Reply> => ({ card: forgetCard(language) })
  const forget = async ({ tenant, person, language }: Turn): Promise<Reply> => {
    await forgetEverything(tenant, person)
    return { card: forgottenCard(language) }
  }

  return {
    name: 'privacy',
    said: {
      ...on(commands.data, show),
      ...on(commands.export, exported),
      ...on(commands.forget, ask),
      ...on(commands.forgetYes, forget),
    },
    pressed: {
      'privacy.show': press(nothing, show),
      // The journal's button stands beside a choice of moments; that choice is of no use here.
      'privacy.export': press(z.object({ moment: z.string().optional() }), exported),
      'privacy.forget': press(nothing, ask),
      'privacy.forget-yes': press(nothing, forget),
    },
    export: async () => ({}),
    forget: async () => {},
  }
}
