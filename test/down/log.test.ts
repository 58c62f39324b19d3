import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { workplace } from '../cli/run.ts'

const ROOT = new URL('../../', import.meta.url)

describe('down: whoever reads the log', function () {
  this.timeout(30_000)

  it('may go away: the service goes on', async () => {
    const place = await workplace()
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...place.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
    const url = `http://127.0.0.1:${JSON.parse(line).port}`
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
