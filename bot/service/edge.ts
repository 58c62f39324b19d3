import { elsewhereCard, strangerCard, tooFastCard } from '../../cards/draft/notice.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Log } from '../../services/core/ports.ts'
import { audiences } from '../audiences.ts'
import type { House } from '../composition/composition.ts'
import type { Config } from '../config/config.ts'
import { createNet } from '../dispatch/net.ts'
import { entraTokens } from '../http/bearer.ts'
import { playgroundSignIn } from '../http/playground.ts'
import { createServer } from '../http/server.ts'
import { tabFiles } from '../http/tab.ts'
import type { BotSdk } from '../teams/bot-sdk.ts'
import { createEndpoint } from '../teams/endpoint.ts'
import type { Wire } from '../teams/wire.ts'
import { readinessOf } from './readiness.ts'

/** Where `npm run tab` puts it. */
const TAB = new URL('../../dist/tab/', import.meta.url)

/** Where people come in: what Teams sends, the pages and their routes, and whether it is ready. */
export function openEdge(config: Config, house: House, wire: Wire, log: Log, sdk: BotSdk | undefined) {
  const { app, store, clock, contacts, secrets, pace, stage, lanes, telemetry } = house
  const { credentials } = config
  const endpoint = createEndpoint({
    mode: config.mode,
    ...(sdk && { sdk }),
    tenants: config.tenants,
    identify: async (tenant, objectId) => {
      const who = await app.standing.identify(tenant, (await stage?.actingAs(tenant, objectId)) ?? objectId)
      return who && { ...who, ...(stage && { actor: objectId }) }
    },
    dispatch: app.dispatch,
    extension: app.extension,
    failed: createNet({ log, random: systemRandom, isCommand: app.isCommand }),
    stranger: strangerCard,
    tooFast: tooFastCard,
    elsewhere: elsewhereCard,
    isTargeting: config.targeted === true,
    contacts,
    wire,
    pace,
    clock,
    secrets,
    log,
  })
  // Tokens of Entra in production, and of this process itself in the Playground: never both.
  const signIn = stage && playgroundSignIn({ tenant: stage.tenant, everyone: () => app.standing.guests(stage.tenant) })
  const verify = credentials
    ? entraTokens({ appId: credentials.appId, tenants: config.tenants, clock, log })
    : signIn?.verify
  const tab = tabFiles(TAB)
  if (!tab) log.info('tab-not-built')
  const parts = [readinessOf('store', store), ...(lanes ? [readinessOf('queue', lanes)] : [])]
  return createServer({
    endpoint,
    tickets: { exported: app.exported },
    ...(verify && { audiences: audiences(app, verify) }),
    ...(tab && { tab }),
    ...(signIn && { signIn }),
    ready: () => Promise.all(parts.map((isReady) => isReady())),
    log,
    telemetry,
    loopbackOnly: config.mode === 'playground',
  })
}
