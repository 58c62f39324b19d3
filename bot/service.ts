import { setTimeout as wait } from 'node:timers/promises'
import { strangerCard } from '../cards/notice.ts'
import { embeddingEndpoint } from '../services/adapters/embedding/endpoint.ts'
import { fileLedger } from '../services/adapters/file/ledger.ts'
import { fileSnapshots } from '../services/adapters/file/snapshots.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { hmacSecrets } from '../services/adapters/system/secrets.ts'
import { measured } from '../services/core/measured.ts'
import type { Clock, Log, Store } from '../services/core/ports.ts'
import { silent } from '../services/core/silent.ts'
import { storedKey } from '../services/core/stored-key.ts'
import { nextWorkingMoment } from '../services/core/time.ts'
import { createPace, mayGo, unpaced } from '../services/delivery/pace.ts'
import { type App, type AppPorts, createApp } from './app.ts'
import { audiences } from './audiences.ts'
import { BEAT_MS, createClockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { entraTokens } from './http/bearer.ts'
import { playgroundSignIn } from './http/playground.ts'
import { createServer } from './http/server.ts'
import { tabFiles } from './http/tab.ts'
import { codeOf, createNet } from './net.ts'
import { openLanes } from './opened-lanes.ts'
import { openTelemetryOf } from './opened-telemetry.ts'
import { readinessOf } from './readiness.ts'
import { contacts } from './teams/contacts.ts'
import { createEndpoint } from './teams/endpoint.ts'
import { playgroundMessenger, teamsMessenger } from './teams/messenger.ts'
import { channelToken } from './teams/sdk.ts'
import { teamsWire } from './teams/wire.ts'

export interface Service {
  app: App
  store: Store
  /** Takes what comes in. Gives the port. */
  listen(): Promise<number>
  /** Begins to send what is due. */
  begin(): void
  /** Takes nothing new, ends what is under way, and closes the store. */
  stop(): Promise<void>
}

/** What the Playground puts in the place of the real thing. */
export interface Stage {
  /** The municipality that its page is of. */
  tenant: string
  clock: Clock
  actingAs(tenant: string, person: string): Promise<string>
  headingFor(name: string, language: 'nl' | 'en'): string
  playground: NonNullable<AppPorts['playground']>
  spared?: AppPorts['spared']
  draws?: AppPorts['draws']
}

/** What time it is and how long things take, where it is not as everywhere else. */
export interface Timing extends Pick<AppPorts, 'leaseMs'> {
  clock?: Clock
  beatMs?: number
}
/** Where `npm run tab` puts it. */
const TAB = new URL('../dist/tab/', import.meta.url)
/** Whoever asks waits for it: after this, words alone decide. */
const EMBEDDING_MS = 800

/** Puts the technologies under the app. Nothing listens until `listen`, nothing is sent until `begin`. */
export async function createService(
  config: Config,
  opened: Store,
  stage?: Stage,
  log: Log = jsonLog(),
  timing: Timing = {},
): Promise<Service> {
  const { credentials } = config
  const clock = stage?.clock ?? timing.clock ?? systemClock
  const telemetry = await openTelemetryOf(config, log)
  const store = telemetry ? measured(opened, telemetry) : opened
  const lanes = await openLanes(config.queue, { store, clock, log })
  const beat = config.mode === 'production' && lanes ? 'queue' : config.mode
  const { leaseMs, beatMs = BEAT_MS[beat] } = timing
  const secrets = hmacSecrets(await storedKey(store, systemRandom))
  const wire = teamsWire({ clock, log, ...(credentials && { token: channelToken(credentials) }) })
  const book = contacts({ store, clock })
  const address = config.tabBaseUrl ?? (stage && `http://${config.host}:${config.port}`)
  const clockwork = createClockwork({ agenda: () => app.agenda, clock, log, beatMs })
  const pace = config.paced ? createPace({ clock, store, wait, rps: config.tenantRps }) : unpaced
  const messenger = stage
    ? playgroundMessenger({ contacts: book, wire, log, actingAs: stage.actingAs, headingFor: heading })
    : teamsMessenger({ contacts: book, wire, log, again: (...whom) => pace.slot(...whom).then(mayGo) })
  const app = createApp({
    store,
    clock,
    snapshots: fileSnapshots(config.snapshots, log),
    ledger: fileLedger(config.ledger, secrets),
    embedding: config.embedding && embeddingEndpoint({ ...config.embedding, patience: EMBEDDING_MS }, log),
    synonyms: config.synonyms,
    random: systemRandom,
    secrets,
    log,
    ...(telemetry && { telemetry }),
    messenger,
    pace,
    rps: config.tenantRps,
    wait,
    ...(leaseMs && { leaseMs }),
    addresses: stage ? { ...book, reach: everybody } : book,
    ...(lanes && { lanes }),
    workingMoment: stage ? (at) => at : nextWorkingMoment,
    ...(address && {
      exportLink: (ticket, kind) => new URL(`/api/me/export/${ticket}/leermoment.${kind}`, address).href,
    }),
    woken: clockwork.wake,
    ...(stage && { playground: stage.playground }),
    ...(stage?.spared && { spared: stage.spared }),
    ...(stage?.draws && { draws: stage.draws }),
  })

  const again = await app.eraseAgain()
  if (again > 0) log.info('erased-again', { count: again })

  /** In the Playground the one chat shows the cards of all. */
  async function everybody(tenant: string) {
    return new Map((await app.standing.guests(tenant)).map(({ id }) => [id, undefined]))
  }

  async function heading(tenant: string, person: string): Promise<string> {
    const name = (await app.standing.nameOf(tenant, person)) ?? ''
    return stage?.headingFor(name, await app.standing.languageOf(tenant, person)) ?? name
  }

  const endpoint = createEndpoint({
    mode: config.mode,
    ...(credentials && { credentials }),
    tenants: config.tenants,
    identify: async (tenant, objectId) => {
      const who = await app.standing.identify(tenant, (await stage?.actingAs(tenant, objectId)) ?? objectId)
      return who && { ...who, ...(stage && { actor: objectId }) }
    },
    dispatch: app.dispatch,
    failed: createNet({ log, random: systemRandom, isCommand: app.isCommand }),
    stranger: strangerCard,
    contacts: book,
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
  const server = createServer({
    endpoint,
    tickets: { exported: app.exported },
    ...(verify && { audiences: audiences(app, verify, log) }),
    ...(tab && { tab }),
    ...(signIn && { signIn }),
    ready: () => Promise.all(parts.map((isReady) => isReady())),
    log,
    telemetry: telemetry ?? silent,
    loopbackOnly: config.mode === 'playground',
  })

  return {
    app,
    store,
    async listen() {
      const port = await server.listen(config.port, config.host)
      log.info('started', { mode: config.mode, host: config.host, port })
      return port
    },
    begin() {
      clockwork.start()
      for (const tenant of config.tenants)
        app.watchOver(tenant).catch((error) => log.error('not-watched-over', { tenant, code: codeOf(error) }))
    },
    async stop() {
      await server.close()
      await clockwork.stop()
      await app.putAway()
      await app.lanes.close()
      await store.close()
      await telemetry?.close()
      log.info('stopped')
    },
  }
}
