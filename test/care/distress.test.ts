import assert from 'node:assert/strict'
import { reader } from '../../bot/texts.ts'
import { House, read } from '../house.ts'
import { ORDINARY, POINTING } from '../leaving/recognition-cases.ts'
import { openHouse } from '../privacy/lives.ts'
import { answered } from '../reflection/answers.ts'

const DISTRESS = [
  'Mijn collega wordt al maanden gepest en niemand zegt iets.',
  'Ik voel me niet veilig in dit team.',
  'Hij intimideert iedereen in het overleg.',
  'Ik ben overspannen en durf het niet te zeggen.',
  'Er was grensoverschrijdend gedrag op het feest.',
  'Ik durf niet meer naar mijn werk.',
  'Zij wordt gediscrimineerd om haar hoofddoek.',
  'I am being bullied by a colleague.',
  'I feel close to a burn-out.',
  'He threatened me in the meeting.',
]

describe('care: words that point to harassment or distress', () => {
  it('are seen, and ordinary words are not', async () => {
    const read = await reader()
    for (const text of DISTRESS) assert.ok(read(text).mayHurt, text)
    const ordinary = [...ORDINARY, ...POINTING.map(([one]) => one)]
    const sure = ordinary.filter((text) => read(text).kind === 'distress')
    assert.ok(sure.length <= ordinary.length / 20, sure.join('\n'))
    const beside = ordinary.filter((text) => read(text).mayHurt)
    assert.ok(beside.length <= ordinary.length * 0.3, beside.join('\n'))
  })

  it('bring the pointer to the confidential adviser on the card that answers, and on no other', async () => {
    const house = await House.open()
    const saved = await answered(house, 'sanne', DISTRESS[0] ?? '')
    assert.match(read(saved), /Praat met je vertrouwenspersoon/)
    assert.doesNotMatch(read(await answered(house, 'fatima', 'Ik belde eerst.')), /vertrouwenspersoon/)
  })

  it('leave nothing behind: not stored, not counted, told to nobody', async () => {
    const [one, other] = [await openHouse(), await openHouse()]
    await answered(one.house, 'sanne', DISTRESS[0] ?? '')
    await answered(other.house, 'sanne', 'Mijn collega wordt al maanden gezien en niemand zegt iets.')
    const kinds = ({ documents }: typeof one) =>
      documents()
        .map(({ collection }) => collection)
        .sort()
    assert.deepEqual(kinds(one), kinds(other))
    assert.ok(one.documents().every(({ json }) => !/distress|pointer|vertrouwens/.test(json)))
    await one.house.settle()
    await other.house.settle()
    assert.equal(one.house.sent.length, other.house.sent.length)
    assert.deepEqual(one.house.logged, other.house.logged)
  })
})
