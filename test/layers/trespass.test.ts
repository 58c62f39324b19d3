import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { findings, RULES, sources } from './cruise.ts'
import { type Files, HOUSE, TRESPASSES } from './house.ts'

describe('the layer lint', () => {
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'leermoment-layers-'))
  })
  after(() => rmSync(home, { recursive: true }))

  const build = (name: string, files: Files) => {
    const root = join(home, name)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return root
  }

  it('is silent in a house where all is well, and has read every file of it', async () => {
    const root = build('well', HOUSE)
    const { trespasses, modules } = await findings(root)
    assert.deepEqual(trespasses, [])
    assert.deepEqual(modules, sources(root))
  })

  it('has a planted trespass and a remedy for every rule', () => {
    assert.deepEqual(Object.keys(TRESPASSES).sort(), [...RULES.keys()].sort())
    for (const [rule, remedy] of RULES) assert.ok(remedy, rule)
  })

  for (const [rule, ways] of Object.entries(TRESPASSES))
    for (const [at, trespass] of ways.entries())
      it(`${rule} sees ${Object.keys(trespass).join(' with ')}`, async () => {
        const { trespasses } = await findings(build(`${rule}-${at}`, { ...HOUSE, ...trespass }))
        assert.deepEqual([...new Set(trespasses.map((found) => found.rule))], [rule])
        assert.ok(trespasses.every(({ from }) => from in trespass))
      })
})
