import { commands, on } from '../../cards/kit/commands.ts'
import { gapsCard } from '../../cards/knowledge/gap.ts'
import type { Gaps } from '../../services/ask/gaps.ts'
import type { Feature, Reply, Turn } from '../turn.ts'

/** Topics that colleagues asked about and nobody knew: for everybody to read, so that somebody may step forward. */
export function gapFeature(gaps: Gaps): Feature {
  const show = async ({ tenant, language }: Turn): Promise<Reply> => ({
    card: gapsCard(language, await gaps.topics(tenant, language)),
  })

  return {
    name: 'gap',
    said: on(commands.gaps, show),
    export: { openTopics: gaps.count },
    forget: (tenant, person) => gaps.forget(tenant, person),
  }
}
