import assert from 'node:assert/strict'
import { House, read, WEDNESDAY } from '../house.ts'
import { notedStore } from '../noted-store.ts'
import { answered } from './answers.ts'

/** What keeps the knowledge bank. */
const BANK = ['knowledge', 'snapshotKeys', 'reports']

async function pressing() {
  const { store, during } = notedStore({ now: () => WEDNESDAY })
  const house = await House.open({ store })
  const press = async (text: string, sharing: string) => {
    const notes = await during(async () =>
      assert.match(read(await answered(house, 'sanne', text, { sharing })), /Bewaard/),
    )
    return notes.filter(({ collection }) => BANK.includes(collection)).map(({ verb }) => verb)
  }
  return { press }
}

describe('reflection: what a press asks of the store', () => {
  it('asks the bank nothing about an answer that was never shared', async () => {
    const { press } = await pressing()
    await press('Ik belde eerst de bewoner.', 'self')
    assert.deepEqual(await press('Ik belde eerst de bewoner, dat scheelde een brief.', 'self'), [])
  })

  it('takes an answer back as often as it was shared before', async () => {
    const { press } = await pressing()
    assert.ok((await press('Ik belde eerst de bewoner.', 'colleagues')).includes('put'))
    assert.ok((await press('Ik belde eerst de bewoner, voor mij.', 'self')).includes('put'))
    assert.ok((await press('Ik belde eerst de bewoner, alleen voor mij.', 'self')).includes('get'))
  })
})
