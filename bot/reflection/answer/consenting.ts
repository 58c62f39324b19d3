import { goneCard } from '../../../cards/draft/notice.ts'
import { consentCard, consentCode } from '../../../cards/reflection/consent.ts'
import { changedMeanwhileCard } from '../../../cards/reflection/saved.ts'
import type { AsksConsent, Audience } from '../../../services/reflection/consenting.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Reflection } from '../../../services/reflection/reflection.ts'
import { notYours, type Reply, type Said, type Turn } from '../../turn.ts'
import type { Screens } from '../screens/screens.ts'

export const consentAsked = (
  { language }: Turn,
  { audience, moment, readers, teams, signs, elsewhere, seen }: AsksConsent,
): Reply => ({
  card: consentCard({
    language,
    audience,
    moment,
    seen,
    readers: readers.map(({ name }) => name),
    ...(teams && { teams }),
    signs: signs.map(({ kind, from, to }) => ({ kind, words: moment.text.slice(from, to) })),
    ...(elsewhere && { elsewhere }),
  }),
})

/** Whether others may read a moment, as its author says. */
export function consenting(service: Reflection, show: Screens) {
  async function consented(turn: Turn, id: string, revision: number, seen: string) {
    const outcome = await service.consent(turn, id, revision, seen)
    const reply = async (): Promise<Reply> => {
      if (outcome.kind === 'asks-consent') return consentAsked(turn, outcome)
      if (outcome.kind === 'saved') return { card: await show.saved(turn, outcome.moment) }
      if (outcome.kind === 'not-yours') return notYours(turn)
      return { card: changedMeanwhileCard(turn.language, id) }
    }
    return { outcome, reply: await reply() }
  }

  const consent = async (...given: Parameters<typeof consented>): Promise<Reply> => (await consented(...given)).reply

  return {
    consented,
    consent,

    /** The typed code stands for the text and the readers on the card; without it the card comes first. */
    async consentTyped(turn: Said, code: string, audience: Audience = 'pulse'): Promise<Reply> {
      const moment = await service.lastTouched(turn.tenant, turn.person)
      if (!moment || moment.journalOnly) return { card: goneCard(turn.language) }
      const asked = await service.askConsent(turn, moment, audience)
      if (code !== consentCode(asked)) return consentAsked(turn, asked)
      return consent(turn, moment.id, moment.revision, asked.seen)
    },

    /** For its author alone from now on, whatever it was. */
    async keepPrivate(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const kept = moment && (await service.keepPrivate(turn, moment.id))
      return { card: kept ? await show.saved(turn, kept) : goneCard(turn.language) }
    },
  }
}
