import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { findings, ROOT, RULES, sources } from './cruise.ts'

describe('the layers of the house', () => {
  it('are kept by every file, and every file was read', async () => {
    const { trespasses, modules } = await findings(ROOT)
    const told = trespasses.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}. ${RULES.get(rule)}`)
    assert.deepEqual(told, [])
    assert.deepEqual(modules, sources(ROOT))
    assert.ok(modules.includes('services/core/ports.ts'))
  })
})
