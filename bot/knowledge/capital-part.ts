import type { Gaps } from '../../services/ask/gaps.ts'
import { heldByFew } from '../../services/ask/routing/shown-role.ts'
import { type Person, teamOf } from '../../services/core/people.ts'
import type { Instant } from '../../services/core/ports.ts'
import { instant, momentOn, mondayOf, weekOf } from '../../services/core/time.ts'
import { type Capital, type MapTopic, mapOf, type Said } from '../../services/knowledge/capital.ts'
import { signsIn } from '../../services/leaving/signs-in.ts'
import type { Ground } from '../ground.ts'
import type { LeavingPart } from '../leaving/part.ts'
import { type Feature, keepsNothing } from '../turn.ts'
import { capitalRoutes } from './capital.api.me.ts'
import type { KnowledgePart } from './part.ts'

/** A search shows no more either. */
const MOST_ANSWERS = 50

/** What the organisation knows and does not know yet, by topic: put together of what people said and asked. */
export function capitalPart(
  { who, clock, stands }: Ground,
  { reasons, items, gaps, analysis, around }: CapitalNeeds,
): { capital: Capital; feature: Feature } {
  /** Drawn once for all who look, as long as nobody says anything else, comes or goes, and it is the same week. */
  const drawn = new WeakMap<readonly Said[], Drawn>()

  async function mapFor(tenant: string, said: readonly Said[]): Promise<MapTopic[]> {
    const [everyone, known, read] = await Promise.all([who.all(tenant), around(tenant), analysis()])
    const before = instant(momentOn(mondayOf(weekOf(clock.now())), '00:00'))
    const last = drawn.get(said)
    if (last?.before === before && last.everyone === everyone) return last.topics
    const topics = mapOf(said, {
      before,
      analysis: read,
      isPlain: (words) => signsIn(words, known).length === 0,
      rareRoles: [...heldByFew(everyone.map(({ jobTitle }) => jobTitle)), ...heldByFew(everyone.map(teamOf))],
    })
    drawn.set(said, { before, everyone, topics })
    return topics
  }

  const capital: Capital = {
    async topics(tenant: string) {
      const { said } = await reasons.shown(tenant)
      const [topics, answersAbout] = await Promise.all([mapFor(tenant, said), items.counting(tenant, MOST_ANSWERS)])
      return topics.map(({ topic, language, helpers }) => ({ topic, helpers, answers: answersAbout(topic, language) }))
    },
    asked: gaps.topics,
  }
  return {
    capital,
    feature: {
      name: 'capital',
      routes: { me: capitalRoutes({ capital, languageOf: stands.languageOf }) },
      ...keepsNothing,
    },
  }
}

interface Drawn {
  before: Instant
  everyone: readonly Person[]
  topics: MapTopic[]
}

export interface CapitalNeeds
  extends Pick<KnowledgePart, 'reasons' | 'items' | 'analysis'>,
    Pick<LeavingPart, 'around'> {
  gaps: Pick<Gaps, 'topics'>
}
