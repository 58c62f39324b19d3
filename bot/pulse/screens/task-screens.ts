import type { Card } from '../../../cards/kit/card.ts'
import { ownTaskCard, taskCard } from '../../../cards/pulse/task.ts'
import type { Task } from '../../../services/pulse/answer/documents.ts'
import { backAt } from '../../../services/pulse/answer/owed/reopening.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import type { NameOf, Reader } from './names-in.ts'

/** What somebody is asked about a point of a decision, and what they took on. */
export function taskScreens(service: PulseService, nameOf: NameOf) {
  const { audience } = service

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

  return { task, ownTask }
}
