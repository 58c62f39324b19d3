import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { EntryInput, TopicInput } from '../../services/knowledge/schema.ts'
import { type Feature, phrases, press } from '../turn.ts'
import { type EvidenceNeeds, evidenceScreens } from './evidence-screens.ts'

/** What somebody who lets questions in again gets a week. */
const ONE = 1
/** A longer line is no topic but a sentence. */
const TOPIC_WORDS = 8

/** "Waarom ik?": every reason why somebody may be asked, to be seen and set right by that person. */
export function evidenceFeature(needs: EvidenceNeeds): Feature {
  const { service } = needs
  const { show, wrong, add, leaveOut, leaveOutTyped, limited } = evidenceScreens(needs)
  const nothing = z.object({})

  return {
    name: 'evidence',

    said: phrases(
      on(commands.evidence, show),
      on(commands.evidenceWrong, wrong),
      on(commands.leaveOut, leaveOutTyped),
      on(commands.addTopic, async (turn, rest) =>
        rest.split(/\s+/).length > TOPIC_WORDS ? undefined : add(turn, rest),
      ),
      on(commands.askMeNot, limited(0)),
      on(commands.askMeAgain, limited(ONE)),
    ),

    pressed: {
      'evidence.show': press(nothing, show),
      'evidence.add': press(TopicInput, (turn, { topic }) => add(turn, topic)),
      'evidence.wrong': press(nothing, wrong),
      'evidence.ask-not': press(nothing, limited(0)),
      'evidence.ask-again': press(nothing, limited(ONE)),
      // A client that sends no choice gets the list again.
      'evidence.leave-out': press(EntryInput.partial(), (turn, { entry }) =>
        entry ? leaveOut(turn, entry) : wrong(turn),
      ),
    },

    export: {
      async evidence(tenant, person) {
        const { topics, items } = await service.of(tenant, person)
        return { topics, leftOut: items.filter(({ out }) => out).map(({ id }) => id) }
      },
    },
    forget: (tenant, person) => service.forget(tenant, person),
  }
}
