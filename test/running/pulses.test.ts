import assert from 'node:assert/strict'
import { read } from '../house.ts'
import { asked, DOEN, NIET, only, REASON, sent } from '../pulse/answer/answers.ts'
import { QUOTES } from '../pulse/town.ts'
import { rowOf } from './rows.ts'

const PASS = { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'ruud willems', hears: '' }

describe('running: what of a pulse waits', () => {
  it('is an answer that I owe, and for the block that one comes', async () => {
    const { house } = await asked()
    const card = await house.say('petra', 'wat loopt er')
    assert.match(read(card), /Nu aan jou\n21\ndec\nGeef antwoord op de leerpuls\nTeam Jeugd/)
    assert.match(read(await house.press('petra', card, rowOf(card, /Geef antwoord/).title)), /Wat besluit je\?/)
    const block = read(await house.say('jeugd-20', 'wat loopt er'))
    assert.match(block, /Je wacht op\n21\ndec\nEr komt een antwoord op de leerpuls\nTeam Jeugd/)
    assert.doesNotMatch(block, /Petra/)
    for (const quote of QUOTES) assert.ok(!block.includes(quote), 'R37')
    assert.doesNotMatch(read(await house.say('wmo-20', 'wat loopt er')), /leerpuls/)
  })

  it('is what I was asked by name, and nobody is named before their yes', async () => {
    const { house } = await sent({ ...DOEN, owner: 'Karin de Wit' }, PASS)
    const [karin, ruud] = [await house.say('karin', 'wat loopt er'), await house.say('ruud', 'wat loopt er')]
    assert.match(read(karin), /Petra Mulder vraagt: pak jij dit op\?/)
    assert.match(read(ruud), /Petra Mulder vraagt: neem je een punt over\?/)
    const before = read(await house.say('jeugd-20', 'wat loopt er'))
    assert.match(before, /Op deze dag hoor je meer\nEén ochtend per week/)
    assert.match(before, /Er komt een antwoord op de leerpuls/)
    assert.doesNotMatch(before, /Karin|Ruud/)

    const asks = await house.press('karin', karin, rowOf(karin, /pak jij dit op/).title)
    await house.press('karin', asks, 'Ja, ik pak dit op')
    const task = await house.press('ruud', ruud, rowOf(ruud, /neem je een punt over/).title)
    await house.press('ruud', task, 'Ik neem het over')
    const after = read(await house.say('jeugd-20', 'wat loopt er'))
    assert.match(after, /12\njan\nKarin de Wit \npakt dit op\. Op deze dag hoor je meer\.\nEén ochtend/)
    assert.match(after, /Ruud Willems \ngeeft antwoord op een punt van de leerpuls/)
    assert.match(read(await house.say('ruud', 'wat loopt er')), /Nu aan jou\n21\ndec\nGeef antwoord op de leerpuls/)
    assert.match(
      read(await house.say('karin', 'wat loopt er')),
      /Nu aan jou\n12\njan\nOp deze dag vertel je hoe het staat/,
    )
  })

  it('is that a manager asks me to stand in, until I say yes or no', async () => {
    const { house } = await asked()
    await house.say('petra', 'mijn vervanger Karin de Wit')
    const card = await house.say('karin', 'wat loopt er')
    assert.match(read(card), /Nu aan jou\nPetra Mulder vraagt: vervang jij mij\?/)
    const asks = await house.press('karin', card, rowOf(card, /vervang jij mij/).title)
    assert.equal((await house.send('ruud', 'pulse.deputy', rowOf(card, /vervang jij mij/).data))?.refused, 'not-yours')
    await house.press('karin', asks, asks.actions[1]?.title ?? '')
    assert.doesNotMatch(read(await house.say('karin', 'wat loopt er')), /vervang/)
    await house.say('petra', 'mijn vervanger Karin de Wit')
    const again = await house.say('karin', 'wat loopt er')
    const yes = await house.press('karin', again, rowOf(again, /vervang jij mij/).title)
    await house.press('karin', yes, yes.actions[0]?.title ?? '')
    assert.doesNotMatch(read(await house.say('karin', 'wat loopt er')), /vervang jij/)
  })

  it('of a block that I am not in, is no more than the point at which I was named', async () => {
    const other = 'Dit gaat alleen Team Jeugd aan.'
    const { house } = await sent({ ...DOEN, owner: 'Karin de Wit' }, { ...DOEN, owner: 'Ruud Willems', reason: other })
    const rowsOf = async (person: string) => read(await house.say(person, 'wat loopt er'))
    assert.match(await rowsOf('karin'), /pak jij dit op\?/)
    assert.doesNotMatch(await rowsOf('karin'), /Je wacht op|hoor je meer|alleen Team Jeugd/)
    await house.say('karin', 'ja, ik pak dit op')
    assert.match(await rowsOf('karin'), /Nu aan jou\n12\njan\nOp deze dag vertel je hoe het staat\nEén ochtend/)
    assert.doesNotMatch(await rowsOf('karin'), /alleen Team Jeugd/)
    const card = await house.say('karin', 'wat loopt er')
    const row = rowOf(card, /vertel je hoe het staat/)
    const own = read(await house.press('karin', card, row.title))
    assert.match(
      own,
      /Jij pakt dit op[\s\S]*Team Jeugd[\s\S]*Eén ochtend[\s\S]*Op 12 januari hoort de groep hoe het staat/,
    )
    assert.doesNotMatch(own, /alleen Team Jeugd/)
    for (const quote of QUOTES) assert.ok(!own.includes(quote), 'R37')
    for (const place of ['0', '1', '2']) {
      const data = { ...row.data, place }
      if (place !== row.data.place)
        assert.doesNotMatch(read((await house.send('karin', 'pulse.task', data))?.card ?? card), /alleen Team Jeugd/)
    }
    assert.doesNotMatch(read((await house.send('wmo-20', 'pulse.task', row.data))?.card ?? card), /Eén ochtend/)
    assert.match(await rowsOf('jeugd-20'), /alleen Team Jeugd/, 'the control')
  })

  it('is what I promised, and on its day what came of it', async () => {
    const { house } = await sent({ ...DOEN, owner: 'Petra Mulder' }, NIET)
    assert.match(
      read(await house.say('petra', 'wat loopt er')),
      /12\njan\nOp deze dag vertel je hoe het staat\nEén ochtend/,
    )
    await house.until('2027-01-12T12:00Z')
    assert.match(read(await house.say('petra', 'wat loopt er')), /Vertel wat er van je belofte kwam/)
    const news = await house.press(
      'petra',
      only(house, 'petra', /Vandaag hoort je team hoe het staat/),
      'Geef antwoord',
    )
    const outcome = { decision: 'gedaan', reason: 'Sinds deze week is dinsdag zonder telefoon.', hears: '' }
    await house.press('petra', await house.press('petra', news, 'Verder', outcome), 'Verstuur naar je team')
    assert.doesNotMatch(read(await house.say('petra', 'wat loopt er')), /leerpuls|belofte/)
    assert.doesNotMatch(read(await house.say('jeugd-20', 'wat loopt er')), /leerpuls|hoor je meer/)
  })

  it('leads to what was decided', async () => {
    const { house } = await sent(DOEN, NIET)
    const card = await house.say('jeugd-20', 'wat loopt er')
    const back = read(await house.press('jeugd-20', card, rowOf(card, /hoor je meer/).title))
    assert.ok(back.includes(REASON.split('\n')[0] ?? ''), back)
  })
})
