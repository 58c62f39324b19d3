import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DRAWN, makeFeature, SHARED } from './new-feature.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NAME = 'field-notes'
const OWN = new RegExp(`^(services|cards|bot|test)/${NAME}/`)

describe('npm run new-feature', function () {
  this.timeout(300_000)
  let root: string
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' })
  const changed = () =>
    git('status', '--porcelain', '--untracked-files=all')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [line.slice(3)]))
      .filter((path) => path !== 'node_modules')

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'leermoment-feature-'))
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, root])
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  it('refuses a name that is taken, no name, or a phrase that something else has, and leaves nothing', () => {
    assert.throws(() => makeFeature('Field Notes', root), /is no name/)
    assert.throws(() => makeFeature('draft', root), /take another name/)
    assert.throws(() => makeFeature('not-now', root), /stands twice/)
    assert.deepEqual(changed(), [])
  })

  it('makes one that compiles and is tested, and changes exactly the shared files', () => {
    makeFeature(NAME, root)
    const paths = changed()
    assert.deepEqual(
      paths.filter((path) => !OWN.test(path)),
      [...Object.keys(SHARED), ...Object.keys(DRAWN)].sort(),
    )
    assert.ok(Object.keys(SHARED).length <= 4)
    const run = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
      assert.equal(status, 0, `${stdout}${stderr}`)
      return stdout
    }
    run(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.')
    run(join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', ...paths.filter((path) => path.endsWith('.ts')))
    assert.match(run(join(ROOT, 'node_modules/mocha/bin/mocha.js'), `test/${NAME}/${NAME}.test.ts`), /2 passing/)
    assert.ok(existsSync(join(root, `services/${NAME}/${NAME}.ts`)))
    assert.match(readFileSync(join(root, 'docs/architecture.md'), 'utf8'), /fieldNotes/)
  })
})
