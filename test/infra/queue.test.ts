import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

describe('the queue in infra/', () => {
  it('has no key, and lets one identity at its messages only', async () => {
    const bicep = await readFile(new URL('../../infra/queue.bicep', import.meta.url), 'utf8')
    assert.match(bicep, /allowSharedKeyAccess: false/)
    assert.match(bicep, /minimumTlsVersion: 'TLS1_2'/)
    assert.match(bicep, /scope: queue\n/)
    // Storage Queue Data Contributor.
    assert.match(bicep, /'974c5e8b-45b9-4653-ba55-5f855dd0fb88'/)
    assert.doesNotMatch(bicep, /listKeys|connectionString|listAccountSas/)
  })
})
