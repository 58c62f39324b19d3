import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { shareSentence } from '../../services/core/text/same-sentence.ts'
import { read } from '../house.ts'
import { answering, openTown, PUBLISHED, pulsesOf, QUOTES } from '../pulse/town.ts'
import { answered, journalOf } from '../reflection/answers.ts'

const [HERS = ''] = QUOTES
/** The same sentence, as somebody types it again. */
const AGAIN = 'Vandaag weer gemerkt: dat werkt. BEL EERST de moeder!'

describe('the same sentence as a quote and under a name (R37, A72)', () => {
  it('is never shared by name while it waits or stands as a quote: it stays with its author, who reads why', async () => {
    for (const at of ['2026-11-30T10:00Z', PUBLISHED]) {
      const house = await openTown()
      await answering(house)
      await house.until(at)
      const card = await answered(house, 'jeugd-00', AGAIN, { sharing: 'colleagues' })
      assert.match(read(card), /Een zin hieruit is jouw citaat in een leerpuls/)
      assert.ok(card.actions.every(({ title }) => !/Deel het toch|Toch delen/.test(title)))
      assert.equal((await journalOf(house, 'jeugd-00')).at(-1)?.sharing, 'self')
      // A yes that somebody sends all the same is answered by the same card.
      const { id, revision } = (await journalOf(house, 'jeugd-00')).at(-1) ?? assert.fail()
      const consent = { moment: id, revision: String(revision), seen: 'all-0123456789ab' }
      const forced = await house.send('jeugd-00', 'reflection.consent', consent)
      assert.match(read(forced?.card ?? assert.fail()), /is jouw citaat in een leerpuls/)
      assert.equal((await journalOf(house, 'jeugd-00')).at(-1)?.sharing, 'self')
    }
  })

  it('is no quote while it stands under a name, of anybody', async () => {
    const house = await openTown()
    await answered(house, 'jeugd-10', HERS, { sharing: 'colleagues' })
    const card = await answered(house, 'jeugd-11', AGAIN, { sharing: 'pulse' })
    assert.match(read(card), /Een zin hieruit staat al met een naam in de kennisbank/)
    assert.ok(card.actions.every(({ title }) => !/Zet dit in de leerpuls|Toch in de leerpuls/.test(title)))
  })

  it('control: other words are shared by name beside a quote, and agreed to beside an item', async () => {
    const house = await openTown()
    await answering(house)
    await house.until(PUBLISHED)
    assert.ok((await pulsesOf(house)).some(({ quotes }) => quotes.some(({ text }) => text === HERS)))
    await answered(house, 'jeugd-00', 'De balie kan dit ook zelf regelen.', { sharing: 'colleagues' })
    assert.equal((await journalOf(house, 'jeugd-00')).at(-1)?.sharing, 'colleagues')
  })

  it('is in the demo nowhere both', () => {
    const { moments } = JSON.parse(readFileSync(new URL('../../demo/history.json', import.meta.url), 'utf8')) as {
      moments: { sharing: string; text: string }[]
    }
    const of = (sharing: string) => moments.filter((one) => one.sharing === sharing).map(({ text }) => text)
    const both = of('pulse').filter((quote) => of('colleagues').some((named) => shareSentence(quote, named)))
    assert.ok(of('pulse').length > 0 && of('colleagues').length > 0)
    assert.deepEqual(both, [])
  })

  it('is found whatever its capitals and signs, and not in three words that everybody says', () => {
    assert.ok(shareSentence('Eerst bellen, dan schrijven.', 'Ja. EERST bellen dan schrijven!'))
    assert.ok(!shareSentence('Dank je.', 'Dank je!'))
    assert.ok(!shareSentence('Eerst bellen, dan schrijven.', 'Eerst schrijven, dan bellen.'))
  })
})
