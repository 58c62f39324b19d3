/** Sends this week's question to everybody in the town at `STORE`, as fast as the product can, and says how long it took. */
import { setTimeout as wait } from 'node:timers/promises'
import { createHouse } from '../../../bot/composition/composition.ts'
import { teamsWire } from '../../../bot/teams/wire.ts'
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../../services/adapters/system/secrets.ts'
import { library, published } from '../../../services/prompts/library.ts'
import { tenantOf } from '../town.ts'
import { measured } from './measured.ts'

const { STORE = '' } = process.env
const clock = systemClock
const { app } = createHouse(
  {
    keeper: sqliteStore({ path: STORE, clock, random: systemRandom }),
    clock,
    random: systemRandom,
    log: { info: () => {}, error: () => {} },
    way: { wire: teamsWire({ clock }) },
    handed: { workingMoment: (at) => at, wait },
  },
  hmacSecrets('a key for measuring'),
)
const [prompt] = library
if (!prompt) throw new Error('the library is empty')
await app.rounds.start(tenantOf(0), { id: prompt.id, version: published(prompt).version }, true)
await measured(async () => {
  while ((await app.agenda.runDue()) > 0);
})
