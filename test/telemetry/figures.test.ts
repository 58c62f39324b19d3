import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Sent } from '../../services/core/ports.ts'
import { measured } from '../../services/core/store/measured.ts'
import { run } from '../cli/run.ts'
import { BRAM, plannedWeek, SANNE } from '../delivery/weeks.ts'
import { APP } from '../edge/channel.ts'
import { TENANT, WEDNESDAY } from '../house.ts'
import { type Collector, openCollector, telemetryTo } from './collector.ts'
import { openSecure } from './secure.ts'

const MONDAY = new Date('2026-11-16T07:30Z')

describe('telemetry: what operators are sent', () => {
  let collector: Collector
  beforeEach(async () => {
    collector = await openCollector()
  })
  afterEach(() => collector.close())

  const figures = (name: string) => collector.metrics().filter((one) => one.name === name)

  it('counts the messages that failed, by a closed list of classes, and neither who got one nor who keeps them out', async () => {
    const outcomes: Record<string, Sent> = {
      sanne: { kind: 'accepted', message: 'm' },
      bram: { kind: 'waiting', code: 'ConversationBlockedByUser' },
      p0: { kind: 'unknown', code: 'http-504' },
      p1: { kind: 'rejected', code: 'a-code-of-tomorrow', alert: true },
    }
    const { telemetry } = await telemetryTo(collector)
    const others = ['p0', 'p1'].map((id) => ({ id, name: id }))
    const wire = async ({ to }: { to: string }) => outcomes[to] ?? assert.fail()
    const house = await plannedWeek([SANNE, BRAM, ...others], { at: MONDAY, wire, telemetry })
    await house.until('2026-11-19T14:10Z')
    await telemetry.close()
    const sends = figures('leermoment.sends').map(({ labels, count }) => [...Object.values(labels), count].join(' '))
    assert.deepEqual(sends.sort(), ['tenant-a rejected refused 1', 'tenant-a unknown server 1'])
  })

  it('has what is slow, with how long it took: never how many turns, requests or writes there were', async () => {
    const { telemetry } = await telemetryTo(collector)
    for (let times = 0; times < 50; times++) await telemetry.timed('turn', { kind: 'said' }, async () => {})
    await telemetry.timed('store', { operation: 'put' }, () => setTimeout(300))
    await telemetry.close()
    assert.deepEqual(figures('leermoment.turn.duration'), [])
    const [put] = figures('db.client.operation.duration')
    assert.deepEqual([put?.count, (put?.sum ?? 0) >= 0.3], [1, true])
    assert.deepEqual(collector.spans(), [])
  })

  it('has the lane that failed with the name of what was thrown, and the heartbeat of the tenant', async () => {
    const { telemetry } = await telemetryTo(collector)
    const house = await plannedWeek([SANNE], { at: MONDAY, telemetry })
    house.app.features.push({
      name: 'broken',
      jobs: [{ name: 'broken', run: () => Promise.reject(new TypeError('Sanne Bakker')) }],
      export: {},
      forget: async () => {},
    })
    await house.app.agenda.wake(TENANT, 'broken', house.now)
    await house.until('2026-11-19T16:10Z')
    await telemetry.close()
    const lanes = figures('leermoment.lane.duration').map(({ labels }) => Object.values(labels).join(' '))
    assert.deepEqual(lanes, ['broken TypeError'])
    const broken = collector.spans().find(({ labels }) => labels['leermoment.job'] === 'broken')
    assert.deepEqual(broken?.labels, {
      'leermoment.tenant': TENANT,
      'leermoment.job': 'broken',
      'leermoment.outcome': 'TypeError',
    })
    assert.ok(figures('leermoment.heartbeats').some(({ labels }) => labels['leermoment.outcome'] === 'idle'))
  })

  it('has the turn that failed, by kind; of which municipality and with which button stays unsaid', async () => {
    const { telemetry } = await telemetryTo(collector)
    await telemetry.timed('turn', { kind: 'said' }, () => Promise.reject(new RangeError('Sanne'))).catch(() => {})
    const house = await plannedWeek([SANNE], { telemetry })
    await house.say('sanne', 'vraag')
    await house.send('sanne', 'no.verb', {})
    await telemetry.close()
    const turns = collector.spans().filter(({ name }) => name === 'turn')
    assert.deepEqual(
      turns.map(({ labels }) => Object.values(labels)),
      [['said', 'RangeError']],
    )
    assert.equal(figures('leermoment.turn.duration').length, 1)
  })

  it('has what the store threw, but not of which collection', async () => {
    const { telemetry } = await telemetryTo(collector)
    const store = measured(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), telemetry)
    const moments = store.collection({
      name: 'moments',
      owner: 'tenant',
      indexes: {},
      lives: { untilRemoved: 'a test' },
    })
    await moments.put({ tenant: TENANT, id: 'one' })
    await assert.rejects(moments.put({ tenant: TENANT, id: 'one' }))
    await telemetry.close()
    assert.deepEqual(
      figures('db.client.operation.duration').map(({ labels }) => Object.values(labels).join(' ')),
      ['put Conflict'],
    )
    assert.doesNotMatch(collector.everything(), /moments/)
  })

  it('reaches Application Insights, with a trace and a figure', async () => {
    const { certificate, close, received, url } = await openSecure()
    const connection = `InstrumentationKey=${APP};IngestionEndpoint=${url}/`
    const ran = await run('test/telemetry/insights.ts', [connection], { NODE_EXTRA_CA_CERTS: certificate })
    await close()
    assert.deepEqual([ran.code, ran.err], [0, ''])
    assert.match(received(), /"baseType":"RequestData"/)
    assert.match(received(), /"name":"leermoment\.heartbeats"/)
    assert.match(received(), /"leermoment\.tenant":"tenant-a"/)
  })

  it('tells once that nobody collects, and does the work all the same', async () => {
    collector.state.status = 400
    const { telemetry, lines } = await telemetryTo(collector)
    const house = await plannedWeek([SANNE], { telemetry })
    assert.ok(await house.say('sanne', 'vraag'))
    telemetry.count('heartbeats', { tenant: TENANT, outcome: 'idle' })
    await telemetry.timed('turn', { kind: 'said' }, () => Promise.reject(new RangeError())).catch(() => {})
    await telemetry.close()
    assert.deepEqual(lines.map(({ event, fields }) => [event, fields.what]).sort(), [
      ['telemetry-unreachable', 'figures'],
      ['telemetry-unreachable', 'traces'],
    ])
  })
})
