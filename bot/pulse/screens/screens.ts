import type { Card } from '../../../cards/kit/card.ts'
import { organisationCard } from '../../../cards/pulse/organisation.ts'
import { noPulseCard, pulseCard, withheldCard } from '../../../cards/pulse/pulse.ts'
import { shownName } from '../../../services/core/text/names.ts'
import { isOpen } from '../../../services/pulse/answer/owed/answer-deadlines.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'
import type { Shown } from '../../../services/pulse/reading/readable-pulses.ts'
import { daysOf } from '../../../services/pulse/rules/window-dates.ts'
import { decisionViews } from './decision-views.ts'
import { namesIn, type Reader } from './names-in.ts'
import { taskScreens } from './task-screens.ts'

/** From what is kept of a pulse to the cards that show it. */
export function pulseScreens(service: PulseService) {
  const { audience } = service
  const nameOf = namesIn(service)

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

  return { pulse, none, organisation, ...taskScreens(service, nameOf), ...decisionViews(service, nameOf), nameOf }
}

export type PulseScreens = ReturnType<typeof pulseScreens>
