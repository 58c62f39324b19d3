import { demoWords } from '../../cards/demo/words.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import type { Clock } from '../../services/core/ports.ts'
import { everything } from '../../services/core/store/read-all.ts'
import { days, later } from '../../services/core/time.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import { demoClock, moveOn } from '../../services/demo/demo-clock.ts'
import { personas } from '../../services/demo/personas.ts'
import type { News } from '../../services/pulse/answer/documents.ts'
import type { Stage, Under } from '../composition/composition.ts'
import { tenantOfPlayground } from './chat-window.ts'
import { demoFeature } from './feature.ts'

/** So often that it is within the week before any window. */
const OFTEN = days(6)

/** What one colleague alone is asked or told about a point of a decision, by the name that it has in a delivery. */
const TO_ONE: Record<News['kind'] | 'deputy', true> = {
  pass: true,
  owner: true,
  took: true,
  'gave-back': true,
  'not-owner': true,
  deputy: true,
}

const isForMany = ({ feature, about }: Delivery) =>
  feature === 'reflection' || (feature === 'pulse' && !Object.keys(about).some((what) => what in TO_ONE))

export interface PlaygroundGiven {
  /** What everybody gets would come sixty times in this one chat: only who is looked at gets theirs. */
  spares?: boolean
  real?: Clock
}

/** Everything that only the Playground has: a clock that can be moved, and acting as a colleague. */
export const playgroundStage =
  ({ spares = false, real = systemClock }: PlaygroundGiven = {}) =>
  async ({ store, contacts }: Under): Promise<Stage> => {
    const clock = await demoClock(store, real)
    const acting = personas(store)
    const stage: Stage = {
      clock,
      tenant: await tenantOfPlayground(),
      async actingAs(tenant, person) {
        // Every turn and every message comes by here: a good moment to see where another process moved the time.
        await clock.catchUp()
        return acting.actingAs(tenant, person)
      },
      headingFor: (name, language) => demoWords(language).heading(name),
      playground: (app) => ({
        features: [
          demoFeature({
            clock,
            everyone: (tenant) => everything(app.roster, { tenant }, 'name'),
            async moveOn(tenant, until) {
              // Nobody imports a roster here: it is confirmed now and then on the way.
              for (let at = later(clock.now(), OFTEN); at < until; at = later(at, OFTEN)) {
                await moveOn(clock, app.agenda, at)
                await app.pulse.course.confirm(tenant)
              }
              await moveOn(clock, app.agenda, until)
            },
            publication: app.pulse.publication,
            came: app.pulse.came,
            actAs: async (turn, person) => acting.act(turn.tenant, turn.actor ?? turn.person, person),
            showQuestion: app.showQuestion,
          }),
        ],
        refusalHint: ({ language }) => demoWords(language).refusedText,
      }),
      // Nothing is held back here: every draw gives the least.
      draws: { id: () => '0'.repeat(32) },
      ...(spares && { spared }),
    }

    async function spared(delivery: Delivery): Promise<boolean> {
      if (!isForMany(delivery)) return false
      const { tenant, person } = delivery
      const last = await contacts.lastSeen(tenant)
      const looking = last && (await stage.actingAs(tenant, last.person))
      return looking !== person && !(await contacts.of(tenant, person))?.installed
    }
    return stage
  }
