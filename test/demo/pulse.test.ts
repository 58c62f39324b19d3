import assert from 'node:assert/strict'
import { openHouse } from '../../bot/composition/composition.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { seed } from '../../bot/demo/seed.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { nextWorkingMoment } from '../../services/core/time.ts'
import { button, cardOf, filledIn, read } from '../house.ts'

const DEMO = new URL('../../demo/', import.meta.url)
const TENANT = 'gemeente'
const SAID = 'Ik vroeg eerst wat de beller al had geprobeerd.'
const REASON = 'We nemen dit mee in het rooster van januari.'

/** A Wednesday. */
const START = new Date('2026-11-25T09:00:00Z')

/** The example municipality, with a chat for everybody. */
async function openDemo() {
  const real = clockFrom(START)
  const keeper = memoryStore({ clock: real, random: systemRandom })
  await seed(keeper, START, TENANT, DEMO)
  const sent: { to: string; card: Card }[] = []
  const { app, clock } = await openHouse({
    keeper,
    clock: real,
    random: systemRandom,
    log: { info() {}, error() {} },
    stage: playgroundStage({ real }),
    way: {
      messenger: {
        send: async ({ person }, content) => {
          if (typeof content !== 'string') sent.push({ to: person, card: content })
          return { kind: 'accepted', message: `m-${sent.length}` }
        },
        update: async ({ message }) => ({ kind: 'accepted', message }),
      },
    },
    handed: { workingMoment: nextWorkingMoment },
  })
  const people = (await app.roster.find({ tenant: TENANT }, { index: 'name', limit: 100 })).items
  const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? assert.fail(name)
  let turns = 0
  const by = (name: string) => ({
    id: `demo-${turns++}`,
    tenant: TENANT,
    person: idOf(name),
    at: clock.now(),
    ...({ language: 'nl', place: 'personal' } as const),
  })
  return {
    say: async (name: string, text: string) => cardOf(await app.dispatch({ ...by(name), kind: 'said', text })),
    async press(name: string, card: Card, title: string, inputs: Record<string, string> = {}) {
      const { verb, data } = button(card, title)
      return cardOf(
        await app.dispatch({ ...by(name), kind: 'pressed', verb, input: { ...data, ...filledIn(card), ...inputs } }),
      )
    },
    sentTo: (name: string) => sent.filter(({ to }) => to === idOf(name)).map(({ card }) => card),
    settle: async () => {
      while ((await app.agenda.runDue()) > 0);
    },
  }
}

describe('demo puls', () => {
  it('shows what the newcomer said to her manager, whose decision comes back to her', async () => {
    const demo = await openDemo()
    const question = await demo.say('Sanne Bakker', 'vraag')
    const consent = await demo.press('Sanne Bakker', question, 'Bewaar', { text: SAID, how: 'werk', sharing: 'pulse' })
    assert.match(read(consent), /Carla Meijer[\s\S]*Marieke Jansen[\s\S]*Rob Timmermans/)
    await demo.press('Sanne Bakker', consent, 'Zet dit in de leerpuls')
    assert.match(read(await demo.say('Sanne Bakker', 'demo puls')), /De leerpuls is er/)
    const pulse = await demo.say('Marieke Jansen', 'leerpuls')
    assert.ok(read(pulse).includes(`“${SAID}”`), read(pulse))
    assert.match(read(pulse), /Wat hen zou helpen\nSluit\nEen collega die meekijkt\nEen regel die weg kan\nMeer tijd\n/)
    assert.match(read(pulse), /De volgende lijst komt op dinsdag 5 januari: hoe zij leerden/)
    let card = await demo.press('Marieke Jansen', pulse, 'Geef antwoord')
    const inputs = { decision: 'doen', reason: REASON, owner: 'Fatima Aydin', hears: 'volgende week' }
    for (let point = 0; point < 3; point++) card = await demo.press('Marieke Jansen', card, 'Verder', inputs)
    await demo.press('Marieke Jansen', card, 'Verstuur naar je team')
    await demo.settle()
    const decisions = demo.sentTo('Sanne Bakker').filter((one) => read(one).includes(REASON))
    assert.equal(decisions.length, 1)
  })

  it('the second time tells how the same people learned, also when nobody answered in between', async () => {
    const demo = await openDemo()
    for (let time = 0; time < 2; time++)
      assert.match(read(await demo.say('Sanne Bakker', 'demo puls')), /De leerpuls is er/)
    const managers = read(await demo.say('Marieke Jansen', 'leerpuls'))
    assert.match(managers, /Hoe zij leerden\nSluit\nDe helft of meer leerde in het werk/)
    assert.doesNotMatch(managers, /Een collega die meekijkt/)
  })

  it('in a new half year, when nobody answered in it, says that there is none, as her manager reads', async () => {
    const demo = await openDemo()
    for (let time = 0; time < 2; time++)
      assert.match(read(await demo.say('Sanne Bakker', 'demo puls')), /De leerpuls is er/)
    const second = read(await demo.say('Sanne Bakker', 'demo puls'))
    const managers = read(await demo.say('Marieke Jansen', 'leerpuls'))
    assert.match(managers, /Over deze weken is er geen leerpuls/)
    assert.match(second, /voorbij, zonder leerpuls/)
    assert.doesNotMatch(second, /De leerpuls is er/)
  })

  it('comes without her words too, when she kept them for herself', async () => {
    const demo = await openDemo()
    await demo.say('Sanne Bakker', 'demo puls')
    assert.match(read(await demo.say('Marieke Jansen', 'leerpuls')), /wat een brief betekent/)
  })
})
