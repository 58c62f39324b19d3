import assert from 'node:assert/strict'
import { filledIn, read, TENANT } from '../../house.ts'
import { accepted, readBy } from '../town.ts'

const HALF = 'Alleen een busje? Dan hoeft er'

/** Karin helps Sanne, and has the card in which she answers. */
async function answering() {
  const house = await accepted()
  return { house, card: await house.say('karin', 'open vraag') }
}

describe('ask: an answer that is typed and not sent', () => {
  it('is not gone when the colleague says no after all, and goes to nobody', async () => {
    const { house, card } = await answering()
    const no = await house.press('karin', card, 'Nu niet', { text: HALF })
    assert.match(read(no), /Wat je typte is niet weg\. Alleen jij ziet het\./)
    assert.equal(filledIn(await house.press('karin', no, no.actions[0]?.title ?? '')).text, HALF)
    await house.settle()
    assert.ok(!readBy(house, 'sanne').some((one) => one.includes(HALF)))
  })

  it('is not gone when the colleague looks for somebody else', async () => {
    const { house, card } = await answering()
    const forward = await house.press('karin', card, 'Weet iemand anders', { text: HALF })
    assert.equal(filledIn(await house.press('karin', forward, 'Ik help')).text, HALF)
    assert.match(JSON.stringify(await house.app.ownData.taken(TENANT, 'karin')), new RegExp(HALF.replace('?', '\\?')))
  })

  it('is done with when an answer is sent', async () => {
    const { house, card } = await answering()
    const forward = await house.press('karin', card, 'Weet iemand anders', { text: HALF })
    const again = await house.press('karin', forward, 'Ik help')
    await house.press('karin', again, 'Verstuur', { text: 'Daarvoor hoeft niets.' })
    assert.ok(!JSON.stringify(await house.app.ownData.taken(TENANT, 'karin')).includes(HALF))
  })

  it('says nothing of it when nothing was typed', async () => {
    const { house, card } = await answering()
    assert.doesNotMatch(read(await house.press('karin', card, 'Nu niet')), /Wat je typte/)
  })
})
