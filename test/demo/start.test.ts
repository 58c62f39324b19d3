import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inherited } from '../../bench/inherited.ts'
import { workplace } from '../cli/run.ts'

const MADE = 'Even geduld: ik maak Gemeente Voorbeeldstad.'

describe('demo: the start', function () {
  this.timeout(240_000)
  let place: Awaited<ReturnType<typeof workplace>>
  before(async () => {
    place = await workplace()
  })
  after(() => place.clean())

  /** Starts the demo without a chat, ends it by Ctrl-C once it runs, and gives all that it said. */
  async function demo(...words: string[]): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/demo.ts', ...words], {
      cwd: new URL('../../', import.meta.url),
      env: { ...inherited(), LEERMOMENT_STORE: place.env.LEERMOMENT_STORE, PORT: '0', PLAYGROUND_PORT: 'none' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ctrl-C')) child.kill('SIGINT')
      })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { code, said }
  }

  it('makes the municipality once, keeps it, and begins anew when that is asked', async () => {
    const first = await demo()
    assert.deepEqual([first.code, first.said.includes(MADE)], [0, true])
    assert.equal((await demo()).said.includes(MADE), false, 'what was there is kept')
    const typedBefore = join(place.folder, 'snapshots', 'typed-before')
    await mkdir(join(place.folder, 'snapshots'), { recursive: true })
    await writeFile(typedBefore, 'what somebody typed')
    const anew = await demo('--fresh')
    assert.deepEqual([anew.code, anew.said.includes(MADE)], [0, true])
    assert.equal(existsSync(typedBefore), false, 'nothing is left of what was typed')
    for (const { said } of [first, anew]) {
      assert.doesNotMatch(said, /"level":"error"/, 'a healthy start raises no alarm')
      assert.doesNotMatch(said, /null/)
    }
  })

  it('says what it takes when something else is asked', async () => {
    const { code, said } = await demo('--new')
    assert.equal(code, 1)
    assert.match(said, /does not know "--new"\. Usage: npm run demo, or npm run demo -- --fresh to begin anew/)
  })
})
