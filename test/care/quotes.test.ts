import assert from 'node:assert/strict'
import { reports } from '../../services/care/report.ts'
import { type House, read, TENANT } from '../house.ts'
import { NIET, REPLY } from '../pulse/answer/answers.ts'
import { again, answering, employCouncil, FRIDAY, JEUGD, openTown, PUBLISHED, pulsesOf, QUOTES } from '../pulse/town.ts'
import { KEEPERS } from '../store/keepers.ts'

const [HURTS = ''] = QUOTES
/** What a report and the quotes that it is about lie in. */
const MINE = ['reports', 'pulses', 'quoteTokens', 'policies', 'deliveries']

/** Its manager answers everything, so that the block reads the quotes. */
async function answers(house: House): Promise<void> {
  const words = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
  let card = await house.press('petra', words, 'Verder', { reason: REPLY })
  while (card.actions.some(({ title }) => title === 'Verder')) card = await house.press('petra', card, 'Verder', NIET)
  await house.press('petra', card, 'Verstuur naar je team')
  await house.settle()
}

/** A pulse with three quotes came, its block was answered, and one of them reports one. */
async function reported(house: House, by = 'jeugd-05') {
  await answering(house)
  await house.until(PUBLISHED)
  await house.settle()
  await answers(house)
  await employCouncil(house)
  await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
  const asked = await house.say(by, 'meld dit')
  const mark = (
    (asked.body.find(({ id }) => id === 'quote')?.choices ?? []) as { title: string; value: string }[]
  ).find(({ title }) => title.includes(HURTS.slice(0, 20)))?.value
  return house.press(by, asked, 'Meld en verberg', { quote: mark ?? assert.fail(), reason: 'names' })
}

const pulseOf = async (house: House) => read(await house.say('petra', 'leerpuls'))

for (const [name, open] of Object.entries(KEEPERS))
  describe(`care: a quote that names somebody, in ${name}`, () => {
    let house: House
    let clean: () => Promise<void>
    before(async () => {
      const made = await open({ now: () => house?.now ?? FRIDAY }, MINE)
      clean = made.clean
      house = await openTown({ store: made.store })
      await reported(house)
    })
    after(() => clean())

    it('is on no pulse any more, here, in another process and after a restart', async () => {
      assert.ok(!(await pulseOf(house)).includes(HURTS))
      assert.ok(!(await pulseOf(again(house))).includes(HURTS))
      assert.ok((await pulseOf(house)).includes(QUOTES[1] ?? ''))
      assert.doesNotMatch(JSON.stringify(await pulsesOf(house)), new RegExp(HURTS))
    })

    it('lies with the report alone, which names nobody', async () => {
      const { items } = await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
      assert.equal(items[0]?.hidden?.words, HURTS)
      assert.doesNotMatch(JSON.stringify(items), /jeugd-|petra/)
    })

    it('A39: is known as theirs to its author alone, in their own turn', async () => {
      assert.match(read(await house.say('jeugd-00', 'mijn momenten')), /Je tekst is verborgen na een melding/)
      for (const other of ['jeugd-01', 'jeugd-10', 'petra'])
        assert.doesNotMatch(read(await house.say(other, 'mijn momenten')), /verborgen na een melding/)
      await house.settle()
      assert.ok(house.sentTo('jeugd-00').every((card) => !/melding/.test(read(card))))
    })

    it('is judged by nobody who reads that pulse', async () => {
      assert.match(read(await house.say('petra', 'meldingen')), /Er wacht geen melding op jou/)
    })

    it('is not its author’s to judge, and nothing else shows whose it is', async () => {
      await house.employ({
        id: 'jeugd-00',
        name: 'Medewerker jeugd-00',
        unit: JEUGD,
        managers: ['petra'],
        roles: ['works-council'],
      })
      const [hers, olgas] = [await house.say('jeugd-00', 'meldingen'), await house.say('olga', 'meldingen')]
      assert.deepEqual(hers, olgas)
      for (const title of ['Zet terug', 'Haal weg'])
        assert.match(read(await house.press('jeugd-00', hers, title)), /Dit zijn jouw eigen woorden/)
      assert.ok(!(await pulseOf(house)).includes(HURTS))
    })

    it('is put back where it stood', async () => {
      const [before] = await pulsesOf(house)
      assert.match(read(await house.press('olga', await house.say('olga', 'meldingen'), 'Zet terug')), /Teruggezet/)
      assert.ok((await pulseOf(house)).includes(HURTS))
      assert.equal((await pulsesOf(house))[0]?.quotes.length, (before?.quotes.length ?? 0) + 1)
    })
  })

describe('care: a quote that is hidden', () => {
  it('ends with all others, eight weeks after', async () => {
    const house = await openTown()
    await reported(house)
    await house.until('2027-02-10T12:00Z')
    const { items } = await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
    assert.doesNotMatch(JSON.stringify([items, await pulsesOf(house)]), new RegExp(HURTS))
  })

  it('may be reported by the block that read it with the answer, and by nobody else', async () => {
    const house = await openTown()
    await answering(house)
    await house.until(PUBLISHED)
    assert.match(read(await house.say('wmo-00', 'meld dit')), /Er is niets om te melden/)
    assert.match(read(await house.say('jeugd-05', 'meld dit')), /Er is niets om te melden/)
  })
})
