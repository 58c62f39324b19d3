import assert from 'node:assert/strict'
import { run } from '../../cli/run.ts'

const MOCHA = 'node_modules/mocha/bin/mocha.js'

describe('the contract against a real account', () => {
  it('says that it was not run, also when nothing else was', async () => {
    const { code, out } = await run(MOCHA, ['--grep', 'Azure', 'test/store/cosmos/cosmos.test.ts'], {})
    assert.match(out, /Azure: not run, for COSMOS_ENDPOINT is not set/)
    assert.doesNotMatch(out, /pending/)
    assert.equal(code, 1)
  })
})
