import assert from 'node:assert/strict'
import { barrierCollections } from '../../services/barriers/documents.ts'
import { everything } from '../../services/core/store/read-all.ts'
import { type House, read, TENANT } from '../house.ts'
import { REASON, sent } from '../pulse/answer/answers.ts'
import { needing, openTown, PUBLISHED, QUOTES, staff } from '../pulse/town.ts'

const NONE = /Over deze weken is er geen leerpuls/

/** Of twenty-four so many put something on the list under their own name, and fourteen others answer for themselves. */
async function raised(count: number) {
  const house = await openTown()
  await needing(house, staff('jeugd', 14))
  for (const [at, person] of staff('jeugd').slice(-count).entries())
    await house.say(person, `zet toch op de potloodlijst: Formulier ${'abcdefghij'[at]} vraagt tweemaal hetzelfde.`)
  return house
}

/** As if a pulse knew nothing of the list. */
async function untied(house: House): Promise<void> {
  const { ties } = barrierCollections(house.store)
  for (const person of staff('jeugd'))
    for (const { id } of await everything(ties, { tenant: TENANT, person }, 'at'))
      await ties.remove({ tenant: TENANT, person, id })
}

const pulseOf = async (house: House) => {
  await house.until(PUBLISHED)
  return read(await house.say('petra', 'leerpuls'))
}

describe('the list of barriers, beside a learning pulse', function () {
  this.timeout(120_000)

  it('A63: who raised something by name is known to be out, so that nobody is left after taking them out', async () => {
    assert.match(await pulseOf(await raised(6)), /Meer tijd/)
    assert.match(await pulseOf(await raised(7)), NONE)
    // The control: where raisers are taken for people who could have answered unseen, seventeen make a list.
    const control = await raised(7)
    await untied(control)
    assert.match(await pulseOf(control), /Meer tijd/)
  })

  it('counts out who raised something, also when they took their name off again or do not count', async () => {
    const house = await raised(7)
    const [first = assert.fail(), second = assert.fail()] = staff('jeugd').slice(-7)
    await house.say(first, 'tel mij niet mee')
    const { ties } = barrierCollections(house.store)
    const [tie] = await everything(ties, { tenant: TENANT, person: second }, 'at')
    await house.send(second, 'barrier.withdraw', { barrier: tie?.id })
    assert.match(await pulseOf(house), NONE)
  })

  it('takes a point that was passed on from the block’s own answer: the published word, never a quote', async () => {
    const { house, done: card } = await sent(
      { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'ruud willems', hears: '' },
      { decision: 'niet', reason: REASON, owner: '', hears: '' },
    )
    const [row = assert.fail()] = card.body.flatMap(({ selectAction }) =>
      selectAction ? [selectAction as { title: string; data: Record<string, string> }] : [],
    )
    assert.match(row.title, /Zet op de potloodlijst/)
    assert.equal((await house.send('jeugd-00', 'barrier.point', row.data))?.refused, 'not-yours')
    assert.equal((await house.send('petra', 'barrier.point', { ...row.data, place: '2' }))?.refused, 'not-yours')
    assert.equal((await house.send('petra', 'barrier.point', { ...row.data, place: '0' }))?.refused, 'not-yours')
    await house.press('petra', card, row.title)
    await house.press('petra', card, row.title)
    const list = await house.say('jeugd-00', 'potloodlijst')
    assert.equal(list.body.filter(({ selectAction }) => selectAction).length, 1)
    for (const quote of QUOTES) assert.ok(!JSON.stringify(list).includes(quote))
  })
})
