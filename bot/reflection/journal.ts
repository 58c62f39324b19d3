import { goneCard } from '../../cards/draft/notice.ts'
import { journalCard, removeCard, removedCard } from '../../cards/reflection/journal.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Reply, Turn } from '../turn.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Screens } from './screens/screens.ts'

const ON_A_PAGE = 3

/** One's own journal: read back, search, delete. */
export function journal({ service, fateOfQuote }: ReflectionNeeds, show: Screens) {
  return {
    async list(turn: Turn, before?: number, searched?: string): Promise<Reply> {
      const { entries, older } = await service.page(turn, { before, words: searched, limit: ON_A_PAGE })
      const fate = await fateOfQuote(turn.tenant, turn.person)
      const told = { ...(fate && fate !== 'restored' && { fate }) }
      const view = { language: turn.language, ...told, entries, ...(older && { older }), ...(searched && { searched }) }
      return { card: journalCard(view) }
    },

    /** The moment with this number, opened. Undefined when these words are no number of a moment. */
    async opened(turn: Turn, typed: string): Promise<Reply | undefined> {
      const number = /^(?:nr\.?|#)?\s*(\d{1,6})$/i.exec(typed)?.[1]
      const entries = number ? await service.journal(turn.tenant, turn.person) : []
      const entry = entries.find((one) => one.number === Number(number))
      return entry && show.moment(turn, entry.moment)
    },

    /** The moment that a typed number means; without one, the moment that was touched last. */
    async numbered(turn: Turn, number: string): Promise<Moment | undefined> {
      if (!number) return service.lastTouched(turn.tenant, turn.person)
      const entries = await service.journal(turn.tenant, turn.person)
      return entries.find((entry) => entry.number === Number(number))?.moment
    },

    /** Asks once, and says which moment it is about. */
    async confirmRemoval(turn: Turn, moment: Moment | undefined, isMessageDeleted = false): Promise<Reply> {
      const entries = await service.journal(turn.tenant, turn.person)
      const entry = moment && entries.find((one) => one.moment.id === moment.id)
      return {
        card: entry ? removeCard(turn.language, entry.moment, entry.number, isMessageDeleted) : goneCard(turn.language),
      }
    },

    async remove(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      if (moment) await service.remove(turn, moment.id)
      return { card: removedCard(turn.language) }
    },

    /** Back to the confirmation without the text. */
    async fold(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const entries = await service.journal(turn.tenant, turn.person)
      const number = entries.find((entry) => entry.moment.id === moment?.id)?.number
      return { card: moment ? await show.saved(turn, moment, { number }) : goneCard(turn.language) }
    },
  }
}

export type Journal = ReturnType<typeof journal>
