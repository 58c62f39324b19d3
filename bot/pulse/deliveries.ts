import type { Card } from '../../cards/kit/card.ts'
import { questionBackCard } from '../../cards/pulse/ask-back.ts'
import { decisionCard, missingCard, recognisedCard } from '../../cards/pulse/decision.ts'
import { deputyAskedCard } from '../../cards/pulse/deputy.ts'
import { owedCard } from '../../cards/pulse/response.ts'
import { newsCard } from '../../cards/pulse/task.ts'
import type { Language } from '../../services/core/ports.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Addressee } from '../../services/delivery/sending/may-send.ts'
import type { Asked, News } from '../../services/pulse/answer/documents.ts'
import { isOwed } from '../../services/pulse/answer/owed/answer-deadlines.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { daysOf } from '../../services/pulse/rules/window-dates.ts'
import type { PulseScreens } from './screens/screens.ts'

type Draw = (delivery: Delivery, language: Language, id: string) => Promise<Card | undefined>

/** What goes out by itself: made when it is sent, for those who may read it then, as it is then. */
export function pulseDeliveries(service: PulseService, show: PulseScreens) {
  const draws: Record<string, Draw> = { ...answerDraws(service, show), ...taskDraws(service, show) }

  return async (delivery: Delivery, { language }: Addressee): Promise<Card | undefined> => {
    for (const [what, id] of Object.entries(delivery.about)) {
      const draw = draws[what]
      if (draw) return draw(delivery, language, id)
    }
    return undefined
  }
}

/** A pulse, and the answer to it. */
function answerDraws(service: PulseService, show: PulseScreens): Record<string, Draw> {
  const { decisions, response } = service

  const pulse: Draw = async ({ tenant, person }, language, id) => {
    const shown = await service.shownTo(tenant, person, id)
    return shown && show.pulse({ tenant, person, language }, shown)
  }

  const decision: Draw = async ({ tenant, person }, language, id) => {
    const made = await decisions.of(tenant, id)
    const one = made && (await service.of(tenant, made.pulse))
    if (!one) return undefined
    return decisionCard(await show.sentView(language, service.seenAs(one, person), made), id)
  }

  /** An answer that came in the meantime is sooner than the news that there is none. */
  const missing: Draw = async ({ tenant }, language, id) => {
    const [one, owed] = await Promise.all([service.of(tenant, id), service.answerTo(tenant, id)])
    const waiting = owed?.points.filter(isOwed) ?? []
    if (!one || waiting.length === 0) return undefined
    const { from, to } = daysOf(one)
    const names = (await service.waitedFor(one, waiting)).map(({ name }) => name)
    const what = waiting.every(({ promised }) => promised) ? 'outcome' : 'answer'
    return missingCard(language, from, to, names, what)
  }

  const owed =
    (why: 'reminded' | 'reopened' | 'outcome'): Draw =>
    async ({ tenant, person }, language, id) => {
      const { kind } = await response.stands(tenant, person, id)
      return kind === 'asks' || kind === 'preview' ? owedCard(language, id, why) : undefined
    }

  const recognised: Draw = async ({ tenant, person, about }, language, id) => {
    const [shown, owed] = await Promise.all([service.shownTo(tenant, person, id), service.answerTo(tenant, id)])
    const told = owed?.recognised?.find(({ of }) => of === about.of)
    return shown && told && recognisedCard(language, told.words ?? [])
  }

  return {
    pulse,
    decision,
    missing,
    recognised,
    reminder: owed('reminded'),
    reopened: owed('reopened'),
    outcome: owed('outcome'),
  }
}

/** What somebody is asked, and what became of it. */
function taskDraws(service: PulseService, show: PulseScreens): Record<string, Draw> {
  const { decisions } = service

  const task =
    (kind: Asked['kind']): Draw =>
    ({ tenant, person, about }, language, id) =>
      show.task({ tenant, person, language }, { kind, decision: id, place: Number(about.place) })

  const news =
    (kind: Exclude<News['kind'], Asked['kind']>): Draw =>
    async ({ tenant, about }, language, id) => {
      const made = await decisions.of(tenant, id)
      const point = made && (await service.answerTo(tenant, made.pulse))?.points[Number(about.place)]?.point
      const named = made?.points.find((one) => one.point.kind === point?.kind && one.point.words === point?.words)
      const owner = named?.noted.owner
      return made && owner
        ? newsCard(language, kind, await show.nameOf(tenant, language, owner), made.pulse)
        : undefined
    }

  const question: Draw = async ({ tenant }, language, id) => {
    const [one, owed] = await Promise.all([service.of(tenant, id), service.answerTo(tenant, id)])
    const asked = owed?.question
    if (!one || !asked) return undefined
    const by = await show.nameOf(tenant, language, asked.by)
    const altered = !decisions.isUnchangedQuestion(id, asked)
    return questionBackCard({ language, ...daysOf(one), by, text: asked.text, ...(altered && { altered }) })
  }

  const deputy: Draw = async ({ tenant, person }, language, id) => {
    const name = await service.deputies.asker(tenant, person, id)
    return name ? deputyAskedCard(language, name, id) : undefined
  }

  return {
    deputy,
    question,
    pass: task('pass'),
    owner: task('owner'),
    took: news('took'),
    'gave-back': news('gave-back'),
    'not-owner': news('not-owner'),
  }
}
