import type { Card } from '../../cards/kit/card.ts'
import { commonWords } from '../../cards/kit/common-words.ts'
import type { DecisionView, PointView } from '../../cards/pulse/decision.ts'
import { organisationCard } from '../../cards/pulse/organisation.ts'
import { noPulseCard, pulseCard, withheldCard } from '../../cards/pulse/pulse.ts'
import { ownTaskCard, taskCard } from '../../cards/pulse/task.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import type { Decision, Task } from '../../services/pulse/answer/documents.ts'
import { isOpen } from '../../services/pulse/answer/owed/answer-deadlines.ts'
import { backAt } from '../../services/pulse/answer/owed/reopening.ts'
import type { KeptPulse } from '../../services/pulse/documents.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { Shown } from '../../services/pulse/reading/readable-pulses.ts'
import { daysOf } from '../../services/pulse/rules/window-dates.ts'

interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

/** From what is kept of a pulse to the cards that show it. */
export function pulseScreens(service: PulseService) {
  const { audience, decisions } = service

  /** Of everybody, with which list is told. */
  async function wholeOf({ tenant, person, language }: Reader) {
    const [whole, rotation] = await Promise.all([
      service.organisation(tenant, person, language),
      service.rotation(tenant),
    ])
    return { ...whole, ...(rotation && { rotation }) }
  }

  const organisation = async (reader: Reader): Promise<Card> => organisationCard(reader.language, await wholeOf(reader))

  const none = async (reader: Reader): Promise<Card> => noPulseCard(reader.language, await wholeOf(reader))

  async function pulse({ tenant, person, language }: Reader, shown: Shown): Promise<Card> {
    const { from, to } = daysOf(shown.pulse)
    const block = shown.pulse.name
    const organisation = await service.organisation(tenant, person, language, shown.pulse.window)
    const rotation = await service.rotation(tenant, shown.pulse.window)
    const told = rotation ? { rotation } : {}
    if (shown.kind === 'withheld') return withheldCard({ language, block, from, to, ...told }, organisation)
    const { id, figures, quotes, lead, together } = shown.pulse
    const [readers, owed] = await Promise.all([audience.readersOf(shown.pulse), service.answerTo(tenant, id)])
    const mine = await audience.mayAnswer(shown.pulse, person)
    const waits = owed?.points.some(isOpen)
    const before = await service.questionBefore(shown.pulse)
    const asked = before && { text: before.text, by: await nameOf(tenant, language, before.by) }
    return pulseCard({
      language,
      id,
      block,
      from,
      to,
      figures,
      ...told,
      quotes: quotes.map(({ text }) => text),
      ...(shown.pulse.resting && { rests: true }),
      organisation,
      others: readers.filter((one) => one.id !== person).map(shownName),
      ...(waits && { due: owed?.due }),
      ...(owed && !waits && { answered: true }),
      ...(together && { together }),
      ...(asked && { asked }),
      ...(mine && owed && !owed.question && { mayAsk: true }),
      ...(!mine && lead && { lead: await nameOf(tenant, language, lead) }),
    })
  }

  /** Somebody who was asked something about a point; undefined when they are asked it no more. */
  async function task(
    { tenant, person, language }: Reader,
    { kind, decision, place }: Pick<Task, 'kind' | 'decision' | 'place'>,
  ): Promise<Card | undefined> {
    const open = await service.tasks.open(tenant, person, { decision, place })
    const one = open && (await service.of(tenant, open.decision.pulse))
    if (!one) return undefined
    return taskCard({
      language,
      kind,
      decision,
      place,
      block: one.name,
      due: open.response.due,
      point: open.point.point,
      by: await nameOf(tenant, language, open.asked.from),
      reason: open.point.noted?.reason ?? '',
      hears: await audience.hears(one, person),
    })
  }

  /** The point of who said yes to being its owner, alone. */
  async function ownTask(
    { tenant, person, language }: Reader,
    task: Pick<Task, 'decision' | 'place'>,
  ): Promise<Card | undefined> {
    const own = await service.tasks.owned(tenant, person, task)
    const one = own && (await service.of(tenant, own.decision.pulse))
    if (!one) return undefined
    const { point } = own
    return ownTaskCard({
      language,
      block: one.name,
      point: point.point,
      by: await nameOf(tenant, language, own.decision.by),
      reason: point.noted?.reason ?? '',
      until: backAt(point),
    })
  }

  const nameOf = async (tenant: string, language: Language, mark: string) =>
    (await audience.named(tenant, mark)) ?? commonWords(language).anonymous

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

  return { pulse, task, ownTask, none, organisation, decisionView, sentView, nameOf }
}

export type PulseScreens = ReturnType<typeof pulseScreens>
