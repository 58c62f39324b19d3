import type { PersonId } from '../../services/core/ports.ts'
import { insertion } from '../../services/insertion/insertion.ts'
import type { Ground } from '../ground.ts'
import type { KnowledgePart } from '../knowledge/part.ts'
import { reader } from '../texts.ts'
import { type InsertionNeeds as FeatureNeeds, insertionFeature, type Links } from './feature.ts'

export interface InsertionNeeds extends Pick<FeatureNeeds, 'ask' | 'keep' | 'adviserOf'> {
  knowing: KnowledgePart
  links: Links | undefined
}

/** Where nobody set an address, a link leads to Teams itself. */
const NOWHERE: Links = { page: () => TEAMS, chat: () => TEAMS, pageIn: () => undefined }
const TEAMS = 'https://teams.microsoft.com/'

/** What is done from other chats than one's own with the bot. */
export function insertionPart(ground: Ground, { knowing, links = NOWHERE, ask, keep, adviserOf }: InsertionNeeds) {
  const { bank, items, analysis } = knowing
  const { find, overview } = bank
  return insertionFeature({
    service: insertion({ find, overview, writersAbout: items.writersAbout, analysis }),
    links,
    get: items.get,
    colleague: ground.colleague,
    async isOff(tenant: string, person: PersonId) {
      const { stopped, forgotten } = await ground.choices.of(tenant, person)
      return stopped === true || forgotten !== undefined
    },
    ask,
    keep,
    isTender: async (text) => (await (await reader())(text)).isTender,
    adviserOf,
  })
}
