import { goneCard } from '../../cards/draft/notice.ts'
import { unchangedCard } from '../../cards/reflection/saved.ts'
import { clean } from '../../services/core/text/clean.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Deleted, Edited, Pressed, Reply, Said } from '../turn.ts'
import type { Answers } from './answer/answering.ts'
import type { Journal } from './journal.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Screens } from './screens/screens.ts'

/** What was kept and becomes something else: its message was changed or deleted, or it was a question. */
export function changesOf(needs: ReflectionNeeds, answers: Answers, own: Journal, show: Screens) {
  const { service } = needs

  /** The kept text becomes an ask, and leaves the journal once it is one. */
  async function wasQuestion(turn: Said | Pressed, moment: Moment | undefined): Promise<Reply> {
    if (!moment) return { card: goneCard(turn.language) }
    const { tenant, person, at, language, place, isCalm } = turn
    if (!isCalm && (await needs.signsIn(moment.text)).isTender) return needs.before(turn)
    const by = { tenant, person, at, language, place, ...(isCalm && { isCalm }) }
    const asked = await needs.ask({ ...by, kind: 'said', id: `${moment.id}-asked`, text: moment.text })
    if (!asked.refused) await service.remove(turn, moment.id)
    return asked
  }

  /** What was kept stays until the person chose. */
  async function edited(turn: Edited): Promise<Reply | undefined> {
    const moment = await service.saidIn(turn.tenant, turn.person, turn.id)
    if (!moment) return undefined
    // What was deleted here stays deleted, and the new words are a new text.
    if (moment.removed) return answers.keepTyped({ ...turn, kind: 'said', id: `${turn.id}-again` })
    if (!turn.text || moment.text === clean(turn.text)) return { card: unchangedCard(turn.language, moment.id) }
    return { card: show.second(turn, await service.hold(turn, moment, held(turn.text, moment)), true) }
  }

  const held = (text: string, { how, sharing }: Moment) => ({ text, how: how ?? ('' as const), sharing })

  async function deleted(turn: Deleted): Promise<Reply | undefined> {
    const moment = await service.saidIn(turn.tenant, turn.person, turn.id)
    return moment && !moment.removed ? own.confirmRemoval(turn, moment, true) : undefined
  }

  return { wasQuestion, edited, deleted }
}
