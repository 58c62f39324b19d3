import type { Card } from '../../cards/kit/card.ts'
import { questionCard } from '../../cards/reflection/question.ts'
import type { Clock } from '../../services/core/ports.ts'
import { instant } from '../../services/core/time.ts'
import type { Job } from '../../services/delivery/operating/agenda.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import type { Shelf } from '../../services/prompts/documents.ts'
import type { CountedPeople } from '../../services/prompts/figures/counted-people.ts'
import type { Editing } from '../../services/prompts/tuning/editing.ts'
import type { History } from '../../services/prompts/tuning/history.ts'
import type { Tuning } from '../../services/prompts/tuning/tuning.ts'
import type { Feature } from '../turn.ts'

interface TuningNeeds {
  tuning: Pick<Tuning, 'tried'>
  history: Pick<History, 'stepsOf' | 'forget'>
  people: Pick<CountedPeople, 'export' | 'forget'>
  wordingOf: Shelf['wordingOf']
  isJournalOnly: Shelf['isJournalOnly']
  outbox: Pick<Outbox, 'plan'>
  clock: Clock
  jobs: Job[]
}

const NAME = 'tuning'

/** What HR does to questions: kept with their names, and tried in their own chat. */
export function tuningFeature(needs: TuningNeeds): { feature: Feature; tryOut: TryOut } {
  const { tuning, history, clock } = needs
  const feature: Feature = {
    name: NAME,
    jobs: needs.jobs,

    async render({ tenant, about: { prompt = '', version } }, { language }): Promise<Card> {
      const { question, example } = (await needs.wordingOf(tenant, { id: prompt, version: Number(version) }))[language]
      return questionCard({
        language,
        moment: prompt,
        revision: 0,
        question,
        example,
        counted: 'counted',
        isTrial: true,
        ...((await needs.isJournalOnly(tenant, prompt)) && { journalOnly: true }),
      })
    },

    export: { tuned: history.stepsOf, counted: needs.people.export },
    async forget(tenant, person) {
      await history.forget(tenant, person)
      await needs.people.forget(tenant, person)
    },
  }
  return {
    feature,

    async tryOut(editing, version) {
      const tried = await tuning.tried(editing, version)
      if (tried.kind !== 'edited') return tried
      const { tenant, person, id } = editing
      const about = { prompt: id, version: String(version) }
      const delivery = `tried-${id}-${tried.prompt.revision}`
      const due = instant(clock.now())
      await needs.outbox.plan({ tenant, person, id: delivery, feature: NAME, about, nudge: false, urgent: true, due })
      return tried
    },
  }
}

/** Sends a draft to its author, as it will look. */
export type TryOut = (editing: Editing, version: number) => ReturnType<Tuning['tried']>
