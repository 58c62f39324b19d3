import { answerCard, helpedCard, standingCard } from '../../cards/ask/asked.ts'
import { askCard, similarCard } from '../../cards/ask/looking.ts'
import { sendCard } from '../../cards/ask/send.ts'
import type { Card } from '../../cards/kit/card.ts'
import { type Answer, type Ask, answerOf, helperOf } from '../../services/ask/ask.ts'
import { ANYONE, type Checking } from '../../services/ask/asker/outcomes.ts'
import type { Choice, Looking } from '../../services/ask/choices.ts'
import type { FilledIn } from '../../services/ask/schema.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import type { Turn } from '../turn.ts'

/** A colleague as the card names one. */
export interface Colleague {
  name: string
  first: string
  team: string
}

/** Names as colleagues know them; somebody who left is an `oud-collega`. */
export type ColleagueOf = (reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId) => Promise<Colleague>

/** From how an ask is to the card that shows it to its asker. */
export function askCards(colleague: ColleagueOf) {
  async function lookingCard(
    turn: Pick<Turn, 'tenant' | 'language'>,
    { ask, known, knowers }: Looking,
    { problem, filled }: { problem?: 'not-available' | 'choose'; filled?: FilledIn | undefined } = {},
  ): Promise<Card> {
    const named = await Promise.all(
      known.map(async (item) => ({ ...item, by: item.source ? '' : (await colleague(turn, item.author)).name })),
    )
    return askCard({
      language: turn.language,
      ask,
      known: named,
      knowers: knowers.map(asShown),
      ...(problem && { problem }),
      ...(filled && { filled }),
    })
  }

  /** What goes to a colleague, as they will read it. */
  async function checkCard(turn: Turn, { ask, chosen, role, pointing }: Checking, filled?: FilledIn): Promise<Card> {
    return sendCard({
      language: turn.language,
      ask,
      to: chosen
        ? { id: chosen.choice, name: shownName(chosen.person), outside: chosen.outside ?? false }
        : { id: ANYONE, outside: false },
      by: await colleague(turn, turn.person),
      pointing,
      ...(role && { role }),
      ...(filled && { filled }),
    })
  }

  const answered = async (turn: Pick<Turn, 'tenant' | 'language'>, ask: Ask, answer: Answer): Promise<Card> =>
    answerCard({ language: turn.language, ask, answer, helper: await colleague(turn, answer.by) })

  /** The asker's ask as it is now, whatever was pressed. */
  async function standing(
    turn: Pick<Turn, 'tenant' | 'language'>,
    ask: Ask,
    leftOut: readonly LeftOut[] = [],
  ): Promise<Card> {
    const { language } = turn
    const answer = answerOf(ask)
    if (ask.state === 'answered' && answer) return answered(turn, ask, answer)
    if (ask.state === 'helped' && answer) {
      return helpedCard(language, (await colleague(turn, answer.by)).first, ask.keep.asker ?? false, answer.text)
    }
    const helper = helperOf(ask)
    const answers = await Promise.all(
      ask.answers.map(async ({ by, text }) => ({ text, by: (await colleague(turn, by)).name })),
    )
    return standingCard(language, ask, helper && (await colleague(turn, helper.person)).name, answers, leftOut)
  }

  return { looking: lookingCard, check: checkCard, answered, standing, similar: similarOf(colleague) }
}

export type AskCards = ReturnType<typeof askCards>

const asShown = ({ person, choice, reason, maybe, outside }: Choice) => ({
  id: choice,
  name: shownName(person),
  reason,
  maybe,
  ...(outside && { outside }),
})

const similarOf =
  (colleague: ColleagueOf) =>
  async (turn: Turn, { id }: Ask, earlier: Ask): Promise<Card> => {
    const answer = answerOf(earlier)
    const by = answer && (await colleague(turn, answer.by)).name
    return similarCard(turn.language, id, earlier, answer && by ? { text: answer.text, by } : undefined)
  }
