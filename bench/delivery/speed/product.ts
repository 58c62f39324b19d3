/** Sends this week's question to everybody in the town at `STORE`, as fast as the product can, and says how long it took. */
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../../bot/app.ts'
import { contacts } from '../../../bot/teams/contacts.ts'
import { teamsMessenger } from '../../../bot/teams/messenger.ts'
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
const store = sqliteStore({ path: STORE, clock, random: systemRandom })
const book = contacts({ store, clock })
const log = { info: () => {}, error: () => {} }
const app = createApp({
  store,
  clock,
  random: systemRandom,
  secrets: hmacSecrets('a key for measuring'),
  log,
  messenger: teamsMessenger({ contacts: book, wire: teamsWire({ clock }), log }),
  addresses: book,
  workingMoment: (at) => at,
  wait,
})
const [prompt] = library
if (!prompt) throw new Error('the library is empty')
await app.rounds.start(tenantOf(0), { id: prompt.id, version: published(prompt).version }, true)
await measured(async () => {
  while ((await app.agenda.runDue()) > 0);
})
