import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, read, WEDNESDAY } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const TEXT = 'Een kapotte lantaarnpaal meld je met het nummer op de paal.'
const found = async (house: House) =>
  read(await house.say('bram', 'wie weet iets van een lantaarnpaal?')).includes('nummer op de paal')

describe('reflection: sharing by name', () => {
  it('puts the moment in the knowledge bank, under its author’s name', async () => {
    const house = await House.open()
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    const asked = read(await house.say('sanne', 'wie weet iets van een lantaarnpaal?'))
    assert.match(asked, /nummer op de paal/)
    assert.match(asked, /Karin de Wit/)
  })

  it('takes it back when it is made private', async () => {
    const house = await House.open()
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    assert.equal(await found(house), true)
    await answered(house, 'karin', TEXT, { sharing: 'self' })
    assert.equal(await found(house), false)
  })

  it('takes it back when it is deleted', async () => {
    const house = await House.open()
    const saved = await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    await house.press('karin', await house.press('karin', saved, 'Toch niet bewaren'), 'Ja, verwijder')
    assert.equal(await found(house), false)
  })

  it('takes it back when it goes to the pulse, before consent is given', async () => {
    const house = await House.open()
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    await answered(house, 'karin', TEXT, { sharing: 'pulse' })
    assert.equal(await found(house), false)
  })

  it('follows when the words change', async () => {
    const house = await House.open()
    await answered(house, 'karin', 'Een kapotte lantaarnpaal bel je door.', { sharing: 'colleagues' })
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    const asked = read(await house.say('sanne', 'wie weet iets van een lantaarnpaal?'))
    assert.match(asked, /nummer op de paal/)
    assert.doesNotMatch(asked, /bel je door/)
  })

  it('never leaves words public that were made private, wherever it crashes', async () => {
    let crash = false
    const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
      after(collection, verb) {
        if (crash && collection === 'moments' && verb === 'put') throw new Error('the power is gone')
      },
    })
    const house = await House.open({ store })
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    crash = true
    assert.match(read(await answered(house, 'karin', TEXT, { sharing: 'self' })), /Het bewaren lukte niet/)
    const [moment] = await journalOf(house, 'karin')
    assert.equal(moment?.sharing, 'self')
    assert.equal(await found(house), false)
  })

  it('ends private when it is shared and made private at the same time, private last', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
      async before(collection, verb) {
        const happen = collection === 'knowledge' && verb === 'put' ? meanwhile : undefined
        if (!happen) return
        meanwhile = undefined
        await happen()
      },
    })
    const house = await House.open({ store })
    await answered(house, 'karin', 'Nog niets.')
    meanwhile = () => answered(house, 'karin', TEXT, { sharing: 'self' })
    await answered(house, 'karin', TEXT, { sharing: 'colleagues' })
    assert.equal(await found(house), false)
  })
})
