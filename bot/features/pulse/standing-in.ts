import { commands, on } from '../../../cards/commands.ts'
import { deputyAnsweredCard, deputyCard } from '../../../cards/deputy.ts'
import { goneCard } from '../../../cards/notice.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { RoleInput } from '../../../services/pulse/response-schema.ts'
import { notYours, press, type Reply, type Said, type Turn } from '../../turn.ts'

/** A manager names who stands in for them; who was named says yes or no. */
export function standingIn({ deputies }: Pick<PulseService, 'deputies'>) {
  const choose = async ({ tenant, person, language }: Said, words: string): Promise<Reply> => ({
    card: deputyCard(language, await deputies.choose(tenant, person, words)),
  })

  async function answer({ tenant, person, language }: Turn, role: string, yes: boolean): Promise<Reply> {
    const outcome = await deputies.answer(tenant, person, role, yes)
    return outcome === 'not-yours' ? notYours({ language }) : { card: deputyAnsweredCard(language, outcome) }
  }

  const typed = (yes: boolean) => async (turn: Turn) => {
    const role = await deputies.askedOf(turn.tenant, turn.person)
    return role ? answer(turn, role, yes) : { card: goneCard(turn.language) }
  }

  return {
    said: {
      ...on(commands.noDeputy, (turn: Said) => choose(turn, '')),
      ...on(commands.deputy, choose),
      ...on(commands.standIn, typed(true)),
      ...on(commands.standNotIn, typed(false)),
    },
    pressed: {
      'pulse.deputy-yes': press(RoleInput, (turn, { role }) => answer(turn, role, true)),
      'pulse.deputy-no': press(RoleInput, (turn, { role }) => answer(turn, role, false)),
    },
  }
}
