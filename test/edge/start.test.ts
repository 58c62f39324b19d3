import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inherited } from '../../bench/inherited.ts'
import { EDGES, type EdgeName } from '../../bot/teams/bot-sdk.ts'
import { run } from '../cli/run.ts'
import { APP, TENANT } from './channel.ts'

const PLAYGROUND = { LEERMOMENT_MODE: 'playground' }
const PRODUCTION = {
  LEERMOMENT_MODE: 'production',
  LEERMOMENT_TENANTS: TENANT,
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: TENANT,
  MICROSOFT_APP_PASSWORD: 'not used',
}
/** What a start never needs: it is for one setting, one verb of the command line, or for the first message that is sent. */
const LATER = ['@azure/cosmos', '@azure/storage-queue', '@opentelemetry/sdk-metrics', 'csv-parse', 'jose', 'undici']
/** What checks tokens, for each edge. It is the larger half of what production loads. */
const CHECKING: Record<EdgeName, string[]> = {
  botbuilder: ['botbuilder', '@azure/identity'],
  // What reads its keys comes with jose.
  teams: ['@microsoft/teams.apps', 'jose'],
}
const CHECKS = Object.values(CHECKING).flat()

/** Which packages the service has loaded when it listens. */
async function loadedAt(settings: Record<string, string>): Promise<Set<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-start-'))
  const child = spawn(process.execPath, ['--import', './test/edge/loaded.js', 'bot/start.js', '--new'], {
    cwd: new URL('../../', import.meta.url),
    env: {
      ...inherited(),
      ...settings,
      LEERMOMENT_STORE: `sqlite:${join(folder, 'a.db')}`,
      LEERMOMENT_KEY_FILE: join(folder, 'house.key'),
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const ended = once(child, 'exit')
  try {
    const heard: string[] = []
    assert.ok(child.stdout)
    for await (const line of createInterface(child.stdout)) {
      heard.push(line)
      if (JSON.parse(line).event === 'started') break
    }
    assert.ok(heard.at(-1)?.includes('started'), 'the service ended before it listened')
    const answer = once(child, 'message')
    child.send('which')
    return new Set((await answer)[0])
  } finally {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a start', function () {
  this.timeout(60_000)

  it('loads in the Playground nothing that checks tokens, and nothing that is needed later', async () => {
    const loaded = await loadedAt(PLAYGROUND)
    assert.ok(loaded.has('restify'))
    assert.deepEqual(
      [...CHECKS, ...LATER].filter((one) => loaded.has(one)),
      [],
    )
  })

  for (const edge of EDGES)
    it(`loads in production what checks tokens on the edge ${edge} before it listens, no other, and nothing that is needed later`, async () => {
      const loaded = await loadedAt({ ...PRODUCTION, LEERMOMENT_EDGE: edge })
      const others = EDGES.filter((other) => other !== edge).flatMap((other) => CHECKING[other][0] ?? [])
      assert.deepEqual(
        [...new Set([...CHECKING[edge], ...others, ...LATER])].filter((one) => loaded.has(one)),
        CHECKING[edge],
      )
    })

  it('does not begin on an edge that is not installed, and says what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leermoment-start-'))
    const { code, out, err } = await run('bot/main.ts', ['--new'], {
      ...PRODUCTION,
      LEERMOMENT_EDGE: 'teams',
      LEERMOMENT_STORE: `sqlite:${join(folder, 'a.db')}`,
      LEERMOMENT_KEY_FILE: join(folder, 'house.key'),
      PORT: '0',
      NODE_OPTIONS: '--import ./test/edge/without-teams.js',
    })
    await rm(folder, { recursive: true, force: true })
    assert.deepEqual([code, out], [1, ''])
    assert.match(
      err,
      /^Leermoment cannot start: LEERMOMENT_EDGE is teams, and @microsoft\/teams\.apps is not installed\./m,
    )
  })
})
