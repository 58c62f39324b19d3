import assert from 'node:assert/strict'
import { certainty, KNOWN, PRIORS } from '../../../bench/pulse/posterior.ts'
import { upTo } from '../../../bench/pulse/seen.ts'
import { listFrom } from '../../../services/pulse/rules/block-size.ts'
import { waysTold } from '../../../services/pulse/rules/figures.ts'
import { type House, read, TENANT } from '../../house.ts'
import { POLICY } from '../rules/organisation.ts'
import { staff } from '../town.ts'
import { cardsOf, decisionsOf, NIET, only, sent } from './answers.ts'

const NOTHING = /Hierover kunnen we niets laten zien/
const TOLD = /Ja: de helft of meer/
const RECOGNISED = /Herkennen zij wat ze zeiden/

async function rate(house: House, people: readonly string[]) {
  for (const person of people) {
    const [card] = decisionsOf(house, person)
    await house.press(person, card ?? assert.fail(person), 'Ja')
  }
}

async function leave(house: House, people: readonly string[]) {
  for (const id of people) await house.app.roster.remove({ tenant: TENANT, id })
}

/** Of a block of twenty-four so many leave once its answer was sent; what its manager is told of the others. */
async function told(raters: readonly string[], leavers: readonly string[]): Promise<string> {
  const { house } = await sent(NIET)
  await rate(house, raters)
  await leave(house, leavers)
  await house.until('2026-12-23T12:00Z')
  assert.equal(cardsOf(house, 'petra', RECOGNISED).length, 1, 'it comes once, whatever the outcome')
  return read(only(house, 'petra', RECOGNISED))
}

const ELEVEN = staff('jeugd', 11)
const last = (count: number) => staff('jeugd').slice(-count)

describe('whether a decision is recognised, where people are known to be out (R17, A46)', () => {
  it('is told where eighteen could have said so, and not where seventeen could, in the words of every time it is not', async () => {
    assert.match(await told(ELEVEN, last(6)), TOLD)
    const none = await told(ELEVEN, last(7))
    assert.match(none, NOTHING)
    assert.equal(none, await told([], []), 'as where nobody said anything')
  })

  it('counts what somebody said before they left: who leaves lowers the floor, never the base', async () => {
    assert.match(await told(ELEVEN, ELEVEN.slice(0, 6)), TOLD)
    assert.match(await told(ELEVEN, ELEVEN.slice(0, 7)), NOTHING)
  })

  /** How sure three who keep silent on purpose are that one of the others said so, where so many could have. */
  const sure = (could: number) =>
    Math.max(...PRIORS.map((prior) => certainty(could - 3, upTo(could - 3, POLICY.k), prior)))

  it('says of nobody for sure that they said so, three silent on purpose', () => {
    for (const could of upTo(80, listFrom(POLICY))) assert.ok(sure(could) < KNOWN, `${could} people: ${sure(could)}`)
  })

  it('control: by the rule of before, from eleven who said so, it is told of fourteen and says of each of them that they did', () => {
    assert.ok(waysTold(POLICY, [11, 0, 0], 14).length > 0)
    assert.equal(sure(14), 1)
  })
})
