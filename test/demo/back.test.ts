import assert from 'node:assert/strict'
import { demoFeature } from '../../bot/demo/feature.ts'
import { House, TENANT } from '../house.ts'

describe('demo: demo terug', () => {
  it('makes the person at the chat themself again', async () => {
    const house = new House()
    await house.employ({ id: 'sanne', name: 'Sanne Vis' })
    await house.employ({ id: 'karin', name: 'Karin Vis' })
    const chosen: string[] = []
    const feature = demoFeature({
      clock: { now: () => house.now },
      everyone: async () => (await house.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 9 })).items,
      moveOn: async () => {},
      publication: async () => undefined,
      came: async () => assert.fail(),
      actAs: async (_, person) => void chosen.push(person),
      showQuestion: async () => assert.fail(),
    })
    const turn = { id: 't', tenant: TENANT, person: 'karin', actor: 'sanne', at: house.now, language: 'nl' } as const
    await feature.said?.['demo terug']?.({ ...turn, place: 'personal', kind: 'said', text: 'demo terug' }, '')
    assert.deepEqual(chosen, ['sanne'])
  })
})
