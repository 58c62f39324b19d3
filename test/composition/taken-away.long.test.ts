import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, it } from 'mocha'
import { WAYS, type Way } from './ways.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MOCHA = join(ROOT, 'node_modules/mocha/bin/mocha.js')
const WITHOUT = pathToFileURL(join(import.meta.dirname, 'without.ts')).href

/** The tests of `house.test.ts` that fail on the product as it is, or without one thing. */
function failing(way?: Way): Promise<string[]> {
  const { NODE_OPTIONS = '', ...env } = process.env
  const changed = way && { WITHOUT: JSON.stringify(way), NODE_OPTIONS: `${NODE_OPTIONS} --import ${WITHOUT}` }
  const args = [MOCHA, join(import.meta.dirname, 'house.test.ts'), '--reporter', 'json']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: ROOT, env: { ...env, NODE_OPTIONS, ...changed } }, (_, said, told) => {
      try {
        const { stats, failures } = JSON.parse(said) as { stats: { tests: number }; failures: { title: string }[] }
        if (stats.tests < WAYS.length) throw new Error('not all of them ran')
        resolve(failures.map(({ title }) => title))
      } catch (error) {
        reject(new Error(`${error}\n${said}\n${told}`))
      }
    })
  })
}

describe('what a house has around it', function () {
  this.timeout(120_000)

  it('is all there when nothing is taken away', async () => {
    assert.deepEqual(await failing(), [])
  })

  for (const way of WAYS)
    it(`is missed when it is taken out of the source: ${way.of}`, async () => {
      assert.deepEqual(await failing(way), [way.test])
    })

  it('is named here, each line of the list around a keeper', () => {
    const source = readFileSync(join(ROOT, 'bot/composition/kept-store.ts'), 'utf8')
    const [, list = ''] = /const around: Around\[\] = \[\n([\s\S]*?)\n {2}\]/.exec(source) ?? []
    const lines = list
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !line.startsWith('//'))
    assert.ok(lines.length >= 3, 'else this test shows nothing')
    const named = WAYS.map(({ text }) => text.trim())
    assert.deepEqual(
      lines.filter((line) => !named.includes(line)),
      [],
    )
  })
})
