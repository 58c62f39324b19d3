import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { button, filledIn, House, read, WEDNESDAY } from '../house.ts'
import { journalOf } from '../reflection/answers.ts'

const TEXT = 'De Kwartelkoning zat op het dak van mevrouw Jansen.'

/** A store that fails, with the person's own words in the error, while it is told to. */
async function failing(collection: string) {
  const broken = { now: false }
  const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
    before(name, verb) {
      if (broken.now && name === collection && verb === 'put') throw new TypeError(`cannot write ${TEXT}`)
    },
  })
  return { house: await House.open({ store }), broken }
}

describe('dispatch: what goes wrong on our side', () => {
  it('gives the text back with one button that does the same again, and a code', async () => {
    const { house, broken } = await failing('moments')
    const card = await house.say('sanne', 'vraag')
    broken.now = true
    // It tells of nobody, so that it is shared with one yes.
    const text = 'Eerst bellen werkt beter.'
    const error = await house.press('sanne', card, 'Bewaar', { text, how: 'werk', sharing: 'colleagues' })
    assert.match(read(error), /Het bewaren lukte niet[\s\S]*Je tekst is niet weg/)
    assert.equal(filledIn(error).text, text)
    const code = /Noem code ([0-9A-Z]{4}) bij je beheerder/.exec(read(error))?.[1] ?? assert.fail()
    assert.match(house.logged.join('\n'), new RegExp(`turn-failed.*"code":"${code}".*TypeError`))
    broken.now = false
    assert.match(read(await house.press('sanne', error, 'Probeer opnieuw')), /Je collega’s kunnen dit lezen/)
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.text, moment?.how, moment?.sharing], [text, 'werk', 'colleagues'])
  })

  it('is logged without a word of what was written', async () => {
    const { house, broken } = await failing('moments')
    const card = await house.say('sanne', 'vraag')
    broken.now = true
    await house.press('sanne', card, 'Bewaar', { text: TEXT })
    assert.doesNotMatch(house.logged.join('\n'), /Kwartelkoning|Jansen|cannot write/)
  })

  it('of a typed text is one kind card too', async () => {
    const { house, broken } = await failing('drafts')
    broken.now = true
    assert.match(read(await house.say('sanne', TEXT)), /Dat ligt aan ons, niet aan jou/)
    assert.doesNotMatch(house.logged.join('\n'), /Kwartelkoning/)
  })

  it('when the app arrives answers nothing, and the welcome comes with the next arrival', async () => {
    const { house, broken } = await failing('deliveries')
    broken.now = true
    assert.equal(await house.arrive('sanne'), undefined)
    broken.now = false
    await house.arrive('sanne')
    await house.settle()
    assert.equal(house.sentTo('sanne').length, 1)
  })

  it('has no error card with somebody’s id, a stack or a path on it', async () => {
    const { house, broken } = await failing('moments')
    const card = await house.say('sanne', 'vraag')
    broken.now = true
    const error = await house.press('sanne', card, 'Bewaar', { text: 'Kort.' })
    assert.doesNotMatch(JSON.stringify(error), /sanne|TypeError|at .*\.ts|\/work|tenant-a/)
    assert.deepEqual(Object.keys(button(error, 'Probeer opnieuw').data).sort(), ['moment', 'revision', 'sharing'])
  })
})
