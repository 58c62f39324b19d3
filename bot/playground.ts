import { wordsIn } from '../cards/words.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { everything } from '../services/core/everything.ts'
import type { Clock, Store } from '../services/core/ports.ts'
import { days, later } from '../services/core/time.ts'
import { type DemoClock, demoClock, moveOn } from '../services/demo/demo-clock.ts'
import { personas } from '../services/demo/personas.ts'
import { tenantOfPlayground } from './chat-window.ts'
import { demoFeature } from './features/demo.ts'
import type { Stage } from './service.ts'

/** So often that it is within the week before any window. */
const OFTEN = days(6)

/** Everything that only the Playground has: a clock that can be moved, and acting as a colleague. */
export async function playgroundStage(
  store: Store,
  spared?: Stage['spared'],
  real: Clock = systemClock,
): Promise<Stage & { clock: DemoClock }> {
  const clock = await demoClock(store, real)
  const acting = personas(store)
  return {
    clock,
    tenant: await tenantOfPlayground(),
    async actingAs(tenant, person) {
      // Every turn and every message comes by here: a good moment to see where another process moved the time.
      await clock.catchUp()
      return acting.actingAs(tenant, person)
    },
    headingFor: (name, language) => wordsIn(language).demo.heading(name),
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
      refusalHint: ({ language }) => wordsIn(language).demo.refusedText,
    }),
    // Nothing is held back here: every draw gives the least.
    draws: { id: () => '0'.repeat(32) },
    ...(spared && { spared }),
  }
}
