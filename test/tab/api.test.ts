import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import sinon from 'sinon'
import { createApi } from '../../tab/api.ts'

describe('what the tab asks', () => {
  it('a token that could not be had is asked for again', async () => {
    const fetched = sinon.stub(globalThis, 'fetch').callsFake(async () => Response.json({ name: 'Sanne' }))
    try {
      let asked = 0
      const api = createApi(async () => {
        if (asked++ === 0) throw new Error('no network')
        return 'token'
      }, 'nl')
      await assert.rejects(api.get('/api/me'), /no network/)
      assert.deepEqual(await api.get('/api/me'), { name: 'Sanne' })
      await api.get('/api/me')
      assert.equal(asked, 2)
    } finally {
      fetched.restore()
    }
  })
})
