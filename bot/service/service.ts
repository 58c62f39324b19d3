import { setTimeout as wait } from 'node:timers/promises'
import { embeddingEndpoint } from '../../services/adapters/embedding/endpoint.ts'
import { keyFile } from '../../services/adapters/file/key-file.ts'
import { fileLedger } from '../../services/adapters/file/ledger.ts'
import { fileSnapshots } from '../../services/adapters/file/snapshots.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { jsonLog } from '../../services/adapters/system/log.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Log, Store } from '../../services/core/ports.ts'
import type { DeclaredStore } from '../../services/core/store/declared.ts'
import { nextWorkingMoment } from '../../services/core/time.ts'
import type { App, AppPorts } from '../app.ts'
import { type Beginning, type House, openHouse, type Technologies } from '../composition/composition.ts'
import { openLanes } from '../composition/opened-lanes.ts'
import { openTelemetryOf } from '../composition/opened-telemetry.ts'
import type { Config } from '../config/config.ts'
import { codeOf } from '../dispatch/net.ts'
import { openedSdk } from '../teams/edges.ts'
import { teamsWire } from '../teams/wire.ts'
import { BEAT_MS, createClockwork } from './clockwork.ts'
import { openEdge } from './edge.ts'
import { linksTo } from './links.ts'

export interface Service {
  app: App
  store: DeclaredStore
  /** Takes what comes in. Gives the port. */
  listen(): Promise<number>
  /** Begins to send what is due. */
  begin(): void
  /** Takes nothing new, ends what is under way, and closes the store. */
  stop(): Promise<void>
}

/** What time it is and how long things take, where it is not as everywhere else. */
export interface Timing extends Pick<AppPorts, 'leaseMs'> {
  clock?: Clock
  beatMs?: number
}
/** The asker waits for it: after this, words alone decide. */
const EMBEDDING_MS = 800

/**
 * The house over a bare keeper, with its edge. Nothing listens until `listen`, nothing is sent until `begin`.
 */
export async function createService(
  config: Config,
  keeper: Store,
  beginStage?: Beginning['stage'],
  log: Log = jsonLog(),
  timing: Timing = {},
): Promise<Service> {
  const { credentials } = config
  const opened = await openTelemetryOf(config, log)
  // Before anything listens: an installation in which it is broken does not start.
  const sdk = credentials && (await openedSdk(config.edge, credentials))
  const wire = teamsWire({
    clock: { now: () => house.clock.now() },
    log,
    ...(sdk && { token: sdk.channelToken }),
  })
  const house: House = await openHouse({
    keeper,
    clock: timing.clock ?? systemClock,
    log,
    random: systemRandom,
    telemetry: opened,
    way: { wire, ...(config.paced && { paced: { rps: config.tenantRps, wait } }) },
    lanes: (under) => openLanes(config.queue, under),
    ledger: (secrets) => fileLedger(config.ledger, secrets),
    key: config.keyFile === undefined ? undefined : keyFile(config.keyFile),
    ...(beginStage && { stage: beginStage }),
    handed: { ...handedBy(config, log, timing, beginStage !== undefined), woken: (at) => clockwork.wake(at) },
  })
  const { app, store, clock, lanes } = house
  const beat = config.mode === 'production' && lanes ? 'queue' : config.mode
  const { beatMs = BEAT_MS[beat] } = timing
  const clockwork = createClockwork({ agenda: () => app.agenda, clock, log, beatMs })
  const again = await app.eraseAgain()
  if (again > 0) log.info('erased-again', { count: again })
  const server = openEdge(config, house, wire, log, sdk)

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
      await opened?.close()
      log.info('stopped')
    },
  }
}

/** What the app is handed of the configuration, as it is. */
function handedBy(config: Config, log: Log, { leaseMs }: Timing, isStaged: boolean): Technologies['handed'] {
  const address = config.tabBaseUrl ?? (isStaged ? `http://${config.host}:${config.port}` : undefined)
  const links = linksTo({ address, appId: config.credentials?.appId })
  return {
    ...(links && { links }),
    snapshots: fileSnapshots(config.snapshots, log),
    embedding: config.embedding && embeddingEndpoint({ ...config.embedding, patience: EMBEDDING_MS }, log),
    synonyms: config.synonyms,
    adviser: config.adviser,
    responsible: {
      controller: config.controller,
      officer: config.officer,
      legalBasis: config.legalBasis,
    },
    rps: config.tenantRps,
    wait,
    ...(leaseMs && { leaseMs }),
    workingMoment: isStaged ? (at) => at : nextWorkingMoment,
    ...(address && {
      exportLink: (ticket, kind) => new URL(`/api/me/export/${ticket}/leermoment.${kind}`, address).href,
    }),
  }
}
