import type { Card } from '../../../cards/kit.ts'
import { pulseCard, withheldCard } from '../../../cards/pulse.ts'
import { type DecisionView, decisionCard, missingCard, owedCard, recognisedCard } from '../../../cards/response.ts'
import { wordsIn } from '../../../cards/words.ts'
import type { Language, PersonId } from '../../../services/core/ports.ts'
import type { Delivery } from '../../../services/delivery/delivery.ts'
import type { Addressee } from '../../../services/delivery/judging.ts'
import type { Decision } from '../../../services/pulse/answers.ts'
import type { KeptPulse } from '../../../services/pulse/kept.ts'
import { daysOf } from '../../../services/pulse/moments.ts'
import type { PulseService, Shown } from '../../../services/pulse/pulse.ts'

interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

/** From what is kept of a pulse to the cards that show it. */
export function pulseScreens(service: PulseService) {
  const { audience, response } = service

  async function pulse({ tenant, person, language }: Reader, shown: Shown): Promise<Card> {
    const { from, to } = daysOf(shown.pulse)
    if (shown.kind === 'withheld') return withheldCard(language, from, to)
    const { id, name, figures, quotes } = shown.pulse
    const [readers, owed] = await Promise.all([audience.readersOf(shown.pulse), service.answerTo(tenant, id)])
    const waits = owed?.points.some(({ state }) => state === 'open' || state === 'noted')
    return pulseCard({
      ...{ language, id, block: name, from, to, figures, quotes: quotes.map(({ text }) => text) },
      others: readers.filter((one) => one.id !== person).map((one) => one.name),
      ...(waits && { due: owed?.due }),
      ...(owed && !waits && { answered: true }),
    })
  }

  async function decisionView(language: Language, one: KeptPulse, mark: string, points: Decision['points']) {
    const by = (await audience.named(one.tenant, mark)) ?? wordsIn(language).anonymous
    const quotes = one.quotes.map(({ text }) => text)
    return { ...{ language, ...daysOf(one), quotes, by, points } } satisfies DecisionView
  }

  async function decided(language: Language, tenant: string, id: string): Promise<Card | undefined> {
    const decision = await response.decision(tenant, id)
    const one = decision && (await service.of(tenant, decision.pulse))
    if (!one) return undefined
    const view = await decisionView(language, one, decision.by, decision.points)
    return decisionCard({ ...view, ...(!response.isUnchanged(decision) && { altered: true }) }, id)
  }

  async function missing(language: Language, tenant: string, id: string): Promise<Card | undefined> {
    const [one, owed] = await Promise.all([service.of(tenant, id), service.answerTo(tenant, id)])
    // An answer that came in the meantime is sooner than the news that there is none.
    if (!one || !owed?.points.some(({ state }) => state === 'open' || state === 'noted')) return undefined
    const { from, to } = daysOf(one)
    return missingCard(
      language,
      from,
      to,
      (await audience.readersOf(one)).map(({ name }) => name),
    )
  }

  async function toReader({ tenant, person, about }: Delivery, language: Language): Promise<Card | undefined> {
    const { pulse: id, reminder, reopened, recognised } = about
    const owed = reminder ?? reopened
    const shown = await service.shownTo(tenant, person, id ?? owed ?? recognised ?? '')
    if (!shown) return undefined
    if (id) return pulse({ tenant, person, language }, shown)
    const answer = await service.answerTo(tenant, shown.pulse.id)
    if (recognised) return recognisedCard(language, answer?.recognised?.words ?? [])
    const waits = answer?.points.some(({ state }) => state === 'open' || state === 'noted')
    return waits && owed ? owedCard(language, owed, reminder ? 'reminded' : 'reopened') : undefined
  }

  return {
    pulse,
    decisionView,

    /** Rendered when it is sent: to whoever may read it then, and as it stands then. */
    async delivery(delivery: Delivery, { language }: Addressee): Promise<Card | undefined> {
      const { tenant, about } = delivery
      if (about.decision) return decided(language, tenant, about.decision)
      if (about.missing) return missing(language, tenant, about.missing)
      return toReader(delivery, language)
    },
  }
}

export type PulseScreens = ReturnType<typeof pulseScreens>
