import type { AskedNotes } from '../../services/delivery/deliveries/asked-notes.ts'
import type { Pages } from '../../services/delivery/rounds/pages.ts'
import type { Rounds } from '../../services/delivery/rounds/rounds.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import type { Shelf } from '../../services/prompts/documents.ts'
import { countedPeople } from '../../services/prompts/figures/counted-people.ts'
import { figures } from '../../services/prompts/figures/figures.ts'
import { outcomes } from '../../services/prompts/figures/question-outcomes.ts'
import { history } from '../../services/prompts/tuning/history.ts'
import { tuning } from '../../services/prompts/tuning/tuning.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { Ground } from '../ground.ts'
import { tuningFeature } from './feature.ts'

export interface TuningNeeds {
  shelf: Shelf
  outbox: Outbox
  pages: Pages
  notes: AskedNotes
  moments(): Pick<Reflection, 'of'>
  rounds: Pick<Rounds, 'reword'>
}

/** The questions as HR tunes them, and the figures that go with each. */
export function tuningPart(ground: Ground, { shelf, outbox, pages, notes, moments, rounds }: TuningNeeds) {
  const { store, clock, secrets, agenda, who, stands, calendar } = ground
  const tuned = tuning({ shelf, clock, unitsOf: ground.unitsOf, reworded: rounds.reword })
  const decided = history(tuned, calendar)
  const people = countedPeople({ store, secrets, random: ground.random })
  const told = figures({
    store,
    clock,
    agenda,
    shelf,
    people,
    everyone: who.all,
    outcomesIn: outcomes({
      pages,
      asked: notes,
      secrets,
      people: who,
      isCounting: async (tenant, person) => (await stands.counting(tenant, person)).counting,
      momentOf: (of, id) => moments().of(of, id),
    }),
  })
  const trying = tuningFeature({
    tuning: tuned,
    history: decided,
    people,
    outbox,
    clock,
    jobs: [told.job],
    wordingOf: shelf.wordingOf,
    isJournalOnly: shelf.isJournalOnly,
  })
  return { tuned, decided, told, trying }
}
