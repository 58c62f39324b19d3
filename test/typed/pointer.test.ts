import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Store, Unavailable } from '../../services/core/ports.ts'
import { asked as offered } from '../ask/town.ts'
import { House, read, TENANT, WEDNESDAY } from '../house.ts'
import { openHouse } from '../privacy/lives.ts'
import { asked, held } from './outcome.ts'

const TEXT = 'ik word gepest door mijn leidinggevende, wie weet wat ik moet doen?'

/** A store of which the policies do not answer. */
function withoutPolicies(): Store {
  const store = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
  return {
    ...store,
    collection(spec) {
      const collection = store.collection(spec)
      const away = async () => {
        throw new Unavailable('timed-out', 'policies')
      }
      return spec.name === 'policies' ? { ...collection, get: away } : collection
    },
  }
}

describe('typed texts: words of distress', () => {
  for (const [what, open] of [
    ['with the question of the week open', asked],
    ['with nothing open', () => House.open()],
  ] as const)
    it(`get the pointer before anything else, ${what}; nothing is kept and nobody is asked`, async () => {
      const house = await open()
      const card = await house.say('sanne', TEXT)
      assert.match(read(card), /vertrouwenspersoon[\s\S]*112[\s\S]*113[\s\S]*niet bewaard en aan niemand gestuurd/)
      await house.settle()
      assert.deepEqual(await held(house), { moments: [], asks: [] })
      assert.equal(house.sentTo('karin').length, 0)
      assert.doesNotMatch(JSON.stringify(card), /gepest/)
    })

  it('lie in no document until they are kept, and then are for their author alone', async () => {
    const { house, documents } = await openHouse()
    const card = await house.say('sanne', TEXT)
    assert.ok(documents().every(({ json }) => !json.includes('gepest')))
    assert.match(read(await house.press('sanne', card, 'Bewaar, alleen voor mij')), /^Bewaard\. Alleen jij/)
    await house.press('sanne', card, 'Bewaar, alleen voor mij')
    assert.deepEqual(
      (await held(house)).moments.map(({ text }) => text),
      [TEXT],
    )
  })

  it('name the confidential adviser whom the policy of this municipality names, wherever the pointer stands', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', TEXT)), /Op intranet staat wie dat is/)
    const vertrouwenspersoon = 'Noor Vermeulen, 06 00 00 00 00'
    const chosen = await house.app.pulse.policies.choose(TENANT, { vertrouwenspersoon })
    assert.equal(chosen.kind, 'chosen')
    for (const words of [TEXT, 'vertrouwenspersoon', 'wie kan dit lezen?', 'beleid'])
      assert.match(read(await house.say('sanne', words)), /Noor Vermeulen, 06 00 00 00 00/, words)
    assert.match(read(await house.say('sanne', 'beleid')), /De vertrouwenspersoon is hier gekozen/)
    const refused = await house.app.pulse.policies.choose(TENANT, { vertrouwenspersoon: ' ' })
    assert.match(refused.kind === 'refused' ? refused.problem : '', /vertrouwenspersoon must be a name/)
  })

  it('get the pointer also when the policy cannot be read', async () => {
    const house = await House.open({ store: withoutPolicies() })
    assert.match(read(await house.say('sanne', TEXT)), /vertrouwenspersoon[\s\S]*112[\s\S]*113/)
  })

  it('are nobody else’s to keep or to send on', async () => {
    const house = await House.open()
    const card = await house.say('sanne', TEXT)
    assert.match(read(await house.press('bram', card, 'Bewaar, alleen voor mij')), /Dit is er niet meer/)
  })

  it('go on when the person says that it is about their work', async () => {
    const house = await House.open()
    const card = await house.say('sanne', TEXT)
    assert.match(
      read(await house.press('sanne', card, 'Het gaat over mijn werk')),
      /Jouw vraag|Vraag het aan een collega/,
    )
  })

  it('are not sent to the asker, typed or pressed, before the person says so', async () => {
    for (const how of ['typed', 'pressed']) {
      const house = await offered('karin')
      const reply = await house.say('karin', 'ik help')
      const own = 'Ik word zelf ook gepest door mijn leidinggevende.'
      const card =
        how === 'typed'
          ? await house.say('karin', `mijn antwoord: ${own}`)
          : await house.press('karin', reply, 'Verstuur', { text: own })
      assert.match(read(card), /Je hoeft dit niet alleen te dragen/)
      await house.settle()
      assert.doesNotMatch(JSON.stringify(house.sentTo('sanne')), /gepest/)
      await house.press('karin', card, 'Het gaat over mijn werk')
      await house.settle()
      assert.match(JSON.stringify(house.sentTo('sanne')), /gepest/)
    }
  })

  it('in English too', async () => {
    const house = await House.open()
    assert.match(read(await house.say('priya', 'I am being bullied by my manager')), /confidential adviser[\s\S]*113/)
  })
})
