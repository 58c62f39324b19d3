import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { inherited } from '../../bench/inherited.ts'
import { workplace } from '../cli/run.ts'

/** npm passes a Ctrl-C on that the terminal sent too, and people press it again when an end takes a moment. */
const AGAIN_MS = 2

describe('down: Ctrl-C, more than once', () => {
  it('ends as the first one does: what is under way is ended, and the store is closed', async function () {
    this.timeout(120_000)
    const place = await workplace()
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
      cwd: new URL('../../', import.meta.url),
      env: {
        ...inherited(),
        LEERMOMENT_MODE: 'playground',
        LEERMOMENT_STORE: place.env.LEERMOMENT_STORE,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    let pressing: NodeJS.Timeout | undefined
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('"started"')) pressing ??= setInterval(() => child.kill('SIGINT'), AGAIN_MS)
    })
    const ended = await once(child, 'close')
    clearInterval(pressing)
    assert.deepEqual(ended, [0, null])
    assert.match(said, /"stopped"/)
    await place.clean()
  })
})
