import assert from 'node:assert/strict'
import { NEWCOMER, seed } from '../../bot/demo/seed.ts'
import { House, read, TENANT } from '../house.ts'

const DEMO = new URL('../../demo/', import.meta.url)

describe('demo: the welcome', () => {
  it('is for the newcomer alone, once, and not for the colleagues who were there already', async () => {
    const house = new House()
    await seed(house.keeper, house.now, TENANT, DEMO)
    await house.app.rosterChanged(TENANT)
    await house.settle()
    const { items } = await house.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 1000 })
    const newcomer = items.find(({ email }) => email?.startsWith(`${NEWCOMER}@`)) ?? assert.fail()
    for (let times = 0; times < 2; times++) await house.arrive(newcomer.id)
    await house.until('2026-11-20T12:00Z')
    const welcomed = house.sent.filter(
      ({ content }) => typeof content !== 'string' && /ik ben Leermoment/.test(read(content)),
    )
    assert.deepEqual(
      welcomed.map(({ to }) => to),
      [newcomer.id],
    )
    assert.ok(new Set(house.sent.map(({ to }) => to)).size > 60, 'the others had their question')
  })
})
