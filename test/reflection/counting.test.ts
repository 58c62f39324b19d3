import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const TOGETHER = /telt alleen mee als 10 collega’s ook iets kozen/
const NOT_NOW = /telt deze periode niet mee/

describe('reflection: the one sentence about counting says what is true for this reader', () => {
  const counts = async (house: House, person: string) => (await journalOf(house, person)).map((moment) => moment.counts)

  it('counts with at least ten others, for most people', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'vraag')), TOGETHER)
    await answered(house, 'sanne', 'Eerst bellen.', { how: 'werk' })
    assert.deepEqual(await counts(house, 'sanne'), [true])
  })

  it('does not count who manages somebody', async () => {
    const house = await House.open()
    assert.match(read(await house.say('marieke', 'vraag')), NOT_NOW)
    await answered(house, 'marieke', 'Eerst bellen.', { how: 'werk' })
    assert.deepEqual(await counts(house, 'marieke'), [false])
  })

  it('does not count who switched it off, and does again once it is on', async () => {
    const house = await House.open()
    await house.say('sanne', 'tel mij niet mee')
    assert.match(read(await house.say('sanne', 'vraag')), NOT_NOW)
    await answered(house, 'sanne', 'Eerst bellen.', { how: 'werk' })
    assert.deepEqual(await counts(house, 'sanne'), [false])
    await house.say('sanne', 'tel mij mee')
    await answered(house, 'sanne', 'Eerst toch bellen.', { how: 'werk' })
    assert.deepEqual(await counts(house, 'sanne'), [true])
  })

  it('does not count what is shared by name, and does when it is made private again', async () => {
    const house = await House.open()
    await answered(house, 'sanne', 'Eerst bellen.', { how: 'werk', sharing: 'colleagues' })
    assert.deepEqual(await counts(house, 'sanne'), [false])
    await answered(house, 'sanne', 'Eerst bellen.', { how: 'werk', sharing: 'self' })
    assert.deepEqual(await counts(house, 'sanne'), [true])
  })
})
