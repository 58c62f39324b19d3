import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { Card } from '../../cards/kit/card.ts'
import { shares } from '../ask/town.ts'
import { read } from '../house.ts'
import { openHouse } from '../privacy/lives.ts'
import { type Elsewhere, openElsewhere } from './elsewhere.ts'

const HTML =
  '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Bram Visser</strong><p>eerder</p></blockquote><p>Hoe vraag je een hoogwerker&nbsp;aan?</p><p>Voor een <b>verhuizing</b> &lt;5 dagen&gt;.</p>'
const WORDS = 'Hoe vraag je een hoogwerker aan?\nVoor een verhuizing <5 dagen>.'
const SAD = 'Mijn leidinggevende pest mij elke dag en ik durf niet meer naar mijn werk.'

describe('insertion: taking a message along', () => {
  let there: Elsewhere
  let documents: () => { collection: string; json: string }[]
  const begin = async () => {
    const kept = await openHouse()
    documents = kept.documents
    there = await openElsewhere(kept.house)
  }
  beforeEach(begin)
  afterEach(() => there.close())

  const dialogOf = ({
    body,
  }: {
    body: { task: { type: string; value: { title: string; card: { content: Card } } } }
  }) => {
    assert.equal(body.task.type, 'continue')
    return body.task.value.card.content
  }
  const opens = async (command: string, html = HTML) => dialogOf(await there.takes('sanne', command, html))
  const fieldOf = (card: Card) => card.body.find(({ id }) => id === 'text')?.value

  it('opens a dialog with the words of the message to change, and nothing else of it', async () => {
    for (const command of ['ask-colleague', 'keep-moment']) {
      const dialog = await opens(command)
      assert.equal(fieldOf(dialog), WORDS)
      assert.match(read(dialog), /Niet wie het schreef, en niet waar/)
      assert.doesNotMatch(JSON.stringify(dialog), /Bram|1606515483514|Action\.Execute|eerder/)
    }
  })

  it('takes all words along behind a quote with letters that grow when they are lowered', async () => {
    const quote = `<BLOCKQUOTE><p>${'\u0130'.repeat(20)}</p></BLOCKQUOTE>`
    assert.equal(fieldOf(await opens('keep-moment', `${quote}<p>Bel eerst de bewoner.</p>`)), 'Bel eerst de bewoner.')
  })

  it('looks for who knows, in the dialog, and the question is one of the person from then on', async () => {
    await shares(there.house, 'karin', 'Een hoogwerker bij een verhuizing vraag je vijf dagen vooraf aan.')
    const sent = await there.submits('sanne', 'ask-colleague', await opens('ask-colleague'), 'Zoek wie het weet', {
      text: 'Wie weet hoe je een hoogwerker aanvraagt?',
    })
    const looking = dialogOf(sent)
    assert.match(read(looking), /Karin de Wit/)
    assert.doesNotMatch(JSON.stringify(looking), /Action\.Execute/)
    assert.match(read(await there.house.say('sanne', 'mijn vragen')), /hoe je een hoogwerker aanvraagt/)
  })

  it('keeps a moment for the person alone, once, whatever Teams sends twice', async () => {
    const dialog = await opens('keep-moment')
    const saves = () =>
      there.submits('sanne', 'keep-moment', dialog, 'Bewaar voor mij', { text: 'Bel eerst de bewoner.' })
    assert.match(read(dialogOf(await saves())), /Bewaard\. Alleen jij kunt dit lezen/)
    await saves()
    const mine = read(await there.house.say('sanne', 'mijn momenten'))
    assert.equal(mine.match(/Bel eerst de bewoner/g)?.length, 1)
    assert.doesNotMatch(read(await there.house.say('karin', 'zoek bewoner')), /Bel eerst/)
  })

  it('keeps neither the author nor the id of the message, in any document or line of the log', async () => {
    for (const [command, title] of [
      ['ask-colleague', 'Zoek wie het weet'],
      ['keep-moment', 'Bewaar voor mij'],
    ] as const)
      await there.submits('sanne', command, await opens(command), title, { text: 'Hoe meld je een verhuizing?' })
    await there.house.settle()
    const all = documents().filter(({ collection }) => collection !== 'people')
    assert.ok(all.some(({ json }) => json.includes('Hoe meld je een verhuizing?')))
    const kept = JSON.stringify([
      all.filter(({ json }) => json.includes('verhuizing')),
      there.edge.lines,
      there.house.logged,
    ])
    assert.doesNotMatch(kept, /Bram Visser|"bram"|1606515483514|sanne_karin|linkToMessage/)
  })

  for (const text of [SAD, `${SAD} ${'Het gaat al maanden zo. '.repeat(90)}`.trim()])
    it(`points to who can help first, with the text of ${text.length} signs under it, and does nothing before a yes`, async () => {
      for (const [command, title] of [
        ['ask-colleague', 'Zoek wie het weet'],
        ['keep-moment', 'Bewaar voor mij'],
      ] as const) {
        const pointed = dialogOf(await there.submits('sanne', command, await opens(command), title, { text }))
        assert.match(read(pointed), /vertrouwenspersoon[\s\S]*niet bewaard en aan niemand gestuurd/i)
        assert.doesNotMatch(read(pointed), /In deze chat/)
        assert.equal(fieldOf(pointed), text)
        assert.ok(documents().every(({ json }) => !json.includes('durf niet meer')))
        const kept = await there.submits('sanne', command, pointed, 'Bewaar, alleen voor mij', { text })
        // What is too long for a moment is given back to be made shorter.
        const isLong = text.length > 1000
        assert.match(read(dialogOf(kept)), isLong ? /Je tekst is te lang/ : /Bewaard/)
        assert.ok(JSON.stringify([dialogOf(kept), documents()]).includes(text))
        await there.close()
        await begin()
      }
    })

  it('gives the dialog back when nothing was written, and says so to who is not on the list', async () => {
    const dialog = await opens('keep-moment', '<p></p>')
    const again = dialogOf(await there.submits('sanne', 'keep-moment', dialog, 'Bewaar voor mij', { text: ' ' }))
    assert.match(read(again), /Schrijf een paar woorden/)
    const { body } = await there.takes('guest', 'keep-moment', HTML)
    assert.deepEqual(
      [body.task.type, body.task.value],
      ['message', 'Ik ken je nog niet. Je staat nog niet op de lijst van je gemeente.'],
    )
  })
})
