import { buildCard, takenBackCard } from '../../cards/knowledge/item.ts'
import type { Bank } from '../../services/knowledge/bank.ts'
import { notYours, type Reply, type Turn } from '../turn.ts'
import type { BankScreens } from './bank-screens.ts'

/** What was shared is built upon, and looked after by the person who shared it. */
export function lookingAfter(bank: Bank, { viewOf, read }: BankScreens) {
  async function build(turn: Turn, id: string, begun?: string): Promise<Reply> {
    const found = await bank.open(turn, id)
    if (!found) return notYours(turn)
    return { card: buildCard(turn.language, await viewOf(turn, found.item), begun ? { text: begun } : undefined) }
  }

  async function add(turn: Turn, id: string, text: string): Promise<Reply> {
    const written = await bank.build(turn, id, text)
    if (written.kind === 'shared')
      return read(turn, written.item.id, { ...(written.leftOut && { leftOut: written.leftOut }) })
    const base = written.kind === 'gone' ? undefined : await bank.open(turn, id)
    if (!base) return notYours(turn)
    const problem = {
      text,
      isEmpty: written.kind === 'empty',
      ...(written.kind === 'too-long' && { limit: written.limit }),
    }
    return { card: buildCard(turn.language, await viewOf(turn, base.item), problem) }
  }

  async function holds(turn: Turn, id: string): Promise<Reply> {
    return (await bank.confirm(turn, id)) ? read(turn, id) : notYours(turn)
  }

  const takeBack = async (turn: Turn, id: string): Promise<Reply> =>
    (await bank.takeBack(turn, id)) ? { card: takenBackCard(turn.language) } : notYours(turn)

  return { build, add, holds, takeBack }
}
