import assert from 'node:assert/strict'
import { button, filledIn, House, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

describe('reflection: what cannot be kept', () => {
  it('is given back when it is too long, with what was chosen, and nothing is stored', async () => {
    const house = await House.open()
    const text = 'Zeer lang verhaal. '.repeat(60)
    const card = await house.say('sanne', 'vraag')
    const reply = await house.pressed('sanne', card, 'Bewaar', { text, how: 'fout', sharing: 'colleagues' })
    assert.ok(reply)
    assert.match(read(reply.card), /Gebruik hooguit 1000 tekens\. Er is nog niets bewaard\./)
    assert.deepEqual(filledIn(reply.card), { text: text.trim(), how: 'fout', sharing: 'colleagues' })
    assert.deepEqual(await journalOf(house, 'sanne'), [])
    await house.press('sanne', reply.card, 'Bewaar', { text: 'Korter.' })
    assert.equal((await journalOf(house, 'sanne'))[0]?.text, 'Korter.')
  })

  it('leaves the card as it was when it is 200 KB, and nothing is stored', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    const reply = await house.pressed('sanne', card, 'Bewaar', { text: 'x'.repeat(200 * 1024) })
    assert.equal(reply?.refused, 'bad-input')
    assert.deepEqual(await journalOf(house, 'sanne'), [])
    const typed = read(await house.say('sanne', 'x'.repeat(200 * 1024)))
    assert.match(typed, /Je bericht is te lang[\s\S]*Er is niets bewaard/)
    assert.deepEqual(await journalOf(house, 'sanne'), [])
  })

  it('is asked for again when it is empty or unseen', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    for (const text of ['', '   \n', '\u200B\u202E']) {
      assert.match(read(await house.press('sanne', card, 'Bewaar', { text })), /Vraag van de week/)
    }
    assert.deepEqual(await journalOf(house, 'sanne'), [])
  })

  it('changes nothing of an answer that stood', async () => {
    const house = await House.open()
    await answered(house, 'sanne', 'Eerst bellen.', { sharing: 'colleagues' })
    await answered(house, 'sanne', 'x'.repeat(1001), { sharing: 'self' })
    assert.equal((await journalOf(house, 'sanne'))[0]?.text, 'Eerst bellen.')
    assert.match(read(await house.say('bram', 'wie weet iets van bellen?')), /Eerst bellen/)
  })
})

describe('reflection: what is not yours', () => {
  /** Karin kept a moment of her own and answered her question; Sanne has had none. */
  async function karins() {
    const house = await House.open()
    await house.press('karin', await house.say('karin', 'Vandaag ging het over pluimvee.'), 'Bewaar als moment')
    await answered(house, 'karin', 'Pluimvee telt niet als huisdier.')
    return { house, ids: (await journalOf(house, 'karin')).map(({ id }) => id) }
  }
  const verbs: [verb: string, input: Record<string, string>][] = [
    ['reflection.answer', { revision: '1', text: 'Kwijt: pluimvee', how: '', sharing: 'colleagues' }],
    ['reflection.consent', { revision: '1', seen: 'seen' }],
    ['reflection.later', {}],
    ['reflection.skip', {}],
    ['reflection.why', {}],
    ['reflection.view', {}],
    ['reflection.remove', {}],
    ['reflection.remove-yes', {}],
  ]
  for (const [verb, input] of verbs) {
    it(`is refused, logged without a word, and nothing changes: ${verb}`, async () => {
      const { house, ids } = await karins()
      for (const moment of [...ids, 'question-2026-W01', '../karin']) {
        const reply = await house.send('sanne', verb, { moment, ...input })
        assert.ok(reply)
        assert.doesNotMatch(read(reply.card), /luimvee/)
      }
      assert.deepEqual(await journalOf(house, 'sanne'), [])
      assert.deepEqual(
        (await journalOf(house, 'karin')).map(({ text, sharing }) => [text, sharing]),
        [
          ['Vandaag ging het over pluimvee.', 'self'],
          ['Pluimvee telt niet als huisdier.', 'self'],
        ],
      )
      assert.match(house.logged.join('\n'), /turn-refused.*not-yours/)
      assert.doesNotMatch(house.logged.join('\n'), /luimvee/)
    })
  }

  it('reads as a card that is not for this person', async () => {
    const { house, ids } = await karins()
    const reply = await house.send('sanne', 'reflection.view', { moment: ids[1] })
    assert.equal(reply?.refused, 'not-yours')
    assert.match(read(reply?.card ?? assert.fail()), /Deze kaart is niet voor jou[\s\S]*Er is niets veranderd/)
  })
})

describe('reflection: a press that was changed on the way', () => {
  const good = { revision: '0', text: 'Eerst bellen.', how: 'werk', sharing: 'self' }
  const bad: [what: string, verb: string, input: Record<string, unknown>][] = [
    ['a revision that is no number', 'reflection.answer', { ...good, revision: '1; drop' }],
    ['a verb that does not exist', 'reflection.publish', good],
    ['a verb that is a property of every object', 'constructor', good],
    ['a verb that is __proto__', '__proto__', good],
  ]
  for (const [what, verb, input] of bad) {
    it(`is refused, logged, and nothing is stored: ${what}`, async () => {
      const house = await House.open()
      const { moment } = button(await house.say('sanne', 'vraag'), 'Bewaar').data
      const reply = await house.send('sanne', verb, Object.assign(input, { moment }))
      assert.match(reply?.refused ?? '', /^(bad-input|unknown-verb)$/)
      assert.match(read(reply?.card ?? assert.fail()), /Deze knop werkt niet meer/)
      assert.match(house.logged.join('\n'), /turn-refused/)
      assert.doesNotMatch(house.logged.join('\n'), /Eerst bellen/)
      assert.deepEqual(await journalOf(house, 'sanne'), [])
    })
  }

  const dropped: [what: string, more: Record<string, unknown>][] = [
    ['an extra field', { team: 'Jeugd' }],
    ['a way of learning that does not exist', { how: 'gokken' }],
    ['a reader that does not exist', { sharing: 'everyone' }],
    ['__proto__', JSON.parse('{"__proto__":{"admin":true}}')],
    ['constructor', { constructor: { prototype: { admin: true } } }],
  ]
  for (const [what, more] of dropped) {
    it(`what is not read is dropped, and the rest is kept for the author alone: ${what}`, async () => {
      const house = await House.open()
      const { moment } = button(await house.say('sanne', 'vraag'), 'Bewaar').data
      await house.send('sanne', 'reflection.answer', Object.assign({ moment }, good, more))
      const [kept] = await journalOf(house, 'sanne')
      assert.deepEqual([kept?.text, kept?.sharing], ['Eerst bellen.', 'self'])
      assert.equal(({} as { admin?: boolean }).admin, undefined)
      assert.equal((kept as object as { team?: string }).team, undefined)
    })
  }
})
