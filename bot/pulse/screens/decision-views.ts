import type { DecisionView, PointView } from '../../../cards/pulse/decision.ts'
import type { Language } from '../../../services/core/ports.ts'
import type { Decision } from '../../../services/pulse/answer/documents.ts'
import type { KeptPulse } from '../../../services/pulse/documents.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import { daysOf } from '../../../services/pulse/rules/window-dates.ts'
import type { NameOf } from './names-in.ts'

/** A decision as its readers see it: with names, and with what was sent where its words were changed. */
export function decisionViews(service: PulseService, nameOf: NameOf) {
  const { decisions } = service

  /** An owner is sure when they decided themselves, or said that it is right: as it is when the card is made. */
  async function pointViews(language: Language, one: KeptPulse, mark: string, points: Decision['points']) {
    const { tenant } = one
    const owed = await service.answerTo(tenant, one.id)
    const views = points.map(async ({ point, noted: { owner, ...noted } }): Promise<PointView> => {
      if (!owner) return { point, noted }
      const stands = owed?.points.find((own) => own.point.kind === point.kind && own.point.words === point.words)
      const sure = owner === mark || (stands?.noted?.owner === owner && stands.confirmed === true)
      return { point, noted, owner: { name: await nameOf(tenant, language, owner), sure } }
    })
    return Promise.all(views)
  }

  async function decisionView(language: Language, one: KeptPulse, mark: string, points: Decision['points']) {
    const quotes = one.quotes.map(({ text }) => text)
    const by = await nameOf(one.tenant, language, mark)
    const views = await pointViews(language, one, mark, points)
    const rotation = await service.rotation(one.tenant, one.window)
    return {
      language,
      ...daysOf(one),
      quotes,
      ...(one.resting && { rests: true }),
      by,
      points: views,
      ...(rotation && { rotation }),
    } satisfies DecisionView
  }

  /** A decision as it is kept; where its words were changed after it was sent, with what was sent beside it. `one` as its reader sees it. */
  async function sentView(language: Language, one: KeptPulse, decision: Decision): Promise<DecisionView> {
    const view = await decisionView(language, one, decision.by, decision.points)
    if (decisions.isUnchanged(decision)) return view
    const sent = decisions.asSent(decision, await service.answerTo(one.tenant, one.id))
    return { ...view, altered: sent ? { sent: await pointViews(language, one, decision.by, sent) } : {} }
  }

  return { decisionView, sentView }
}
