import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connector, createConnector } from '../../bench/delivery/connector.ts'
import { tryTwoLives } from '../../bench/delivery/lives.ts'
import { serve } from '../../bench/delivery/served.ts'
import { buildTowns, type Town } from '../../bench/delivery/town.ts'
import { BEGINS, PER_SECOND } from '../../bench/delivery/trial.ts'
import { verdictOf } from '../../bench/delivery/verdict.ts'
import { virtualClock } from '../../bench/delivery/virtual-clock.ts'
import { startWorker } from '../../bench/delivery/worker.ts'
import { teamsWire } from '../../bot/teams/wire.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hours, later } from '../../services/core/time.ts'
import { newPath } from '../store/folder.ts'

const PEOPLE = 6
const AT_ONCE = 3
const FLAGS = ['--disable-warning=ExperimentalWarning']

/** Each of the places that are chosen, in a process of its own. */
export function killedPlaces(chosen: (place: string, nth: number) => boolean): void {
  let places: string[]
  /** So many start that reading the modules each time would take most of it. */
  let cache: string
  before(async () => {
    cache = mkdtempSync(join(tmpdir(), 'leermoment-cache-'))
    const { passed } = await tryTwoLives({ seed: 1, share: 0, sizes: [PEOPLE] }, () => false)
    // Sending begins with the first look at the agenda.
    const all = [...new Set(passed.slice(passed.indexOf('before agenda.find')))]
    assert.ok(all.includes('before post') && all.includes('after post'))
    places = all.filter(chosen)
  })
  after(() => rmSync(cache, { recursive: true }))

  /** On a store and a connector of its own; the second process goes on long enough for what is unknown to be settled. */
  async function killedAt(place: string): Promise<unknown> {
    const folder = newPath()
    const connector = createConnector({ now: Date.now })
    const served = await serve(connector, { hangMs: 0 })
    const [town] = await build(folder.path, served.origin)
    if (!town) throw new Error('there is no town')
    const script = join(import.meta.dirname, 'sender.ts')
    const args = [...FLAGS, script, folder.path, town.tenant, place]
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    })
    const [, signal] = await once(child, 'exit')
    const verdict = await goneOn(folder.path, town, connector)
    await served.close()
    folder.remove()
    return { place, signal, ...verdict }
  }

  async function build(path: string, origin: string): Promise<Town[]> {
    const clock = virtualClock(BEGINS)
    const keeper = sqliteStore({ path, clock, random: systemRandom })
    const towns = await buildTowns({ keeper, clock }, [PEOPLE], origin)
    await keeper.close()
    return towns
  }

  async function goneOn(path: string, town: Town, connector: Connector) {
    const clock = virtualClock(later(BEGINS, hours(1)))
    const keeper = sqliteStore({ path, clock, random: systemRandom })
    const wire = teamsWire({ fetch: (address, init) => clock.standing(fetch(address, init)) })
    const worker = startWorker({ keeper, clock, wire, perSecond: PER_SECOND })
    await clock.run(worker.startRound(town.tenant).then(() => worker.work(later(BEGINS, hours(8)))))
    const { lost, duplicates, unknown } = await verdictOf(connector.ledger, [town], worker.reported)
    await keeper.close()
    return { lost, duplicates, unknown }
  }

  it('case 67: loses nobody and shows nobody two cards', async () => {
    const left = places.values()
    const worker = async () => {
      for (const place of left) {
        const clean = { lost: 0, duplicates: 0, unknown: 0 }
        assert.deepEqual(await killedAt(place), { place, signal: 'SIGKILL', ...clean })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  })
}
