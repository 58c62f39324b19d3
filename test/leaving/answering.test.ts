import assert from 'node:assert/strict'
import { offers } from '../../services/ask/ask.ts'
import { accepted, asksOf, readBy } from '../ask/town.ts'
import { type House, read, TENANT } from '../house.ts'

const NUMBER = 'Bel haar zelf even op 06 - 12345678, dan is het zo geregeld.'
const PLAIN = 'Fatima weet dit, vraag het haar gerust. Voor een busje hoeft er niets.'
const ADDRESS = 'Dat speelde vorig jaar ook op de Kerkstraat 12, kijk daar eens.'

const answers = async (house: House) => (await asksOf(house, 'sanne'))[0]?.answers.map(({ text }) => text)

describe('leaving: an answer to a colleague', () => {
  it('goes without the numbers of people, after its writer saw how it will be read', async () => {
    const house = await accepted()
    const card = await house.say('karin', `mijn antwoord: ${NUMBER}`)
    assert.match(
      read(card),
      /Kijk nog één keer[\s\S]*Sanne leest dit straks:[\s\S]*op \[…\], dan[\s\S]*Dit liet ik weg: een telefoonnummer\./,
    )
    await house.settle()
    assert.deepEqual(await answers(house), [], 'nothing went yet')
    await house.press('karin', card, 'Verstuur')
    await house.settle()
    assert.deepEqual(await answers(house), ['Bel haar zelf even op […], dan is het zo geregeld.'])
    assert.doesNotMatch(readBy(house, 'sanne').join('\n'), /12345678/)
    const own = await offers(house.store).find({ tenant: TENANT, person: 'karin' }, { index: 'at', limit: 9 })
    assert.doesNotMatch(JSON.stringify(own), /12345678/, 'nor is it kept')
  })

  it('is the same pressed, meant and typed', async () => {
    const [pressed, meant] = [await accepted(), await accepted()]
    const field = await pressed.say('karin', 'ik help')
    const [one, other] = [
      await pressed.press('karin', field, 'Verstuur', { text: NUMBER }),
      await meant.press('karin', await meant.say('karin', NUMBER), 'Voor mijn collega'),
    ]
    assert.deepEqual(read(one), read(other))
    await meant.say('karin', 'verstuur mijn antwoord')
    assert.deepEqual(await answers(meant), ['Bel haar zelf even op […], dan is het zo geregeld.'])
  })

  it('can be changed, or go whole where that is needed', async () => {
    const house = await accepted()
    const card = await house.say('karin', `mijn antwoord: ${NUMBER}`)
    const field = await house.press('karin', card, 'Wijzig')
    assert.match(read(field), /06 - 12345678/, 'the words of its writer, in their own chat')
    await house.press('karin', field, 'Verstuur', { text: PLAIN })
    assert.deepEqual(await answers(house), [PLAIN])
    const whole = await accepted()
    await whole.press('karin', await whole.say('karin', `mijn antwoord: ${NUMBER}`), 'Verstuur', { whole: 'true' })
    assert.deepEqual(await answers(whole), [NUMBER])
  })

  it('shows an address before it goes, and lets the name of a colleague pass', async () => {
    const house = await accepted()
    const card = await house.say('karin', `mijn antwoord: ${ADDRESS}`)
    assert.match(read(card), /Hieraan kan iemand herkend worden: \nKerkstraat 12/)
    assert.doesNotMatch(read(card), /liet ik weg|Ja, stuur het mee/)
    await house.press('karin', card, 'Verstuur')
    assert.deepEqual(await answers(house), [ADDRESS])
    const plain = await accepted()
    await plain.say('karin', `mijn antwoord: ${PLAIN}`)
    assert.deepEqual(await answers(plain), [PLAIN])
  })

  it('shows a name and the address behind it', async () => {
    const house = await accepted()
    const card = await house.say('karin', 'mijn antwoord: Dat is mevrouw De Vries, Kerkstraat 12, van vorig jaar.')
    assert.match(read(card), /Hieraan kan iemand herkend worden: \nDe Vries, Kerkstraat 12/)
  })

  it('of who said no since is not sent, and waits for them', async () => {
    const house = await accepted()
    const field = await house.say('karin', 'ik help')
    const card = await house.say('karin', `mijn antwoord: ${NUMBER}`)
    await house.say('karin', 'nu niet')
    for (const [old, inputs] of [
      [card, {}],
      [field, { text: PLAIN }],
    ] as const) {
      const now = await house.press('karin', old, 'Verstuur', inputs)
      assert.match(read(now), /Wat je typte is niet weg[\s\S]*Toch helpen/)
      assert.doesNotMatch(read(now), /niet voor jou/)
    }
    assert.deepEqual(await answers(house), [])
    const again = await house.press('karin', await house.press('karin', card, 'Verstuur'), 'Toch helpen')
    assert.match(read(again), new RegExp(PLAIN), 'what was written last')
  })

  it('of who said no since is opened by an old Wijzig, and they promise nothing again', async () => {
    const house = await accepted()
    const card = await house.say('karin', `mijn antwoord: ${NUMBER}`)
    await house.say('karin', 'nu niet')
    assert.match(read(await house.press('karin', card, 'Wijzig')), /Ik vraag iemand anders[\s\S]*Toch helpen/)
    assert.doesNotMatch(read(await house.say('karin', 'wat loopt er')), /Je helpt|nog niet verstuurd/)
    assert.match(read(await house.say('karin', 'open vraag')), /Er staat nu geen vraag voor je open/)
  })

  it('that was left before its check was shown, is shown before a typed yes sends it', async () => {
    const house = await accepted()
    const field = await house.say('karin', 'ik help')
    await house.press('karin', field, 'Nu niet', { text: NUMBER })
    await house.say('karin', 'ik help')
    const card = await house.say('karin', 'verstuur mijn antwoord')
    assert.match(read(card), /Kijk nog één keer[\s\S]*een telefoonnummer/)
    assert.deepEqual(await answers(house), [])
    await house.say('karin', 'verstuur mijn antwoord')
    assert.deepEqual(await answers(house), ['Bel haar zelf even op […], dan is het zo geregeld.'])
  })

  it('that was changed after its check is shown once more', async () => {
    const house = await accepted()
    const field = await house.say('karin', 'ik help')
    await house.say('karin', `mijn antwoord: ${NUMBER}`)
    await house.press('karin', field, 'Nu niet', { text: 'Mail jan.jansen@example.nl maar, die weet het.' })
    await house.say('karin', 'ik help')
    assert.match(read(await house.say('karin', 'verstuur mijn antwoord')), /een e-mailadres/)
    assert.deepEqual(await answers(house), [])
  })

  it('is sent by a yes to those words alone', async () => {
    const house = await accepted()
    const first = await house.say('karin', `mijn antwoord: ${NUMBER}`)
    await house.say('karin', 'mijn antwoord: Mail jan.jansen@example.nl maar, die weet het.')
    const now = await house.press('karin', first, 'Verstuur')
    assert.match(read(now), /een e-mailadres/)
    assert.deepEqual(await answers(house), [])
  })

  it('that arrives once more is the same answer', async () => {
    const house = await accepted()
    const card = await house.say('karin', `mijn antwoord: ${NUMBER}`, { id: 'once' })
    await house.press('karin', card, 'Verstuur')
    assert.match(
      read(await house.say('karin', `mijn antwoord: ${NUMBER}`, { id: 'once' })),
      /heeft je antwoord|Verstuurd|Dank/,
    )
    assert.equal((await answers(house))?.length, 1)
  })
})
