import type { Messenger, PersonId } from '../../core/ports.ts'
import type { Pace } from '../pace/pace.ts'

interface UpdatingPorts<Card> {
  messenger: Pick<Messenger<Card>, 'update'>
  pace: Pick<Pace, 'note' | 'pause'>
}

export type Updating<Card> = (tenant: string, person: PersonId, message: string, card: Card) => Promise<void>

/**
 * Puts a card in the place of one that somebody has before them, after they did on a page what the card asks. It follows their
 * own act, so it does not wait for its turn. It is tried once: an old card says itself what became of it. Never rejects.
 */
export const updating =
  <Card>({ messenger, pace }: UpdatingPorts<Card>): Updating<Card> =>
  async (tenant, person, message, card) => {
    try {
      pace.note(tenant, person)
      const sent = await messenger.update({ tenant, person, message }, card)
      if (sent.kind === 'not-now' && sent.laneMs !== undefined) await pace.pause(tenant, sent.laneMs)
    } catch {
      // The old card stays.
    }
  }
