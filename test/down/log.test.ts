import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { inherited } from '../../bench/inherited.ts'
import { workplace } from '../cli/run.ts'

const ROOT = new URL('../../', import.meta.url)

/** It says where it is in the line `started`, which need not be the first. */
async function addressOf(out: Readable): Promise<string> {
  const lines = createInterface(out)
  for await (const [line] of on(lines, 'line')) {
    const { event, port } = JSON.parse(line)
    if (event === 'started') return `http://127.0.0.1:${port}`
  }
  return assert.fail('it never started')
}

describe('down: the reader of the log', () => {
  it('may go away: the service goes on', async () => {
    const place = await workplace()
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
      cwd: ROOT,
      env: { ...inherited(), ...place.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    const url = await Promise.race([addressOf(child.stdout), ended.then(() => assert.fail('it ended at start'))])
    const headers = { 'content-type': 'application/json' }
    child.stdout.destroy()
    for (let times = 0; times < 3; times++) {
      // Each is a line in the log.
      const refused = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: '{}' })
      assert.equal(refused.status, 400)
    }
    assert.equal((await fetch(`${url}/readyz`)).status, 200)
    assert.equal(child.exitCode, null)
    child.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
    await place.clean()
  })
})
