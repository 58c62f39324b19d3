import type { Gaps } from '../../services/ask/gaps.ts'
import { heldByFew } from '../../services/ask/routing/shown-role.ts'
import { teamOf } from '../../services/core/people.ts'
import type { Instant } from '../../services/core/ports.ts'
import { type Capital, mapOf } from '../../services/knowledge/capital.ts'
import { monthlyMap } from '../../services/knowledge/monthly-map.ts'
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
  { store, clock, who, stands }: Ground,
  { reasons, items, gaps, analysis, around }: CapitalNeeds,
): { capital: Capital; feature: Feature } {
  async function draw(tenant: string, before: Instant) {
    const [{ said }, everyone, known, read] = await Promise.all([
      reasons.shown(tenant),
      who.all(tenant),
      around(tenant),
      analysis(),
    ])
    const here = new Set(everyone.map(({ id }) => id))
    return mapOf(
      said.filter(({ person }) => here.has(person)),
      {
        before,
        analysis: read,
        isPlain: (words) => signsIn(words, known).length === 0,
        rareRoles: [...heldByFew(everyone.map(({ jobTitle }) => jobTitle)), ...heldByFew(everyone.map(teamOf))],
      },
    )
  }
  const mapFor = monthlyMap({ store, clock, draw })

  const capital: Capital = {
    async topics(tenant: string) {
      const [topics, answersAbout] = await Promise.all([mapFor(tenant), items.counting(tenant, MOST_ANSWERS)])
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

export interface CapitalNeeds
  extends Pick<KnowledgePart, 'reasons' | 'items' | 'analysis'>,
    Pick<LeavingPart, 'around'> {
  gaps: Pick<Gaps, 'topics'>
}
