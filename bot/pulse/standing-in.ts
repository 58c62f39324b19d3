import { goneCard } from '../../cards/draft/notice.ts'
import { codeOf, meant } from '../../cards/kit/code.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { deputyAnsweredCard, deputyAskedCard, deputyCard } from '../../cards/pulse/deputy.ts'
import { RoleInput } from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { notYours, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

/** A manager names who stands in for them; who was named says yes or no. */
export function standingIn({ deputies }: Pick<PulseService, 'deputies'>) {
  const choose = async ({ tenant, person, language }: Said, words: string): Promise<Reply> => ({
    card: deputyCard(language, await deputies.choose(tenant, person, words)),
  })

  async function answer({ tenant, person, language }: Turn, role: string, yes: boolean): Promise<Reply> {
    const outcome = await deputies.answer(tenant, person, role, yes)
    return outcome === 'not-yours' ? notYours({ language }) : { card: deputyAnsweredCard(language, outcome) }
  }

  /** By the code of who asked; where several did, and none is named, the card of the first comes, which names its own. */
  const typed = (yes: boolean) => async (turn: Turn, code: string) => {
    const { tenant, person, language } = turn
    const asked = await deputies.askedOf(tenant, person)
    const one = meant(asked, code)
    if (one) return answer(turn, one.id, yes)
    if (code && !asked.some(({ id }) => codeOf(id) === code)) return undefined
    const [first] = asked
    const name = first && (await deputies.asker(tenant, person, first.id))
    return { card: first && name ? deputyAskedCard(language, name, first.id) : goneCard(language) }
  }

  return {
    said: phrases(
      on(commands.noDeputy, (turn: Said) => choose(turn, '')),
      on(commands.deputy, choose),
      on(commands.standIn, typed(true)),
      on(commands.standNotIn, typed(false)),
    ),
    pressed: {
      'pulse.deputy': press(RoleInput, async (turn, { role }) => {
        const name = await deputies.asker(turn.tenant, turn.person, role)
        return name ? { card: deputyAskedCard(turn.language, name, role) } : notYours(turn)
      }),
      'pulse.deputy-yes': press(RoleInput, (turn, { role }) => answer(turn, role, true)),
      'pulse.deputy-no': press(RoleInput, (turn, { role }) => answer(turn, role, false)),
    },
  }
}
