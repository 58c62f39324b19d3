import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { ARCHITECTURE, drawn } from './drawing.ts'

describe('docs/architecture.md', () => {
  it('draws rooms, features and collections as they are now: run `npm run architecture` when they change', async () => {
    const text = readFileSync(ARCHITECTURE, 'utf8')
    assert.equal(text, await drawn(text))
  })

  it('is refused when it has no place for what is drawn', async () => {
    await assert.rejects(drawn('# Architecture'), /no place for rooms/)
  })
})
