import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { embeddedLanes } from '../../services/delivery/lanes/lanes.ts'
import { heartbeatKey, heartbeats } from '../../services/delivery/operating/heartbeat.ts'
import { run, workplace } from './run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const CLI = 'bot/cli.ts'

describe('the operator’s command line', function () {
  this.timeout(120_000)
  let place: Awaited<ReturnType<typeof workplace>>
  const leermoment = (...words: string[]) => run(CLI, words, place.env)

  before(async () => {
    place = await workplace()
  })
  after(() => place.clean())

  it('refuses a roster in which a row cannot be used when it is told to, and imports nothing', async () => {
    const rows = (await readFile('demo/roster.csv', 'utf8')).split('\n')
    rows[4] = 'no-guid,,not an address,Gemeente///Team'
    const bad = join(place.folder, 'bad.csv')
    await writeFile(bad, rows.join('\n'))
    const refused = await leermoment('roster', 'import', '--tenant', TENANT, bad, '--strict')
    assert.equal(refused.code, 1)
    for (const column of ['objectId', 'name', 'email', 'unit'])
      assert.match(refused.err, new RegExp(`line 5, ${column}: `))
    assert.match(refused.err, /Nothing was imported/)
    const good = await leermoment('roster', 'import', '--tenant', TENANT, 'demo/roster.csv', '--json')
    const { added, changed, left, confirmed } = JSON.parse(good.out)
    assert.deepEqual([added, changed, left, confirmed], [65, 0, 0, true])
  })

  it('imports the same roster again without a change', async () => {
    const again = await leermoment('roster', 'import', '--tenant', TENANT, 'demo/roster.csv', '--json')
    const { added, changed, left } = JSON.parse(again.out)
    assert.deepEqual([added, changed, left], [0, 0, 0])
  })

  it('says first what an import would do, and how many would leave, until somebody says that number', async () => {
    const rows = (await readFile('demo/roster.csv', 'utf8')).split('\n')
    const less = join(place.folder, 'less.csv')
    await writeFile(less, rows.filter((row) => !row.includes('Team Burgerzaken')).join('\n'))
    const importing = ['roster', 'import', '--tenant', TENANT, less]
    const looked = await leermoment(...importing, '--dry-run')
    assert.equal(looked.code, 0, looked.err)
    const [, number = ''] = /Say --leavers (\d+)/.exec(looked.out) ?? []
    assert.match((await leermoment(...importing)).err, new RegExp(`^${number} of 65 people would leave: `))
    const told = await leermoment(
      ...importing,
      '--leavers',
      number,
      '--changes',
      /--changes (\d+)/.exec(looked.out)?.[1] ?? '0',
    )
    assert.match(told.out, new RegExp(`people: 0 new, .* ${number} left`), told.err)
    const undone = await leermoment('roster', 'undo', '--tenant', TENANT)
    assert.match(undone.out, new RegExp(`${number} came back`), undone.err)
  })

  it('begins no store to look ahead', async () => {
    const env = { ...place.env, LEERMOMENT_STORE: `sqlite:${join(place.folder, 'none', 'store.db')}` }
    const looked = await run(CLI, ['roster', 'import', '--tenant', TENANT, 'demo/roster.csv', '--dry-run'], env)
    assert.match(looked.out, /^Nothing is written\. An import would make it 65 people: 65 new/, looked.err)
    assert.equal(existsSync(join(place.folder, 'none')), false)
  })

  it('starts a round once for everybody', async () => {
    const round = ['round', 'start', '--tenant', TENANT, '--prompt', 'leerzaam-moment', '--now', '--json']
    assert.equal(JSON.parse((await leermoment(...round)).out).planned, 65)
  })

  it('watches a round until it is over', async () => {
    const status = async () => (await leermoment('round', 'status', '--tenant', TENANT)).out
    assert.match(
      await status(),
      /is under way, over at about .* \d\d:(00|15|30|45)\nplanned for 65, refused by Teams 0/,
    )
    await leermoment('round', 'cancel', '--tenant', TENANT)
    const watched = await leermoment('round', 'status', '--tenant', TENANT, '--watch', '--json')
    const { planned, state, cancelled } = JSON.parse(watched.out)
    assert.deepEqual([watched.code, planned, state, cancelled], [0, 65, 'over', true])
    assert.doesNotMatch(await status(), /%/, 'no share of nothing')
    assert.match(await status(), /is cancelled\nplanned for 65, .*\nWho got it, answered, paused .* is not told here/)
  })

  it('names what is wrong and what to do', async () => {
    for (const [words, remedy] of [
      [['round', 'start', '--tenant', TENANT, '--prompt', 'nonsense'], /no question "nonsense".*leerzaam-moment/],
      [['round', 'start', '--prompt', 'leerzaam-moment'], /--tenant is missing/],
      [['roster', 'import', '--tenant', TENANT, 'nowhere.csv'], /nowhere\.csv cannot be read/],
      [['fly'], /no verb "fly"/],
    ] as const) {
      const ran = await leermoment(...words)
      assert.equal(ran.code, 1)
      assert.match(ran.err, remedy)
    }
  })

  it('the doctor says that settings are complete and the store answers', async () => {
    const edge = 'none, for the Playground checks nobody'
    const good = { settings: 'complete', notTried: [], edge, store: 'answers', aside: [], heartbeats: [] }
    assert.deepEqual(JSON.parse((await leermoment('doctor', '--json')).out), good)
  })

  it('case 71: the doctor names what was set aside and why, and a round that stands still', async () => {
    const store = sqliteStore({ path: join(place.folder, 'store.db'), clock: systemClock, random: systemRandom })
    const lanes = embeddedLanes({ store, clock: systemClock, random: systemRandom })
    await lanes.wake({ tenant: TENANT, job: 'broken' }, new Date(0))
    for (const first of (await lanes.claim(1, 60_000)).claims) await lanes.setAside(first, 'TypeError')
    const at = '2026-11-24T08:00:00.000Z'
    const beat = { ...heartbeatKey(TENANT), week: '2026-W48', at, state: 'standing-still', alert: 'no-round' } as const
    const kept = heartbeats(store)
    await kept.put({ ...(await kept.get(beat)), ...beat })
    await store.close()
    const ran = await leermoment('doctor')
    assert.equal(ran.code, 1)
    assert.match(ran.out, new RegExp(`set aside: broken of ${TENANT}: TypeError`))
    assert.match(ran.err, /failed ten times in a row/)
    assert.match(ran.out, new RegExp(`heartbeat of ${TENANT}: ${at}, round 2026-W48 no-round`))
    assert.match(ran.err, /docs\/operating\.md/)
  })
})

describe('the service at start', () => {
  it('case 12: refuses an empty environment and names each setting with its remedy', async () => {
    const ran = await run('bot/main.ts', [], {})
    assert.equal(ran.code, 1)
    for (const name of ['LEERMOMENT_STORE', 'LEERMOMENT_TENANTS', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID']) {
      assert.match(ran.err, new RegExp(`${name} is missing. Set it to`))
    }
  })

  it('refuses a playground that listens beyond this machine', async () => {
    const ran = await run('bot/main.ts', [], { LEERMOMENT_MODE: 'playground', HOST: '0.0.0.0' })
    assert.equal(ran.code, 1)
    assert.match(ran.err, /HOST is not a loopback address/)
  })
})
