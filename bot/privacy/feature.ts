import { z } from 'zod'
import { type AboutView, aboutCard } from '../../cards/guide/about-bot.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import {
  type DataCardView,
  dataCard,
  type ExportLinks,
  exportCard,
  forgetCard,
  forgottenCard,
} from '../../cards/privacy/own-data.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { topicOf } from '../../services/typed/about-bot.ts'
import { type Feature, keepsNothing, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'
import { type OwnDataPorts, ownDataRoutes } from './api.me.ts'

export interface PrivacyNeeds {
  /** What is held about this person, counted per kind. */
  summary(tenant: string, person: PersonId): Promise<Omit<DataCardView, 'language'>>
  /** All of it, to take along. */
  taken: OwnDataPorts['taken']
  /** Where this person can fetch their export, for a short time; undefined while this service has no address. */
  links(tenant: string, person: PersonId): Promise<ExportLinks | undefined>
  /** Who reads what here, and by which rules: as it is now. */
  rules(turn: Turn): Promise<Omit<AboutView, 'language' | 'topic'>>
  /** Every feature forgets this person. */
  forgetEverything(tenant: string, person: PersonId): Promise<void>
}

const nothing = z.object({})

/** One's own data: see it, take it along, erase it. */
export function privacyFeature({ summary, taken, links, rules, forgetEverything }: PrivacyNeeds) {
  const show = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: dataCard({ language, ...(await summary(tenant, person)) }),
  })
  const about = async (turn: Turn, topic: AboutView['topic'] = 'readers'): Promise<Reply> => ({
    card: aboutCard({ language: turn.language, topic, ...(await rules(turn)) }),
  })
  const answered = (turn: Said) => about(turn, topicOf(turn.text))
  const exported = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: exportCard(language, await links(tenant, person)),
  })
  const ask = async ({ language }: Turn): Promise<Reply> => ({ card: forgetCard(language) })
  const forget = async ({ tenant, person, language }: Turn): Promise<Reply> => {
    await forgetEverything(tenant, person)
    return { card: forgottenCard(language) }
  }

  const feature: Feature = {
    name: 'privacy',
    kinds: { 'about-bot': answered },
    said: phrases(
      on(commands.about, (turn) => about(turn)),
      on(commands.data, show),
      on(commands.export, exported),
      on(commands.forget, ask),
      on(commands.forgetYes, forget),
    ),
    pressed: {
      'privacy.show': press(nothing, show),
      'privacy.about': press(nothing, (turn) => about(turn)),
      // The journal's button is beside a choice of moments; that choice is of no use here.
      'privacy.export': press(z.object({ moment: z.string().optional() }), exported),
      'privacy.forget': press(nothing, ask),
      'privacy.forget-yes': press(nothing, forget),
    },
    routes: { me: ownDataRoutes({ summary, taken }) },
    ...keepsNothing,
  }
  return { feature, meanings: { about: answered } }
}
