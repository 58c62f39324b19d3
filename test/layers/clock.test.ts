import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { ROOT, sources } from './cruise.ts'

/** The rules of the house ask a `Clock`; only what stands for a technology may ask the machine. */
const RULES = /^(services|cards)\/(?!adapters\/)/
const MACHINE = /\bDate\.now\(|\bnew Date\(\)/

const asksTheMachine = (path: string, text: string) => RULES.test(path) && MACHINE.test(text)

describe('what time it is', () => {
  it('is asked of the clock that was given, in services and cards', () => {
    const read = sources(ROOT).filter((path) => RULES.test(path))
    assert.ok(read.length > 300, `${read.length} files`)
    assert.deepEqual(
      read.filter((path) => asksTheMachine(path, readFileSync(join(ROOT, path), 'utf8'))),
      [],
    )
  })

  it('is seen where the machine is asked, and may be asked there by an adapter', () => {
    for (const text of ['const now = Date.now()', 'clock ?? new Date()'])
      assert.ok(asksTheMachine('services/ask/asker/asker-actions.ts', text))
    assert.ok(!asksTheMachine('services/adapters/system/clock.ts', 'new Date()'))
    assert.ok(!asksTheMachine('services/ask/asker/asker-actions.ts', 'new Date(given)'))
  })
})
