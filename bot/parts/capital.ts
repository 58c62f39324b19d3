import type { Gaps } from '../../services/ask/gaps.ts'
import { few } from '../../services/ask/role.ts'
import { teamOf } from '../../services/core/people.ts'
import { instant, momentOn, mondayOf, weekOf } from '../../services/core/time.ts'
import { mapOf } from '../../services/knowledge/capital.ts'
import { signsIn } from '../../services/reflection/recognisable.ts'
import { familiar } from '../texts.ts'
import type { Ground } from './ground.ts'
import type { KnowledgePart } from './knowledge.ts'

/** A search shows no more either. */
const MOST_ANSWERS = 50

/** What the organisation knows and does not know yet, by topic: put together of what people said and asked. */
export function capitalPart({ who, clock }: Ground, { reasons, items, gaps, analysis }: CapitalNeeds) {
  return {
    async topics(tenant: string) {
      const [{ said }, everyone, isFamiliar, answersAbout, read] = await Promise.all([
        reasons.shown(tenant),
        who.all(tenant),
        familiar(),
        items.counting(tenant, MOST_ANSWERS),
        analysis(),
      ])
      const names = everyone.map(({ name }) => name)
      return mapOf(said, {
        before: instant(momentOn(mondayOf(weekOf(clock.now())), '00:00')),
        analysis: read,
        isPlain: (words) => signsIn(words, { names, isFamiliar }).length === 0,
        rareRoles: [...few(everyone.map(({ jobTitle }) => jobTitle)), ...few(everyone.map(teamOf))],
        answersAbout,
      })
    },
    asked: gaps.topics,
  }
}

export interface CapitalNeeds extends Pick<KnowledgePart, 'reasons' | 'items' | 'analysis'> {
  gaps: Pick<Gaps, 'topics'>
}
