import { z } from 'zod'
import { notYetCard, smallCard } from '../../cards/draft/notice.ts'
import { dontKnowCard, guideCard } from '../../cards/guide/guide.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Role } from '../../services/core/people.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Reading } from '../../services/typed/kind.ts'
import { type Feature, keepsNothing, phrases, press, type Reply, type Turn } from '../turn.ts'

export interface GuideNeeds {
  rolesOf(tenant: string, person: PersonId): Promise<{ roles: Role[]; manages: boolean }>
  playground: boolean
}

/** What can be done, in each role. It keeps nothing. */
export function guideFeature({ rolesOf, playground }: GuideNeeds): Feature {
  const show = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: guideCard({ language, playground, ...(await rolesOf(tenant, person)) }),
  })

  /** Small talk is nobody's answer: it gets one short line, or help where help was meant. */
  async function chat(turn: Turn, { tone }: Reading): Promise<Reply> {
    if (tone === 'help') return show(turn)
    return { card: smallCard(turn.language, tone === 'later' || tone === 'none' ? 'fine' : tone) }
  }

  const leadOn = async ({ language }: Turn): Promise<Reply> => ({ card: dontKnowCard(language) })

  const later = async ({ language }: Turn): Promise<Reply> => ({ card: notYetCard(language) })

  return {
    name: 'guide',
    kinds: { 'small-talk': chat },
    said: phrases(on(commands.help, show), on(commands.dontKnow, leadOn), on(commands.promised, later)),
    pressed: { 'guide.show': press(z.object({}), show) },
    ...keepsNothing,
  }
}
